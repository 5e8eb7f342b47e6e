import assert from 'node:assert/strict';
import test from 'node:test';
import { dayFields } from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';

const site = await staffSite();

async function issuedAcknowledgement(landlord: 'magna' | 'magenta' = 'magna') {
  const road = await roadOf(site, landlord);
  await road.assigned();
  await road.defined();
  const letterId = await road.letter('acknowledgement', 1, null);
  return { road, letterId, url: road.href(`/letters/${letterId}`), officer: await site.as(road.cast.officer) };
}

test('[R7][MAG-28] an acknowledgement is owed until the day it is marked as sent, not the day it is issued', async () => {
  site.clock.set('2026-11-04T10:00:00.000Z');
  const { road, url, officer } = await issuedAcknowledgement();
  assert.match((await officer.get(road.href())).text, /Send the stage 1 acknowledgement/);
  site.clock.set('2026-11-05T10:00:00.000Z');
  const sent = await officer.post(url, { do: 'sent', how: 'post' });
  assert.equal(sent.status, 303);
  const page = await officer.get(sent.location ?? '');
  assert.match(page.text, /Sent Thursday 5 November 2026, by post/);
  assert.match(page.text, /Marked as sent/);
  site.clock.set('2026-11-04T10:00:00.000Z');
});

test('[R7] the way chosen when a letter was issued is chosen when it is marked as sent', async () => {
  const road = await roadOf(site, 'magna');
  await road.assigned();
  await road.defined();
  const officer = await site.as(road.cast.officer);
  const issued = await officer.post(road.href('/letters/new/acknowledgement?stage=1'), { do: 'issue', how: 'by-hand' });
  assert.equal(issued.status, 303, issued.text);
  const form = await officer.form(issued.location ?? '');
  assert.equal(form['how'], 'by-hand');
});

test('[R7] an earlier day of sending needs what shows it, and is marked as stated by hand', async () => {
  site.clock.set('2026-11-04T10:00:00.000Z');
  const { url, officer } = await issuedAcknowledgement();
  site.clock.set('2026-11-06T10:00:00.000Z');
  const earlier = { do: 'sent', how: 'post', 'on-day': '4', 'on-month': '11', 'on-year': '2026' };
  const without = await officer.post(url, earlier);
  assert.equal(without.status, 422);
  assert.match(without.text, /needs something that shows it/);
  const shown = await officer.post(url, { ...earlier, evidence: 'Certificate of posting AB 123' });
  assert.equal(shown.status, 303);
  const page = await officer.get(shown.location ?? '');
  assert.match(page.text, /Wednesday 4 November 2026, by post \(date stated by hand\)/);
  assert.match(page.text, /Certificate of posting AB 123/);
  site.clock.set('2026-11-04T10:00:00.000Z');
});

test('[R66] a letter to a wrong address is owed again and written anew, and the misdirected copy stays', async () => {
  const { road, url, officer } = await issuedAcknowledgement();
  await officer.post(url, { do: 'sent', how: 'post' });
  const returned = await officer.post(url, { do: 'returned', why: 'wrong-address', note: 'Went to the old flat.' });
  assert.equal(returned.status, 303);
  const page = await officer.get(url);
  assert.match(page.text, /Came back Wednesday 4 November 2026: it went to a wrong address/);
  assert.match(page.text, /Write it anew/);
  assert.match((await officer.get(road.href())).text, /Deal with a letter that went astray/);
  assert.match((await officer.get(road.href())).text, /Send the stage 1 acknowledgement/);
  assert.equal((await officer.get(`${url}/letter.pdf`)).status, 200);
});

test('[R7] a bounced letter is sent again as it is', async () => {
  const { url, officer } = await issuedAcknowledgement();
  await officer.post(url, { do: 'sent', how: 'email' });
  await officer.post(url, { do: 'returned', why: 'bounced', note: 'Mailbox full.' });
  assert.match((await officer.get(url)).text, /Send it again/);
  const again = await officer.post(url, { do: 'sent', how: 'post' });
  assert.equal(again.status, 303);
  assert.match((await officer.get(url)).text, /Sent Wednesday 4 November 2026, by post/);
});

test('[R82] an issued letter is cancelled with a reason: it stays as it was, marked, and leaves the outbox; another is written', async () => {
  const { road, url, letterId, officer } = await issuedAcknowledgement();
  assert.match((await officer.get('/outbox')).html, new RegExp(letterId));
  const without = await officer.post(url, { do: 'cancel' });
  assert.equal(without.status, 422);
  assert.match(without.text, /Say why it is not to go/);
  const cancelled = await officer.post(url, { do: 'cancel', reason: 'It names the wrong street.' });
  assert.equal(cancelled.status, 303);
  const page = await officer.get(cancelled.location ?? '');
  assert.match(page.text, /Cancelled Wednesday 4 November 2026, never sent/);
  assert.match(page.text, /It names the wrong street/);
  assert.match(page.text, /Write another one/);
  assert.doesNotMatch(page.text, /Mark as sent/);
  assert.equal((await officer.get(`${url}/letter.pdf`)).status, 200);
  assert.doesNotMatch((await officer.get('/outbox')).html, new RegExp(letterId));
  assert.match((await officer.get(road.href())).text, /Send the stage 1 acknowledgement/);
  assert.equal((await officer.post(url, { do: 'sent', how: 'post' })).status, 422);
});

