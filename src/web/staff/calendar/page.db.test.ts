import assert from 'node:assert/strict';
import test from 'node:test';
import { dayFields, happened, lastOf } from '../../../../test/act-forms.ts';
import { castOf, roadOf } from '../../../../test/case-road.ts';
import { type LandlordName, staffSite } from '../../../../test/staff-site.ts';
import { formFields, type Visitor } from '../../../../test/staff-visitor.ts';
import { rebuildEverything } from '../../../application/rebuild.ts';

const site = await staffSite();
const { lead, colleague } = castOf(site, 'magna');

const mourning = (date: string) => ({
  ...dayFields('date', date),
  title: 'Day of mourning',
  reason: 'Proclaimed this morning',
});

/** Shows what would move, and presses the button under it. Gives the form that was sent as well. */
async function adds(visitor: Visitor, date: string) {
  const preview = await visitor.post('/calendar/add', mourning(date));
  assert.equal(preview.status, 200, preview.text);
  const fields = formFields(preview.html);
  return { preview, fields, answer: await visitor.send('/calendar/add', fields) };
}

async function takesAway(visitor: Visitor, date: string) {
  const answer = await visitor.post(`/calendar/remove/${date}`, { reason: 'It was moved' });
  assert.equal(answer.status, 303, answer.text);
  return visitor.get(answer.location ?? '');
}

async function rows(): Promise<unknown> {
  const { rows: owed } = await site.database.admin.query('select * from obligation order by case_id, obligation_id');
  const { rows: cases } = await site.database.admin.query('select * from case_index order by case_id');
  return { owed, cases };
}

async function answerDue(caseId: string): Promise<string> {
  const { rows: found } = await site.database.admin.query(
    `select due_on::text from obligation where case_id = $1 and obligation_id = 'respond-1'`,
    [caseId],
  );
  return found[0]?.due_on;
}

async function revisions(landlord: LandlordName): Promise<number> {
  const { rows: found } = await site.database.admin.query(
    'select count(*)::int as many from calendar_revision where landlord_id = $1',
    [site[landlord].landlordId],
  );
  return found[0]?.many;
}

test('[R4] the calendar shows a year’s bank holidays with what is special about them, and until when they are known', async () => {
  const visitor = await site.as(colleague);
  const page = await visitor.get('/calendar');
  assert.match(page.text, /Calendar of 2026/);
  assert.match(page.text, /Monday 28 December 2026 .*Boxing Day Substitute day/);
  assert.match(page.text, /Known until Sunday 31 December 2028\. A date in working days after that is refused/);
  assert.match(page.text, /A closure lengthens no clock/);
  assert.doesNotMatch(page.text, /Extend the calendar/);
  const year = await visitor.get('/calendar?year=2012');
  assert.match(year.text, /Tuesday 5 June 2012 .*Queen’s Diamond Jubilee Extra bank holiday/);
  for (const odd of ['1066', 'soon', '2029', "'", '20222022']) {
    assert.equal((await visitor.get(`/calendar?year=${encodeURIComponent(odd)}`)).status, 200);
  }
});

test('[R4] before the data end, whoever looks after the calendar has it in My work, until the years to come are loaded', async () => {
  site.clock.set('2027-10-04T10:00:00.000Z');
  const visitor = await site.as(castOf(site, 'magenta').lead);
  const due = /For the landlord .*due in \d+ working days .*Extend the calendar by the years to come/;
  const work = await visitor.get('/my-work');
  assert.match(work.text, due);
  assert.match(work.html, /href="#landlord"><span class="rd-stat__number">1</, 'the number that counts it opens it');
  assert.doesNotMatch(
    (await (await site.as(castOf(site, 'magenta').officer)).get('/my-work')).text,
    /Extend the calendar/,
  );
  assert.match((await visitor.get('/calendar')).text, /Extend the calendar by Friday 31 December 2027/);

  const days = ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'].map(
    day => `2029-${day} A holiday`,
  );
  const fields = { days: days.slice(1).join('\n'), reason: 'gov.uk/bank-holidays today' };
  const short = await visitor.post('/calendar/extend', fields);
  assert.equal(short.status, 422);
  assert.match(short.text, /2029 has 7 of the days you entered/);
  assert.equal(formFields(short.html)['reason'], fields.reason);
  const asked = await visitor.get('/calendar/extend');
  assert.match(asked.text, /No date moves by it/);
  const form = { ...formFields(asked.html), ...fields, days: days.join('\n') };
  const done = await visitor.send('/calendar/extend', form);
  assert.equal(done.status, 303, done.text);
  assert.match(
    (await visitor.get(done.location ?? '')).text,
    /The years are loaded.*The years from Monday 1 January 2029 loaded by/,
  );
  assert.doesNotMatch((await visitor.get('/my-work')).text, /Extend the calendar/);
  assert.equal(
    (await visitor.send('/calendar/extend', form)).location,
    done.location,
    'a second press does nothing more',
  );
  assert.equal(await revisions('magenta'), 1);
  site.clock.set('2026-11-04T10:00:00.000Z');
});

test('[R11] who may not change the calendar is told who may', async () => {
  const visitor = await site.as(colleague);
  const page = await visitor.get('/calendar');
  assert.match(page.text, /You cannot change the bank holidays: the policy gives this to Complaints Resolution Lead/);
  assert.doesNotMatch(page.html, /calendar\/add/);
  for (const url of ['/calendar/add', '/calendar/remove/2026-12-25'])
    assert.equal((await visitor.get(url)).status, 403);
  const { _csrf } = await visitor.form('/cases');
  const sent = await visitor.send('/calendar/add', { _csrf: String(_csrf), ...mourning('2026-11-10'), sure: '1' });
  assert.equal(sent.status, 403);
  assert.equal(await revisions('magna'), 0);
});

