import assert from 'node:assert/strict';
import test from 'node:test';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { dateValues } from '../../forms/date-field.ts';

const site = await staffSite();

async function acknowledged(landlord: 'magna' | 'magenta' = 'magna') {
  const road = await roadOf(site, landlord);
  await road.acknowledged();
  const point = road.points[0] ?? '';
  return { road, point, officer: await site.as(road.cast.officer) };
}

test('[MAG-63][MAG-64] the point’s page keeps the account, evidence, chronology, what was missing, reasoning and the comment on the draft', async () => {
  const { road, point, officer } = await acknowledged();
  const url = road.href(`/do/record-investigation?point=${point}&stage=1`);
  const first = await officer.post(url, {
    account: 'She rang three times.',
    evidence: 'Call log of 3 June.',
    chronology: '3 June: first call.',
    'not-available': 'The June diary was lost when the tablet broke.',
    reasoning: 'Three calls and no visit.',
    'comment-on-draft': 'She says there was a fourth call.',
  });
  assert.equal(first.location, `${road.href(`/points/${point}`)}?stage=1&done=record-investigation`);
  await officer.post(url, { evidence: 'Email of 9 June.' });
  const page = await officer.get(road.href(`/points/${point}`));
  for (const words of ['three times', 'Call log', 'first call', 'tablet broke', 'no visit', 'fourth call', '9 June'])
    assert.match(page.text, new RegExp(words));
  const empty = await officer.post(url, {});
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Write something in one of the boxes/);
});

test('[MAG-64] two people can record at once without losing a word', async () => {
  const { road, point, officer } = await acknowledged();
  const url = road.href(`/do/record-investigation?point=${point}&stage=1`);
  const stale = await officer.form(url);
  await road.does(road.cast.lead, keep => ({ type: 'AddNote', note: keep('Rang her.', 'note') }));
  const sent = await officer.send(url, { ...stale, evidence: 'The job card.' });
  assert.equal(sent.status, 303);
});

test('[MAG-43][MGL-22] a point is decided on its page with reasons and what they rest on; the next day it can be changed', async () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const { road, point, officer } = await acknowledged(landlord);
    const url = road.href(`/do/decide-point?point=${point}&stage=1`);
    const without = await officer.post(url, { finding: 'upheld', reasons: 'Nobody came.' });
    assert.equal(without.status, 422);
    assert.match(without.text, /Name the policy, law or good practice/);
    assert.match(without.html, /Nobody came\./);
    const decided = await officer.post(url, {
      finding: 'upheld',
      reasons: 'Nobody came.',
      relied: 'Repairs policy 4.',
    });
    assert.equal(decided.location, `${road.href(`/points/${point}`)}?stage=1&done=decide-point`);
    const form = await officer.form(url);
    assert.equal(form['reasons'], 'Nobody came.', 'the decision as it stands, to be changed');
    await officer.post(url, { finding: 'partly-upheld' });
    assert.match((await officer.get(road.href(`/points/${point}`))).text, /Partly upheld/);
  }
});

test('[MAG-43] after the answer the point’s page is a record: its reasons stand there, and nothing is offered', async () => {
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  await road.answered();
  const officer = await site.as(road.cast.officer);
  const page = await officer.get(road.href(`/points/${road.points[0]}`));
  assert.match(page.text, /The record shows three reports and no visit\./);
  assert.match(page.text, /It rests on: Our repairs policy, section 4\./);
  assert.doesNotMatch(page.text, /can be changed until|Offer a remedy/);
  const overview = await officer.get(road.href());
  assert.match(overview.text, /See the investigation/);
  assert.doesNotMatch(overview.text, /Investigate and decide/);
});