test('[R66] the address is corrected with how we know, the earlier one is kept, and the incident is closed on a page of its own', async () => {
  const { road, url, letterId, officer } = await issuedAcknowledgement();
  await officer.post(url, { do: 'sent', how: 'post' });
  await officer.post(url, { do: 'returned', why: 'wrong-address', note: 'Went to the old flat.' });
  const corrected = await officer.post(road.href('/do/correct-contact'), {
    ...{ email: '', phone: '01632 960123', address: '2 Elm Row\nTestington', reason: 'She rang us.' },
  });
  assert.equal(corrected.status, 303, corrected.text);
  const people = await officer.get(road.href('/people'));
  assert.match(people.text, /2 Elm Row ?Testington/);
  assert.match(people.text, /Email Not given/);
  const { rows } = await site.database.admin.query(
    "select count(*)::int as many from personal_text where class = 'resident-email' and value = 'amaka@example.org'",
  );
  assert.ok(rows[0].many > 0, 'what was known before is kept');
  assert.match((await officer.get(road.href('/letters/new/acknowledgement?stage=1'))).text, /2 Elm Row/);
  const close = road.href(`/do/close-incident?letter=${letterId}`);
  const without = await officer.post(close, { copy: 'came-back' });
  assert.equal(without.status, 422);
  assert.match(without.text, /Choose whether it was reported/);
  const closed = await officer.post(close, { copy: 'came-back', reported: 'no', note: 'Unopened, so nobody read it.' });
  assert.equal(closed.status, 303, closed.text);
  assert.doesNotMatch((await officer.get(road.href())).text, /Deal with a letter that went astray/);
  assert.match((await officer.get(road.href('/timeline'))).text, /Data incident closed: the letter came back/);
});

test('[R7] a response to somebody with an agreed format: asked in what it went, and the agreed one stays owed', async () => {
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  await road.decided();
  const officer = await site.as(road.cast.officer);
  const { rows } = await site.database.admin.query('select complainant_id from case_index where case_id = $1', [
    road.caseId,
  ]);
  const told = await officer.post(`/residents/${rows[0].complainant_id}/needs/new`, {
    ...{ kind: 'braille', todo: 'Grade 2', keep: 'yes', share: 'yes', by: 'themselves' },
    ...dayFields('on', '2026-11-04'),
  });
  assert.equal(told.status, 303, told.text);
  const letterId = await road.letter('response', 1, null);
  const url = road.href(`/letters/${letterId}`);
  assert.match((await officer.get(url)).text, /In what did it go\? Braille Plain, and we called/);
  const unsaid = await officer.post(url, { do: 'sent', how: 'post' });
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.html, /href="#format"[^>]*>Choose in what it went/, 'the mistake is told at its question');
  const plain = { do: 'sent', how: 'post', format: 'plain-called' };
  assert.equal((await officer.post(url, plain)).status, 422, 'why it did not go as they need it is asked');
  const sent = await officer.post(url, { ...plain, despite: 'The braille comes on Friday' });
  assert.equal(sent.status, 303, sent.text);
  const page = await officer.get(url);
  assert.match(page.text, /Plain, with a call on Wednesday 4 November 2026; the agreed format follows/);
  assert.match(page.text, /Send it in the agreed format/);
  assert.match((await officer.get(road.href())).text, /Send the stage 1 response in the agreed format/);
  const followed = await officer.post(url, { do: 'sent', how: 'post', format: 'braille' });
  assert.equal(followed.status, 303, followed.text);
  assert.doesNotMatch((await officer.get(road.href())).text, /in the agreed format/);
});

test('[R45] a sent response offers a corrected one, which replaces nothing', async () => {
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  await road.decided();
  const letterId = await road.letter('response');
  const officer = await site.as(road.cast.officer);
  const page = await officer.get(road.href(`/letters/${letterId}`));
  const href = /href="([^"]*corrects=[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const issued = await officer.post(href, { do: 'issue', introduction: 'We left out a payment.' });
  assert.equal(issued.status, 303);
  assert.match(
    (await officer.get(issued.location ?? '')).text,
    /Corrects an earlier response ?, which stays as it was sent/,
  );
  assert.match((await officer.get(road.href(`/letters/${letterId}`))).text, /Corrected by a later response/);
});

test('bad dates and choices on a letter’s forms are put right on the page, with a sentence and what was typed', async () => {
  const { url, officer } = await issuedAcknowledgement();
  const wrong: [Record<string, string>, RegExp][] = [
    [{ 'on-day': '31', 'on-month': '2', 'on-year': '2026' }, /that month has no day 31/],
    [{ 'on-year': '26' }, /a year of four numbers/],
    [{ 'on-day': '1', 'on-month': '12', 'on-year': '2026' }, /today or in the past/],
    [{ 'on-day': '', 'on-month': '', 'on-year': '' }, /Give the day on which it went/],
    [{ how: 'pigeon' }, /Choose how the letter went/],
  ];
  for (const [fields, sentence] of wrong) {
    const page = await officer.post(url, { do: 'sent', evidence: 'kept words\u0000', ...fields });
    assert.equal(page.status, 422, JSON.stringify(fields));
    assert.match(page.text, sentence);
    assert.match(page.html, /kept words/);
  }
  const early = { do: 'sent', how: 'post', 'on-day': '1', 'on-month': '11', 'on-year': '2026', evidence: 'x' };
  const before = await officer.post(url, early);
  assert.equal(before.status, 422);
  assert.match(before.text, /is before the day the letter was issued/);
});

test('no letter of another landlord’s, nor one that does not exist, is shown', async () => {
  const { url, road } = await issuedAcknowledgement('magenta');
  const stranger = await site.as(site.magna.person('complaints-adviser'));
  assert.equal((await stranger.get(url)).status, 404);
  assert.equal((await stranger.get(`${url}/letter.pdf`)).status, 404);
  const officer = await site.as(road.cast.officer);
  assert.equal((await officer.get(road.href('/letters/nonsense'))).status, 404);
});
