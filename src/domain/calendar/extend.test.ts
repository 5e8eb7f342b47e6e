import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import { extendedCalendar, type NamedDay, readDays } from './extend.ts';
import { changedDays } from './revisions.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

const list = `2029-01-01 New Year’s Day
2029-03-30, Good Friday
2029-04-02 Easter Monday
2029-05-07 Early May bank holiday

2029-05-28 Spring bank holiday
2029-08-27 Summer bank holiday
2029-12-25 Christmas Day
2029-12-26 Boxing Day`;

function days(text = list): readonly NamedDay[] {
  const read = readDays(text);
  assert.ok('days' in read);
  return read.days;
}

function refusal(text: string): string {
  const revised = extendedCalendar(englandAndWales, days(text));
  assert.ok('refused' in revised, 'it was not refused');
  return revised.refused;
}

test('[R4] the years to come are loaded as they were published, a day to a line, and then count', () => {
  assert.deepEqual(days()[1], { date: '2029-03-30', title: 'Good Friday' });
  const revised = extendedCalendar(englandAndWales, days());
  assert.ok('calendar' in revised);
  assert.equal(revised.calendar.to, '2029-12-31');
  assert.equal(isWorkingDay(revised.calendar, '2029-03-30'), false);
  assert.equal(isWorkingDay(revised.calendar, '2029-03-29'), true);
  assert.equal(isWorkingDay(revised.calendar, '2028-12-25'), false, 'what was known stays');
});

test('[R4] a list with a gap, a double, a weekend, a known day or a line that is no day is refused in a sentence', () => {
  assert.match(refusal(list.replace('2029-12-26 Boxing Day', '')), /2029 has 7 of the days .* fewer than 8/);
  assert.match(refusal(`${list}\n2031-01-01 New Year’s Day`), /2030 has 0 of the days/);
  assert.match(refusal(`${list}\n2029-12-26 Again`), /Wednesday 26 December 2029 stands there twice/);
  assert.match(refusal(`${list}\n2029-12-29 A Saturday`), /no working day as it is/);
  assert.match(refusal(`2028-12-29 Too early\n${list}`), /is known already: enter the days from Monday 1 January 2029/);
  assert.match(refusal(''), /Enter the bank holidays from Monday 1 January 2029/);
  for (const line of ['1 January 2029 New Year’s Day', '2029-02-30 No such day', '2029-01-01']) {
    const read = readDays(line);
    assert.ok('refused' in read && read.refused.includes(line), line);
  }
});

test('[R11] loading the years to come moves no date: no day that was known works otherwise', () => {
  const revised = extendedCalendar(englandAndWales, days());
  assert.ok('calendar' in revised);
  assert.deepEqual(changedDays(englandAndWales, revised.calendar), []);
  const { calendar } = revised;
  for (const start of ['2026-11-20', '2028-11-01'] as const)
    assert.equal(addWorkingDays(calendar, start, 20), addWorkingDays(englandAndWales, start, 20));
  assert.throws(() => addWorkingDays(englandAndWales, '2028-12-28', 20));
  assert.equal(addWorkingDays(calendar, '2028-12-28', 20), '2029-01-26');
});
