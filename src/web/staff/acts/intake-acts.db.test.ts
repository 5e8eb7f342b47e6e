/** What stands around a complaint: its date of receipt, its links, authority, needs and notes, through their pages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actUrl, dayFields, does, happened, lastOf, officersOf, textOfRef } from '../../../../test/act-forms.ts';
import { staffSite } from '../../../../test/staff-site.ts';

const site = await staffSite();
const { officer, other, lead, second } = officersOf(site.magna);

test('[R24][R3] the day of receipt is corrected with a reason and somebody else’s approval, and every date moves', async () => {
  const { reference } = await site.logged(lead);
  const visitor = await site.as(officer);
  const url = actUrl(reference, 'correct-received-date');
  assert.match((await visitor.get(url)).text, /received on Monday 2 November 2026/);
  await does(visitor, url, {
    ...dayFields('to', '2026-10-28'),
    reason: 'The contractor was told',
    approver: lead.personId,
  });
  assert.deepEqual((await lastOf(site, reference, 'ReceivedDateCorrected'))?.body['to'], '2026-10-28');
  assert.match((await visitor.get(`/cases/${reference}`)).text, /due today|late/);
});

test('[R24] nobody approves their own correction, nor does somebody who may not', async () => {
  const { reference } = await site.logged(lead);
  const url = actUrl(reference, 'correct-received-date');
  const filled = { ...dayFields('to', '2026-10-28'), reason: 'An email' };
  for (const approver of [lead, site.magna.person('colleague')]) {
    const refused = await (await site.as(lead)).post(url, { ...filled, approver: approver.personId });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /somebody other than you has to approve it/);
  }
  assert.ok(!(await (await site.as(lead)).get(url)).html.includes(`value="${lead.personId}"`));
});

test('[R24] a day after it was logged, the day already recorded, or a day without bank holidays is refused in words', async () => {
  const { reference } = await site.logged(lead);
  const visitor = await site.as(officer);
  const url = actUrl(reference, 'correct-received-date');
  const filled = { reason: 'An email', approver: lead.personId };
  const same = await visitor.post(url, { ...filled, ...dayFields('to', '2026-11-02') });
  assert.match(same.text, /nothing would change/);
  const old = await visitor.post(url, { ...filled, ...dayFields('to', '2001-01-01') });
  assert.match(old.text, /bank holidays before it are not known here/);
  site.clock.set('2026-11-06T10:00:00.000Z');
  const later = await visitor.post(url, { ...filled, ...dayFields('to', '2026-11-05') });
  assert.match(later.text, /is after the day it was logged/);
  site.clock.set('2026-11-04T10:00:00.000Z');
});

const caseHref = (reference: string) => `/cases/${reference}`;

test('[MAG-21] an earlier complaint is linked as background; the other keeps everything of its own', async () => {
  const one = await site.logged(lead);
  const two = await site.logged(lead);
  await does(await site.as(officer), actUrl(one.reference, 'link'), {
    reference: two.reference.toLowerCase(),
    why: 'earlier',
  });
  assert.deepEqual((await lastOf(site, one.reference, 'CaseLinked'))?.body, {
    otherCaseId: two.caseId,
    why: 'earlier',
  });
  assert.equal(await lastOf(site, two.reference, 'CaseLinked'), undefined);
  const visitor = await site.as(lead);
  const [later, earlier] = [await visitor.get(caseHref(one.reference)), await visitor.get(caseHref(two.reference))];
  assert.match(later.text, new RegExp(`Linked ${two.reference} .{1,60} came before`));
  assert.match(earlier.text, new RegExp(`Linked ${one.reference} .{1,60} came later`), 'the other side shows it too');
  const again = await (await site.as(officer)).post(actUrl(one.reference, 'link'), {
    reference: two.reference,
    why: 'earlier',
  });
  assert.equal(again.status, 422);
  assert.match(again.text, /linked already/);
});

test('[R64] complaints of one household are linked from both sides', async () => {
  const one = await site.logged(lead);
  const two = await site.logged(lead);
  await does(await site.as(officer), actUrl(one.reference, 'link'), { reference: two.reference, why: 'household' });
  assert.equal((await lastOf(site, one.reference, 'CaseLinked'))?.body['otherCaseId'], two.caseId);
  assert.equal((await lastOf(site, two.reference, 'CaseLinked'))?.body['otherCaseId'], one.caseId);
});

test('[MAG-11] a complaint cannot be linked to itself, to none, or to one that this person may not see', async () => {
  const one = await site.logged(lead);
  const strangers = await site.logged(officersOf(site.magenta).lead);
  for (const reference of [one.reference, 'ZZZZ-ZZZZ-Z', 'nonsense', strangers.reference]) {
    const refused = await (await site.as(officer)).post(actUrl(one.reference, 'link'), { reference, why: 'duplicate' });
    assert.equal(refused.status, 422, reference);
    assert.match(refused.text, /There is no such complaint/);
  }
  const colleague = site.magna.person('colleague');
  const own = await site.logged(colleague);
  const hidden = await (await site.as(colleague)).post(actUrl(own.reference, 'link'), {
    ...{ reference: one.reference, why: 'duplicate' },
  });
  assert.equal(hidden.status, 422);
});

test('[MAG-03][MGL-12][R22] authority names who, how far and until when, with what shows it', async () => {
  const { reference } = await site.logged(lead, {
    representative: { name: 'Mr Advocate', email: null, phone: null, authority: null },
  });
  const visitor = await site.as(officer);
  const url = actUrl(reference, 'representative');
  assert.match((await visitor.get(url)).text, /Mr Advocate/);
  await does(visitor, url, {
    scope: 'correspondence-only',
    evidence: 'Letter of 1 May',
    ...dayFields('until', '2027-05-01'),
  });
  const { body } = (await lastOf(site, reference, 'RepresentativeRecorded')) ?? assert.fail();
  assert.deepEqual([body['scope'], body['until']], ['correspondence-only', '2027-05-01']);
  assert.equal(await textOfRef(site, body['evidence']), 'Letter of 1 May');
  assert.match((await visitor.get(`/cases/${reference}/people`)).text, /Mr Advocate.*Receives letters only, until/);
});

test('[MAG-03] somebody new who has authority is recorded with a way to reach them, and with an end not in the past', async () => {
  const { reference } = await site.logged(lead);
  const visitor = await site.as(other);
  const url = actUrl(reference, 'representative');
  const filled = { who: 'new', name: 'Ms Daughter', scope: 'full', evidence: 'Power of attorney' };
  assert.match((await visitor.post(url, filled)).text, /so that we can reach them/);
  assert.match((await visitor.post(url, { ...filled, name: '' })).text, /Enter their name/);
  assert.match((await visitor.post(url, { ...filled, who: 'known' })).text, /Nobody is recorded yet/);
  const over = await visitor.post(url, { ...filled, phone: '01632 960001', ...dayFields('until', '2026-11-01') });
  assert.equal(over.status, 422);
  await does(visitor, url, { ...filled, address: '1 Far Road, Elsewhere, ZZ9 9ZZ' });
  assert.match(
    (await visitor.get(`/cases/${reference}/people`)).text,
    /Ms Daughter.*1 Far Road Elsewhere ZZ9 9ZZ.*May speak/,
  );
});

test('a note can be added to whatever the complaint has become meanwhile', async () => {
  const { reference } = await site.logged(lead);
  const visitor = await site.as(second);
  await does(visitor, actUrl(reference, 'add-note'), { note: 'Line one\nline two' });
  const note = await lastOf(site, reference, 'NoteAdded');
  assert.equal(await textOfRef(site, note?.body['note']), 'Line one\nline two');
  assert.equal((await happened(site, reference)).filter(event => event.type === 'NoteAdded').length, 1);
});
