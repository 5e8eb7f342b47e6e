import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acknowledgedStory, answeredStory, type Story, story } from '../../../test/complaint-story.ts';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import type { LocalDate } from '../calendar/dates.ts';
import { withHoliday, withoutHoliday } from '../calendar/revisions.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { caseWindow } from './escalation-window.ts';
import type { ComplaintEvent } from './events.ts';
import { movedDates } from './moved-dates.ts';
import { workingDate } from './obligation.ts';

function adding(date: LocalDate): Calendar {
  const revised = withHoliday(englandAndWales, { date, title: 'A day of mourning', notes: '' });
  assert.ok('calendar' in revised);
  return revised.calendar;
}

const moving = (told: Story, before: Calendar, after: Calendar) => movedDates(told.state, told.deciding, before, after);

/** The case after its dates moved from one calendar to another, with the note of it. */
function moved(told: Story, before: Calendar, after: Calendar): Story {
  const dates = moving(told, before, after).map(({ obligationId, from, to }) => ({ obligationId, from, to }));
  const done = told.with({ calendar: after });
  return done.does({ type: 'RecalculateDates', calendarRevision: after.revision, moved: dates });
}

/** Acknowledged on 9 January 2026 by a letter that told the date the answer was due then. */
function toldStory(calendar: Calendar, quotesDate: LocalDate): Story {
  const begun = story().with({ calendar }).received('2026-01-05').assigned().defined().on('2026-01-09');
  return begun.issued('acknowledgement', 1, { quotesDate }).sent('acknowledgement-1');
}

const mourning = adding('2026-01-20');

test('[R11] what is open moves, from what to what; what is done does not', () => {
  assert.deepEqual(moving(acknowledgedStory(), englandAndWales, mourning), [
    { obligationId: 'respond-1', kind: 'respond', stage: 1, from: '2026-01-23', to: '2026-01-26', toldOn: null },
  ]);
  assert.deepEqual(moving(acknowledgedStory(), englandAndWales, adding('2026-01-08')), []);
});

test('[R11] the date told before a holiday was announced stays the working promise, and the work list says so', () => {
  const told = moved(toldStory(englandAndWales, '2026-01-23'), englandAndWales, mourning);
  const owed = told.owed('respond-1');
  assert.equal(owed.dueOn, '2026-01-26');
  assert.equal(workingDate(owed), '2026-01-23');
  assert.match(owed.rule, /our letter said Friday 23 January 2026, and we keep to that/);
  assert.equal(told.responded('2026-01-26').status('respond-1'), 'met', 'the legal date has moved');
});

test('[R11] where no letter told the date, the work moves with the holiday', () => {
  const told = moved(acknowledgedStory(), englandAndWales, mourning);
  assert.equal(workingDate(told.owed('respond-1')), '2026-01-26');
});

test('[R11] a holiday taken away brings the work forward and says what the letter told', () => {
  const told = moved(toldStory(mourning, '2026-01-26').on('2026-01-12'), mourning, englandAndWales);
  const owed = told.owed('respond-1');
  assert.equal(workingDate(owed), '2026-01-23');
  assert.equal(owed.promisedOn, '2026-01-26');
  assert.match(owed.rule, /our letter said Monday 26 January 2026, and the date has come forward since/);
});

test('[R11] a holiday taken away shortens nobody’s window to stage 2', () => {
  const answered = answeredStory();
  const last = caseWindow(answered.state, answered.deciding)?.closesOn ?? '2026-01-01';
  const shut = adding(last);
  const rolled = moved(answered, englandAndWales, shut);
  const later = caseWindow(rolled.state, rolled.deciding)?.closesOn ?? last;
  assert.ok(later > last);
  const without = withoutHoliday(shut, last);
  assert.ok('calendar' in without);
  const back = moved(rolled, shut, without.calendar);
  assert.equal(caseWindow(back.state, back.deciding)?.closesOn, later);
});

test('[R11] what was done before a calendar changed keeps its dates; what was open that day has the new ones', () => {
  const before = acknowledgedStory();
  const { dueOn: answerDue } = before.owed('respond-1');
  const earlier = (until: LocalDate) => [{ calendar: englandAndWales, until, next: 1001 }];
  const holiday = adding('2026-01-09');
  const changed = (told: Story, until: LocalDate) => told.with({ calendar: holiday, earlierCalendars: earlier(until) });
  const acknowledged = before.owed('acknowledge-1');
  assert.ok(acknowledged.dischargedOn !== null && acknowledged.dueOn !== null);
  assert.notEqual(before.with({ calendar: holiday }).owed('acknowledge-1').dueOn, acknowledged.dueOn, 'the day counts');
  assert.deepEqual(changed(before, '2026-01-12').owed('acknowledge-1'), acknowledged);
  const open = before.with({ calendar: mourning, earlierCalendars: earlier('2026-01-12') });
  assert.notEqual(open.owed('respond-1').dueOn, answerDue, 'what is open moves');
  const [day] = [acknowledged.dischargedOn];
  assert.deepEqual(changed(before, day).owed('acknowledge-1'), acknowledged, 'done earlier on the very day');
  const moved = { obligationId: 'acknowledge-1', from: acknowledged.dueOn, to: acknowledged.dueOn };
  const body = { calendarRevision: 1001, moved: [moved] };
  const note: ComplaintEvent = { type: 'DatesRecalculated', schema: 1, occurredOn: day, body };
  assert.notEqual(changed(before.happened(note), day).owed('acknowledge-1').dueOn, acknowledged.dueOn, 'open that day');
});
