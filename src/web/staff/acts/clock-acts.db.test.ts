import assert from 'node:assert/strict';
import test from 'node:test';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { dateValues } from '../../forms/date-field.ts';

const site = await staffSite();

async function acknowledged(landlord: 'magna' | 'magenta') {
  site.clock.set('2026-11-04T10:00:00.000Z');
  const road = await roadOf(site, landlord);
  await road.acknowledged();
  return { road, officer: await site.as(road.cast.officer), url: road.href('/do/extend?stage=1') };
}

test('[MAG-34] the page says how far an extension can go, and one within the cap is decided and leads to its notice', async () => {
  const { road, officer, url } = await acknowledged('magna');
  const page = await officer.get(url);
  assert.match(page.text, /The answer is due on Wednesday 18 November 2026/);
  assert.match(
    page.text,
    /moved to Wednesday 2 December 2026 at the latest: 10 working days from the first date \(MAG-34\)/,
  );
  const done = await officer.post(url, {
    ...dateValues('new-date', '2026-12-02'),
    reason: 'The roof has to be opened.',
  });
  assert.equal(done.location, `${road.href('/letters/new/extension')}?stage=1&done=extend`);
  const notice = await officer.get(done.location ?? '');
  assert.match(notice.text, /full answer by Wednesday 2 December 2026/);
  assert.match(notice.text, /The roof has to be opened\./);
});

test('[MAG-34][R9] the date stands still until the notice is sent, and moves that day', async () => {
  const { road, officer, url } = await acknowledged('magna');
  await officer.post(url, { ...dateValues('new-date', '2026-12-02'), reason: 'The roof has to be opened.' });
  assert.match((await officer.get(url)).text, /The answer is due on Wednesday 18 November 2026/);
  await road.letter('extension');
  assert.match((await officer.get(url)).text, /The answer is due on Wednesday 2 December 2026/);
});

test('[MAG-34] beyond the cap it needs a good reason and somebody else who may approve it', async () => {
  const { road, officer, url } = await acknowledged('magna');
  const beyond = { ...dateValues('new-date', '2026-12-09'), reason: 'The surveyor is ill.' };
  const refused = await officer.post(url, beyond);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /2 December 2026/);
  assert.match(refused.html, /The surveyor is ill\./, 'what was typed is kept');
  const approved = await officer.post(url, {
    ...beyond,
    'good-reason': 'No other surveyor has the papers.',
    approver: road.cast.approver.personId,
  });
  assert.equal(approved.status, 303);
});

test('[R5] after a late acknowledgement the page names the date worked to, and the Code’s outer date as the latest', async () => {
  site.clock.set('2026-11-04T10:00:00.000Z');
  const road = await roadOf(site, 'magna');
  site.clock.set('2026-11-17T10:00:00.000Z');
  await road.acknowledged();
  const officer = await site.as(road.cast.officer);
  const page = await officer.get(road.href('/do/extend?stage=1'));
  assert.match(page.text, /due on Tuesday 1 December 2026 \. We work to Monday 23 November 2026/);
  assert.match(page.text, /moved to Monday 7 December 2026 at the latest: the Code’s outer date/);
  const beyond = { ...dateValues('new-date', '2026-12-08'), reason: 'The surveyor is ill.' };
  const refused = await officer.post(road.href('/do/extend?stage=1'), beyond);
  assert.match(refused.text, /Choose Monday 7 December 2026 or earlier/);
});

test('[MGL-20] the customer is asked, and without agreement the date does not move though they are told', async () => {
  const { road, officer, url } = await acknowledged('magenta');
  const page = await officer.get(url);
  assert.match(page.text, /Does the resident agree\?/);
  const longer = { ...dateValues('new-date', '2026-12-02'), reason: 'The part is on its way.' };
  const unasked = await officer.post(url, longer);
  assert.equal(unasked.status, 422);
  assert.match(unasked.text, /Say whether the resident agrees/);
  const decided = await officer.post(url, { ...longer, agreement: 'refused' });
  assert.equal(decided.status, 303);
  const notice = await officer.get(decided.location ?? '');
  assert.match(notice.text, /You did not agree to more time, so our answer is still due on Wednesday 18 November 2026/);
  await road.letter('extension');
  assert.match((await officer.get(url)).text, /The answer is due on Wednesday 18 November 2026/);
});

test('[MAG-34] after the date it is too late to extend, and the page says so before anything is typed', async () => {
  const { officer, url } = await acknowledged('magna');
  site.clock.set('2026-11-19T10:00:00.000Z');
  const page = await officer.get(url);
  assert.match(page.text, /This cannot be done now/);
  assert.doesNotMatch(page.html, /name="reason"/);
});

test('[MAG-36][MGL-30] agreed updates are owed one after the other', async () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const { road, officer } = await acknowledged(landlord);
    const agreed = await officer.post(road.href('/do/agree-updates'), {
      every: 'week',
      ...dateValues('first', '2026-11-11'),
      how: 'by phone',
      note: 'She wants to hear every Wednesday.',
    });
    assert.equal(agreed.status, 303);
    site.clock.set('2026-11-11T10:00:00.000Z');
    assert.match((await officer.get(road.href())).text, /Give the agreed update/);
    const given = await officer.post(road.href('/do/give-update'), { note: 'The part has come.' });
    assert.equal(given.status, 303);
    assert.match((await officer.get(given.location ?? '')).text, /Update recorded/);
    site.clock.set('2026-11-18T10:00:00.000Z');
    assert.match((await officer.get(road.href())).text, /Give the agreed update/, 'a week after the one given');
  }
});

test('bad dates and empty boxes on the extension are put right on its page, and nothing is lost', async () => {
  const { officer, url } = await acknowledged('magna');
  const reason = 'Reason <b>kept</b> مرحبا 😀';
  const wrong: [Record<string, string>, RegExp][] = [
    [dateValues('new-date', '2026-02-31'), /no day 31/],
    [{ 'new-date-day': '2', 'new-date-month': '12', 'new-date-year': '26' }, /a year of four numbers/],
    [dateValues('new-date', '2026-11-01'), /today or in the future/],
    [dateValues('new-date', '2026-11-28'), /Monday 30 November 2026/],
    [dateValues('new-date', '2026-11-18'), /18 November 2026/],
    [dateValues('new-date', '2031-01-02'), /bank holidays|calendar/],
    [{}, /Enter the new date/],
  ];
  for (const [fields, sentence] of wrong) {
    const page = await officer.post(url, { ...fields, reason });
    assert.equal(page.status, 422, JSON.stringify(fields));
    assert.match(page.text, sentence);
    assert.match(page.text, /Reason <b>kept<\/b> مرحبا 😀/);
    assert.doesNotMatch(page.html, /<b>kept/);
  }
  const empty = await officer.post(url, { ...dateValues('new-date', '2026-12-02'), reason: ' \u0000 ' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Give the reason/);
});