test('[R11] adding a holiday shows what would move, moves it with a note, keeps the promise, and is done once', async () => {
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  const other = await roadOf(site, 'magenta');
  await other.acknowledged();
  const [due, elsewhere] = [await answerDue(road.caseId), await answerDue(other.caseId)];
  assert.equal(due, '2026-11-18');

  const visitor = await site.as(lead);
  const { preview, fields, answer } = await adds(visitor, '2026-11-10');
  assert.match(preview.text, /Amaka Okonkwo .* Now: Wednesday 18 November 2026 Then: Thursday 19 November 2026/);
  assert.match(preview.text, /Told: Wednesday 18 November 2026, by letter/);
  assert.equal(answer.status, 303, answer.text);
  const again = await visitor.send('/calendar/add', fields);
  assert.equal(again.location, answer.location, 'a second press does nothing more');
  assert.equal(await revisions('magna'), 1);

  const page = await visitor.get(answer.location ?? '');
  assert.match(page.text, /The bank holiday is added\. One complaint has a note of the new dates/);
  assert.match(page.text, /Day of mourning Added here/);
  assert.match(page.text, /added as Day of mourning by .* on Wednesday 4 November 2026: Proclaimed this morning/);
  assert.match(page.text, /Monday 28 December 2026 .*Boxing Day Substitute day/, 'the shipped notes are kept');

  assert.equal(await answerDue(road.caseId), '2026-11-19');
  const notes = (await happened(site, road.reference)).filter(event => event.type === 'DatesRecalculated');
  assert.equal(notes.length, 1);
  assert.deepEqual(notes[0]?.body['moved'], [{ obligationId: 'respond-1', from: '2026-11-18', to: '2026-11-19' }]);
  const timeline = await visitor.get(road.href('/timeline'));
  assert.match(
    timeline.text,
    /Bank holidays changed: the answer of stage 1 from Wednesday 18 November 2026 to Thursday 19/,
  );
  const work = await (await site.as(road.cast.officer)).get('/my-work');
  assert.match(work.text, /our letter said Wednesday 18 November 2026, and we keep to that/);

  assert.equal(await answerDue(other.caseId), elsewhere, 'another landlord’s calendar is its own');
  assert.equal(await lastOf(site, other.reference, 'DatesRecalculated'), undefined);
});

test('[R11] taking a holiday away brings open dates forward, says what was told, and makes nothing late', async () => {
  const visitor = await site.as(lead);
  await adds(visitor, '2026-11-12');
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  assert.equal(await answerDue(road.caseId), '2026-11-20');
  const shown = await visitor.get('/calendar/remove/2026-11-12');
  assert.match(shown.text, /Now: Friday 20 November 2026 Then: Thursday 19 November 2026 Told: Friday 20/);
  assert.match((await takesAway(visitor, '2026-11-12')).text, /The bank holiday is taken away/);
  assert.equal(await answerDue(road.caseId), '2026-11-19');
  const work = await (await site.as(road.cast.officer)).get('/my-work');
  assert.match(work.text, /our letter said Friday 20 November 2026, and the date has come forward since/);
});

test('[R11] the rows are those that the events and the new calendar give', async () => {
  const before = await rows();
  await rebuildEverything(site.app);
  assert.deepEqual(await rows(), before);
});

test('[R4][R11] what cannot be changed is said in a sentence, with what was typed kept', async () => {
  const visitor = await site.as(lead);
  const cases: [string, RegExp][] = [
    ['2026-11-07', /Saturday 7 November 2026 is a Saturday/],
    ['2026-12-25', /already a holiday: Christmas Day/],
    ['2029-01-02', /known from 2012-01-01 to 2028-12-31 only/],
    ['2026-02-31', /must be a real date/],
  ];
  for (const [date, sentence] of cases) {
    const page = await visitor.post('/calendar/add', mourning(date));
    assert.equal(page.status, 422, date);
    assert.match(page.text, sentence);
    assert.equal(formFields(page.html)['title'], 'Day of mourning');
  }
  const empty = await visitor.post('/calendar/add', {});
  assert.match(empty.text, /Enter the day that is taken off .*Enter what the holiday is called .*Say who announced it/);
  assert.match((await visitor.get('/calendar/remove/2026-08-31')).text, /has come already/);
  assert.equal((await visitor.get('/calendar/remove/2026-11-11')).status, 404);
  assert.equal((await visitor.get('/calendar/remove/soon')).status, 404);
});

test('[R11] a day that has passed is not added once duties were done by dates that counted it', async () => {
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  site.clock.set('2026-11-06T10:00:00.000Z');
  const page = await (await site.as(lead)).post('/calendar/add', mourning('2026-11-03'));
  assert.equal(page.status, 422);
  assert.match(page.text, /Tuesday 3 November 2026 has passed, .* duties were done by dates that counted it/);
  site.clock.set('2026-11-04T10:00:00.000Z');
});

test('[R11] where somebody else changed the calendar meanwhile, nothing is done and the new dates are shown', async () => {
  const visitor = await site.as(lead);
  const preview = await visitor.post('/calendar/add', mourning('2026-11-16'));
  await adds(visitor, '2026-11-17');
  const many = await revisions('magna');
  const answer = await visitor.send('/calendar/add', formFields(preview.html));
  assert.equal(answer.status, 409);
  assert.match(answer.text, /The calendar was changed since you looked\. Nothing was done/);
  assert.equal(await revisions('magna'), many);
});