test('a draft of one point’s reasons stays with that point', async () => {
  const road = await roadOf(site, 'magna');
  await road.assigned();
  await road.defined(['The ceiling leaks.', 'Nobody rang back.']);
  await road.letter('acknowledgement');
  const [one = '', two = ''] = road.points;
  const officer = await site.as(road.cast.officer);
  const url = (point: string) => road.href(`/do/decide-point?point=${point}&stage=1`);
  await officer.post(url(one), { 'save-draft': '1', reasons: 'Half a sentence' });
  assert.match((await officer.get(url(one))).html, /Half a sentence/);
  assert.match((await officer.get(road.href(`/points/${one}`))).html, /Half a sentence/);
  assert.doesNotMatch((await officer.get(url(two))).html, /Half a sentence/);
});

test('[MAG-10] a colleague who is asked sees the question alone, answers it, and sees nothing else of the complaint', async () => {
  const { road, point, officer } = await acknowledged();
  const { other } = { other: site.magna.person('manager') };
  const asked = await officer.post(road.href('/do/ask-information'), {
    of: other.personId,
    area: 'repairs',
    question: 'When was the gutter last cleared?',
    ...dateValues('due', '2026-11-09'),
  });
  assert.equal(asked.status, 303);
  const colleague = await site.as(other);
  const url = road.href('/do/give-information');
  const work = await colleague.get('/my-work');
  assert.ok(work.html.includes(`href="${url}?request=`), 'the list of work leads to the question');
  assert.doesNotMatch(work.text, /Okonkwo|Larch Court/);
  const page = await colleague.get(url);
  assert.equal(page.status, 200);
  assert.match(page.text, /When was the gutter last cleared\?/);
  assert.match(page.text, /Monday 9 November 2026/);
  assert.doesNotMatch(page.text, /Okonkwo|Larch Court|ceiling/);
  assert.equal((await colleague.get(road.href())).status, 404);
  assert.equal((await colleague.get(road.href(`/points/${point}`))).status, 404);
  const empty = await colleague.post(url, { answer: ' ' });
  assert.equal(empty.status, 422);
  const given = await colleague.post(url, { answer: 'On 4 March, by the contractor.' });
  assert.equal(given.status, 303);
  assert.match((await colleague.get(given.location ?? '')).text, /Thank you\./);
  assert.match((await officer.get(road.href(`/points/${point}`))).text, /On 4 March, by the contractor\./);
});

test('[MAG-10] a question asked of one colleague is no page for another', async () => {
  const { road, officer } = await acknowledged();
  await officer.post(road.href('/do/ask-information'), {
    of: site.magna.person('manager').personId,
    area: 'repairs',
    question: 'When was the gutter last cleared?',
  });
  const other = await site.as(site.magna.person('manager', 1));
  assert.equal((await other.get(road.href('/do/give-information'))).status, 404);
});

test('[MAG-10] the day to answer by is a working day in time for our own answer', async () => {
  const { road, officer } = await acknowledged();
  const ask = { of: road.cast.lead.personId, area: 'repairs', question: 'Kept words?' };
  const wrong: [Record<string, string>, RegExp][] = [
    [dateValues('due', '2026-11-07'), /Monday 9 November 2026/],
    [dateValues('due', '2026-11-19'), /Wednesday 18 November 2026/],
    [dateValues('due', '2026-11-03'), /today or in the future/],
  ];
  for (const [due, sentence] of wrong) {
    const page = await officer.post(road.href('/do/ask-information'), { ...ask, ...due });
    assert.equal(page.status, 422);
    assert.match(page.text, sentence);
    assert.match(page.html, /Kept words\?/);
  }
});

test('[MAG-63][MAG-09] whoever has a conflict of interest cannot investigate: the complaint is closed to them', async () => {
  const road = await roadOf(site, 'magna');
  await road.assigned();
  await road.defined();
  await road.does(road.cast.officer, keep => ({
    type: 'DeclareConflict',
    personId: road.cast.officer.personId,
    reason: keep('She is my aunt.', 'conflict'),
  }));
  const officer = await site.as(road.cast.officer);
  assert.equal((await officer.get(road.href(`/points/${road.points[0]}`))).status, 404);
  const lead = await site.as(site.magna.person('complaints-resolution-lead'));
  assert.equal((await lead.get(road.href(`/points/${road.points[0]}`))).status, 200);
});
