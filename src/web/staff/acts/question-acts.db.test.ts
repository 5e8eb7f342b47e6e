import assert from 'node:assert/strict';
import test from 'node:test';
import { actUrl, dayFields, happened, lastOf, textOfRef } from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { rebuildCase } from '../../../application/rebuild.ts';
import { inLandlord } from '../../../storage/landlord-transaction.ts';

const site = await staffSite();
const { magna } = site;
const road = await roadOf(site, 'magna');
await road.acknowledged();
const { officer, lead, colleague } = road.cast;
const desk = await site.as(officer);
const head = magna.person('head-of-service', 1);

// Who manages whom: the lead the officer, a head of service the colleague.
await site.database.admin.query('update person set manager_id = $1 where person_id = $2', [
  lead.personId,
  officer.personId,
]);
await site.database.admin.query('update person set manager_id = $1 where person_id = $2', [
  head.personId,
  colleague.personId,
]);

async function asked(question: string): Promise<string> {
  const answer = await desk.post(actUrl(road.reference, 'ask-information'), {
    ...{ of: colleague.personId, area: 'repairs', question },
    ...dayFields('due', '2026-11-09'),
  });
  assert.equal(answer.status, 303, answer.text.slice(0, 500));
  return String((await lastOf(site, road.reference, 'InformationAsked'))?.body['requestId']);
}

test('[MAG-10] asking again before the date is work of whoever handles it, and is recorded with what was said', async () => {
  const requestId = await asked('When did you call?');
  site.clock.set('2026-11-05T10:00:00.000Z');
  assert.doesNotMatch((await desk.get('/my-work')).text, /Ask again for an answer/);
  site.clock.set('2026-11-06T10:00:00.000Z');
  assert.match((await desk.get('/my-work')).text, /Ask again for an answer/);
  const page = actUrl(road.reference, 'chase-question', `?request=${requestId}`);
  const empty = await desk.post(page, { how: 'phone' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Enter what they said/);
  const done = await desk.post(page, { how: 'phone', note: 'Will look tonight' });
  assert.equal(done.status, 303, done.text.slice(0, 400));
  const chased = await lastOf(site, road.reference, 'QuestionChased');
  assert.equal(await textOfRef(site, chased?.body['note']), 'Will look tonight');
  assert.doesNotMatch((await desk.get('/my-work')).text, /Ask again for an answer/);
});

test('[MAG-10][MGL-52] what is late is seen by the manager of who was asked and of who asked, with our own clock beside', async () => {
  for (const manager of [lead, head]) {
    assert.doesNotMatch((await (await site.as(manager)).get('/my-work')).text, /Late answers/);
  }
  site.clock.set('2026-11-11T10:00:00.000Z');
  for (const manager of [lead, head]) {
    const page = await (await site.as(manager)).get('/my-work');
    assert.match(page.text, /Late answers of your people, or for them \(1\)/);
    assert.match(page.text, new RegExp(`${colleague.name} .*asked by ${officer.name}`));
    assert.match(page.text, /Our own answer: in \d working days|Our own answer: due in/, page.text.slice(600, 2400));
  }
  const other = await (await site.as(magna.person('head-of-service'))).get('/my-work');
  assert.doesNotMatch(other.text, /Late answers/);
});

test('[MAG-64] what is not to be had ends the question, and why stands in the investigation of its points', async () => {
  const requestId = (await happened(site, road.reference)).find(one => one.type === 'InformationAsked')?.body[
    'requestId'
  ];
  const page = actUrl(road.reference, 'end-question', `?request=${requestId}`);
  const without = await desk.post(page, { how: 'not-available', reason: 'The book was thrown away' });
  assert.match(without.text, /Choose the points it was needed for/);
  const done = await desk.post(page, { how: 'not-available', reason: 'The book was thrown away', points: road.points });
  assert.equal(done.status, 303, done.text.slice(0, 400));
  const point = await desk.get(road.href(`/points/${road.points[0]}`));
  assert.match(point.text, /What was not available, and why The book was thrown away/);
  assert.match(point.text, /Not to be had on .*The book was thrown away/);
  assert.doesNotMatch((await (await site.as(lead)).get('/my-work')).text, /Late answers/);
});

test('[MGL-52] the turnaround of each service area is counted, and each figure opens its questions', async () => {
  const soon = await desk.post(actUrl(road.reference, 'ask-information'), {
    ...{ of: colleague.personId, area: 'repairs', question: 'And on which day?' },
    ...dayFields('due', '2026-11-13'),
  });
  assert.equal(soon.status, 303, soon.text.slice(0, 400));
  const requestId = String((await lastOf(site, road.reference, 'InformationAsked'))?.body['requestId']);
  site.clock.set('2026-11-13T10:00:00.000Z');
  const answer = await (await site.as(colleague)).post(
    actUrl(road.reference, 'give-information', `?request=${requestId}`),
    { answer: 'The tenth' },
  );
  assert.equal(answer.status, 303);
  const visitor = await site.as(lead);
  const page = await visitor.get('/performance');
  assert.match(
    page.text,
    /Repairs Asked: 2 , Repairs Answered in time: 1 , Repairs Late: 0 Not due yet: 0 Ended otherwise: 1 , Repairs Median working days to answer: 2/,
  );
  const hrefs = [...page.html.matchAll(/href="(\/performance\/questions[^"]+)">([\d,]+)</g)];
  assert.equal(hrefs.length, 3, 'asked, in time and ended otherwise; nothing opens from nought');
  for (const [, href = '', number] of hrefs) {
    const list = await visitor.get(href.replaceAll('&amp;', '&'));
    assert.equal(String(list.html.match(/class="govuk-link rd-nowrap"/g)?.length ?? 0), number, href);
  }
  const odd = await visitor.get('/performance/questions?area=%27%3B--&result=x&after=AAAA');
  assert.equal(odd.status, 200);
  assert.match(odd.text, /There is no such question/);
  assert.equal((await (await site.as(colleague)).get('/performance/questions?area=repairs')).status, 403);
});

test('the rows of questions are the same when they are made again from the events', async () => {
  const rows = async () =>
    (await site.database.admin.query('select * from information_request order by request_id')).rows;
  const before = await rows();
  assert.equal(before.length, 2);
  await inLandlord(site.app.database, magna.landlordId, tx => rebuildCase(site.app, tx, magna.landlordId, road.caseId));
  assert.deepEqual(await rows(), before);
});
