import assert from 'node:assert/strict';
import test from 'node:test';
import { dayFields, officersOf } from '../../../../test/act-forms.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import type { Fields } from '../../../../test/staff-visitor.ts';
import { judged as judgedBy, logged, referenceIn, written as writtenBy } from './told.fixture.ts';

const site = await staffSite();
const { officer, lead } = officersOf(site.magenta);
const colleague = site.magenta.person('colleague');
const written = (more: Fields = {}, by = colleague) => writtenBy(site, by, more);
const judged = (contact: string, fields: Fields, by = officer) => judgedBy(site, by, contact, fields);

test('[MAG-15] a danger noticed later is recorded on the contact, and made safe there', async () => {
  const contact = await written({ name: 'Hal Fire' });
  const visitor = await site.as(officer);
  assert.equal((await visitor.post(contact, { act: 'note-danger', dangers: [] })).status, 422);
  assert.equal((await visitor.post(contact, { act: 'note-danger', dangers: ['fire'] })).status, 303);
  assert.match((await visitor.get(contact)).text, /Make it safe/);
  const safe = { act: 'settle-danger', found: 'made-safe', 'settled-note': 'Way cleared', time: '10:00' };
  const settled = await visitor.post(contact, { ...safe, ...dayFields('settled', '2026-11-04') });
  assert.equal(settled.status, 303, settled.text.slice(0, 400));
  assert.match((await visitor.get(contact)).text, /Made safe/);
});

test('[MAG-05] what was said in public is reached in private, and nothing here answers in public', async () => {
  const contact = await written({ name: 'Ivy Post', channel: 'social-media' });
  const visitor = await site.as(officer);
  const page = await visitor.get(contact);
  assert.match(page.text, /Reach them in private.*Nothing of it is answered there: no name, no address/);
  assert.doesNotMatch(page.html, /<option value="social-media"/);
  const made = {
    act: 'private',
    reached: 'yes',
    way: 'phone',
    'private-note': 'Rang her',
    ...dayFields('private', '2026-11-04'),
  };
  assert.equal((await visitor.post(contact, { ...made, way: 'social-media' })).status, 422);
  assert.equal((await visitor.post(contact, made)).status, 303);
  assert.doesNotMatch((await visitor.get(contact)).text, /Reach them in private/);
});

test('[MAG-05] a public post that becomes a complaint before anybody reached them owes it there', async () => {
  const { reference } = await site.logged(lead, { channel: 'social-media' });
  const visitor = await site.as(lead);
  assert.match((await visitor.get(`/cases/${reference}`)).text, /Reach them in private/);
});

test('[R22] an MP’s enquiry has its own date and reply, and the resident’s own matter is taken up beside it', async () => {
  const contact = await written({ name: 'Jo Constituent', channel: 'councillor-or-mp', email: 'jo@example.org' });
  const enquiry = {
    outcome: 'elected-enquiry',
    from: 'mp',
    'elected-name': 'Pat Member MP',
    'elected-email': 'pat@example.org',
  };
  assert.equal((await judged(contact, { ...enquiry, 'elected-name': '' })).status, 422);
  assert.equal((await judged(contact, { ...enquiry, ...dayFields('answer-by', '2026-11-10') })).status, 303);
  const visitor = await site.as(officer);
  const page = await visitor.get(contact);
  assert.match(
    page.text,
    /Answer the MP or councillor.*Tuesday 10 November 2026.*Ask the resident about their own matter/,
  );
  const wants = await visitor.post(contact, {
    act: 'resident',
    matter: 'complaint',
    'matter-why': 'She wants to complain',
  });
  assert.match(wants.location ?? '', /complaints\/new\?contact=/);
  const form = await visitor.form(wants.location ?? '');
  const sentIn = await logged(visitor, form);
  const reference = referenceIn(sentIn.location);
  assert.match((await visitor.get(`/cases/${reference}`)).text, /Answer the MP or councillor.*10 November 2026/);
});

test('[MAG-13][MAG-12] a first request becomes one in the team’s queue, in their words, with a receipt that says how to complain', async () => {
  const contact = await written({
    name: 'Nia Asker',
    email: 'nia@example.org',
    words: 'The tap in the bathroom drips',
  });
  const request = { outcome: 'service-request', 'request-area': 'repairs', 'request-safety': 'no' };
  const without = await judged(contact, { ...request, 'request-area': '', 'request-safety': '' });
  assert.match(without.text, /Choose the service that it is for.*Say whether it is about health or safety/);
  const sentOn = await judged(contact, request);
  assert.match(sentOn.location ?? '', /^\/service-requests\/records\/.*done=opened/);
  const visitor = await site.as(officer);
  const page = await visitor.get(sentOn.location ?? '');
  assert.match(page.text, /The tap in the bathroom drips/);
  assert.match(page.text, /14 Larch Court/);
  const after = await visitor.get(contact);
  assert.match(after.text, /The request, who looks after it, and how it goes/);
  assert.match(after.text, /Send a receipt.*complain/);
  assert.doesNotMatch(after.text, /Decide anew what it is/);
  assert.match((await visitor.get('/contacts?show=judged')).text, /A request for a service/);
});

test('[MGL-49][MAG-31] whoever is sent elsewhere is told who can help; personal data has its own times and its own body', async () => {
  const contact = await written({ name: 'Kim Elsewhere', email: 'kim@example.org', words: 'My bin was not emptied' });
  const bodies = { outcome: 'not-ours', bodies: ['local-government-ombudsman'] };
  assert.equal((await judged(contact, { outcome: 'not-ours' })).status, 422);
  assert.equal((await judged(contact, bodies)).status, 303);
  const visitor = await site.as(officer);
  const page = await visitor.get(contact);
  assert.match(page.text, /Who can help Local Government and Social Care Ombudsman/);
  assert.match(page.html, /Here is where to go: Local Government and Social Care Ombudsman/);
  const data = await written({ name: 'Lou Data', words: 'You sent me the wrong person’s letter' });
  await judged(data, { outcome: 'data-protection' });
  assert.match(
    (await visitor.get(data)).text,
    /Tell whoever looks after personal data.*Acknowledge a complaint about personal data.*3 December 2026/,
  );
});

test('[MAG-16] refused on a ground goes on as a logged complaint to the page of its refusal', async () => {
  const contact = await written({ name: 'Max Refused' });
  const sent = await judged(contact, { outcome: 'refused' }, lead);
  const visitor = await site.as(lead);
  const form = await visitor.form(sent.location ?? '');
  const sentIn = await logged(visitor, form);
  assert.match(sentIn.location ?? '', /\/do\/refuse$/, sentIn.text.slice(0, 400));
});
