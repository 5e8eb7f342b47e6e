import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import { type CalendarChange, changedCalendar } from './change.ts';
import { isWorkingDay } from './working-days.ts';

const today = '2026-11-04';
const add = (date: CalendarChange['date'], title = 'Day of mourning'): CalendarChange => ({ kind: 'add', date, title });

function refusal(change: CalendarChange): string {
  const revised = changedCalendar(englandAndWales, change, today);
  assert.ok('refused' in revised, 'it was not refused');
  return revised.refused;
}

test('[R11] an announced holiday makes the next revision, in which the day is no working day', () => {
  const revised = changedCalendar(englandAndWales, add('2026-11-10'), today);
  assert.ok('calendar' in revised);
  assert.equal(revised.calendar.revision, englandAndWales.revision + 1);
  assert.equal(isWorkingDay(revised.calendar, '2026-11-10'), false);
});

test('[R4][R11] a weekend, a holiday there is already, a nameless one and a day beyond the data are refused in a sentence', () => {
  assert.match(refusal(add('2026-11-07')), /Saturday 7 November 2026 is a Saturday, which is no working day/);
  assert.match(refusal(add('2026-12-25')), /already a holiday: Christmas Day/);
  assert.match(refusal(add('2026-11-10', ' ')), /Give the holiday a name/);
  assert.match(refusal(add('2029-01-02')), /known from 2012-01-01 to 2028-12-31 only/);
  assert.match(refusal({ kind: 'remove', date: '2026-11-10' }), /is not a holiday/);
});

test('[R11] a holiday that has come is not taken away, so that nobody is late without having been told', () => {
  assert.match(refusal({ kind: 'remove', date: '2026-08-31' }), /has come already/);
  const onTheDay = changedCalendar(englandAndWales, { kind: 'remove', date: '2026-12-25' }, '2026-12-25');
  assert.ok('refused' in onTheDay);
  assert.ok('calendar' in changedCalendar(englandAndWales, { kind: 'remove', date: '2026-12-25' }, '2026-12-24'));
});
