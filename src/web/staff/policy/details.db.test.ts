/** The details that letters print: supplied by whoever manages the policy, kept, and printed from then on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definedComplaint, officersOf } from '../../../../test/act-forms.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { loadLandlord } from '../../../application/landlord.ts';
import { reading } from '../../../application/reading.ts';
import { addLandlordDetails } from '../../../storage/landlord-details.ts';
import { inLandlord } from '../../../storage/landlord-transaction.ts';

const site = await staffSite();
const { lead, officer } = officersOf(site.magna);
const { landlordId } = site.magna;
const page = '/policy/details';

const printed = async () =>
  (await reading(site.app, landlordId, tx => loadLandlord(site.app, tx, landlordId))).policy.landlord;

test('[R55] nobody but who manages the policy changes them, and is told who does', async () => {
  const visitor = await site.as(officer);
  const shown = await visitor.get(page);
  assert.equal(shown.status, 403);
  assert.match(shown.text, /Complaints Resolution Lead/);
  const fields = await visitor.form('/complaints/new');
  assert.equal((await visitor.send(page, { ...fields, phone: '01632 960 001' })).status, 403);
});

test('[R55] a letter names what is missing with the way there, and can be issued once it is supplied', async () => {
  const actor = 'machine:test';
  const none = { address: [], phone: null, email: null, web: null, none: [] };
  await inLandlord(site.app.database, landlordId, tx =>
    addLandlordDetails(tx, landlordId, none, { actor, recordedAt: '2026-11-04T09:00:00.000Z' }),
  );
  const { reference } = await definedComplaint(site, site.magna);
  const draft = `/cases/${reference}/letters/new/acknowledgement?stage=1`;
  const writer = await site.as(officer);
  const before = await writer.get(draft);
  assert.match(before.text, /postal address of Magna Housing is still to be supplied/);
  assert.match(before.html, /href="\/policy#details"/);

  const visitor = await site.as(lead);
  assert.match((await visitor.get('/policy')).text, /No letter can be issued until they are supplied/);
  const fields = await visitor.form(page);
  const wrong = await visitor.send(page, { ...fields, address: 'To be confirmed', phone: '1', none: ['phone'] });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Enter the postal address as letters print it/);
  assert.match(wrong.text, /Take out the telephone number/);
  const good = {
    address: '2 Example Road\nExampleton',
    phone: '01632 960 001',
    email: '',
    web: '',
    none: ['email', 'web'],
  };
  const answer = await visitor.send(page, { ...(await visitor.form(page)), ...good });
  assert.equal(answer.status, 303, answer.text);
  const { address, phone, email, web } = await printed();
  assert.deepEqual([address, phone, email, web], [['2 Example Road', 'Exampleton'], '01632 960 001', null, null]);
  const after = await writer.get(draft);
  assert.doesNotMatch(after.text, /still to be supplied/);
  assert.match(after.text, /2 Example Road/);
});

test('[R55] what one landlord supplies is no other landlord’s', async () => {
  const other = await reading(site.app, site.magenta.landlordId, tx =>
    loadLandlord(site.app, tx, site.magenta.landlordId),
  );
  assert.notEqual(other.policy.landlord.phone, (await printed()).phone);
});
