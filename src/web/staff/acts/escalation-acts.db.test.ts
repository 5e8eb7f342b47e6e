import assert from 'node:assert/strict';
import test from 'node:test';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { dateValues } from '../../forms/date-field.ts';

const site = await staffSite();

async function answered(landlord: 'magna' | 'magenta' = 'magna', texts?: readonly string[]) {
  site.clock.set('2026-11-04T10:00:00.000Z');
  const road = await roadOf(site, landlord);
  await road.assigned();
  await road.defined(texts);
  await road.letter('acknowledgement');
  await road.answered();
  return { road, officer: await site.as(road.cast.officer), url: road.href('/do/request-escalation') };
}

test('[MAG-38][MGL-24] stage 2 is asked for without a reason, by a conversation, and opens at once within the window', async () => {
  const until = { magna: 'Friday 4 December 2026', magenta: 'Tuesday 4 May 2027' };
  for (const landlord of ['magna', 'magenta'] as const) {
    const { road, officer, url } = await answered(landlord);
    const page = await officer.get(url);
    assert.match(page.text, new RegExp(`No reason is needed.*until ${until[landlord]}`));
    const asked = await officer.post(url, { channel: 'phone' });
    assert.equal(asked.status, 303);
    assert.match((await officer.get(road.href())).text, /Send the stage 2 acknowledgement/);
  }
});

test('[R40] some points can be asked for, and choosing “some” without any is put right on the page', async () => {
  const { road, officer, url } = await answered('magenta', ['The ceiling leaks.', 'Nobody rang back.']);
  const none = await officer.post(url, { channel: 'phone', extent: 'some', words: 'Still wet.' });
  assert.equal(none.status, 422);
  assert.match(none.text, /Choose the points they want looked at again/);
  assert.match(none.html, /Still wet\./);
  const asked = await officer.post(url, { channel: 'phone', extent: 'some', points: road.points[1] ?? '' });
  assert.equal(asked.status, 303);
  assert.match((await officer.get(road.href('/brief'))).text, /point 2/);
});

test('[MAG-38][R40] a late request waits for a decision, is accepted by default, and counts from its own day', async () => {
  const { road, officer, url } = await answered();
  site.clock.set('2026-12-14T10:00:00.000Z');
  await officer.post(url, { channel: 'email', words: 'It leaks again.' });
  const lead = await site.as(road.cast.lead);
  assert.match((await lead.get(road.href())).text, /Decide the late request for stage 2/);
  const page = await lead.get(road.href('/do/accept-escalation'));
  assert.match(page.text, /after the window, which closed on Friday 4 December 2026 \(MAG-38\)/);
  assert.match(page.text, /It leaks again\./);
  const accepted = await lead.post(road.href('/do/accept-escalation'), {});
  assert.equal(accepted.status, 303);
  assert.match((await lead.get(road.href())).text, /Monday 21 December 2026/, 'five working days from the request');
});

test('[MAG-39] only the lead declines, on a ground, with support and reasons, and the letter to the resident is next', async () => {
  const { road, officer, url } = await answered();
  site.clock.set('2026-12-14T10:00:00.000Z');
  await officer.post(url, { channel: 'email' });
  const decline = road.href('/do/refuse-escalation');
  const closed = await officer.get(decline);
  assert.match(closed.text, /that is for Complaints Resolution Lead \(MAG-39\)/);
  const lead = await site.as(road.cast.lead);
  const alone = await lead.post(decline, { ground: 'late', reasons: 'Nothing new was said in two letters.' });
  assert.equal(alone.status, 422);
  assert.match(alone.text, /Choose who supports the decision/);
  const done = await lead.post(decline, {
    ground: 'late',
    reasons: 'Nothing new was said in two letters.',
    support: road.cast.approver.personId,
  });
  assert.equal(done.status, 303);
  const letter = await lead.get(done.location ?? '');
  assert.match(letter.text, /Nothing new was said in two letters\./);
  assert.match(letter.text, /because the request came after the time for asking/);
  assert.match(letter.text, /Housing Ombudsman/);
});

test('[R40][MAG-39] declined on a ground: its questions are asked, kept with the decision, and the letter gives ground and reasons', async () => {
  const { road, officer, url } = await answered();
  await officer.post(url, { channel: 'email' });
  const lead = await site.as(road.cast.lead);
  const decline = road.href('/do/refuse-escalation');
  const chosen = {
    ground: 'already-considered',
    reasons: 'In May we answered the same.',
    support: road.cast.approver.personId,
  };
  const unanswered = await lead.post(decline, chosen);
  assert.equal(unanswered.status, 422);
  assert.match(unanswered.text, /Answer the question “Which earlier complaint considered it\?”/);
  assert.match(unanswered.text, /In May we answered the same/);
  const named = { ...chosen, 'q-already-considered-earlier-case': 'ABCD-EFGH' };
  const barred = await lead.post(decline, { ...named, 'q-already-considered-anything-new': 'yes' });
  assert.equal(barred.status, 422);
  assert.match(barred.text, /has not been considered/);
  const done = await lead.post(decline, { ...named, 'q-already-considered-anything-new': 'no' });
  assert.equal(done.status, 303);
  const letter = await lead.get(done.location ?? '');
  assert.match(letter.text, /because we have already considered the same matter/);
  assert.match(letter.text, /In May we answered the same/);
});

test('[R40] a request in time cannot be declined for being late', async () => {
  const { road, officer, url } = await answered();
  await officer.post(url, { channel: 'email' });
  const lead = await site.as(road.cast.lead);
  const refused = await lead.post(road.href('/do/refuse-escalation'), {
    ground: 'late',
    reasons: 'Too late.',
    support: road.cast.approver.personId,
  });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Choose the ground/);
  assert.doesNotMatch(refused.text, /It came after the time for asking/);
});

test('[R41] asked before the stage 1 answer, it keeps its day, and the reply gives the date of that answer', async () => {
  site.clock.set('2026-11-04T10:00:00.000Z');
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  const officer = await site.as(road.cast.officer);
  const url = road.href('/do/request-escalation');
  assert.match((await officer.get(url)).text, /Stage 1 has not been answered/);
  await officer.post(url, { channel: 'phone' });
  const reply = await officer.get(road.href('/letters/new/update?stage=2'));
  assert.match(reply.text, /Our answer will come by Wednesday 18 November 2026/);
  assert.match(reply.text, /Housing Ombudsman/);
  const lead = await site.as(road.cast.lead);
  const list = await lead.get('/cases?state=asked-early');
  assert.match(list.text, new RegExp(`${road.reference}.*Stage 2 awaits the answer Stage 1`));
  assert.match((await lead.get(road.href())).text, /Stage 1 Stage 2 awaits the answer/);
  assert.doesNotMatch((await lead.get('/cases?state=to-acknowledge')).text, new RegExp(road.reference));
});

test('bad input on a request for stage 2 is put right on its page', async () => {
  const { officer, url } = await answered();
  const wrong: [Record<string, string>, RegExp][] = [
    [{ channel: '' }, /Choose how they told us/],
    [{ channel: 'pigeon' }, /Choose how they told us/],
    [{ channel: 'phone', ...dateValues('on', '2026-11-05') }, /today or in the past/],
    [{ channel: 'phone', ...dateValues('on', '2026-10-01') }, /before the complaint was received/],
    [{ channel: 'phone', extent: 'some', points: 'nonsense' }, /Choose from the answers/],
    [{ channel: 'phone', words: 'x'.repeat(100_000) }, /20,000 characters or fewer/],
  ];
  for (const [fields, sentence] of wrong) {
    const page = await officer.post(url, { words: 'Kept <script>x</script> 😀', ...fields });
    assert.equal(page.status, 422, JSON.stringify(fields).slice(0, 80));
    assert.match(page.text, sentence);
    if (fields['words'] === undefined) assert.match(page.text, /Kept <script>x<\/script> 😀/);
  }
});
