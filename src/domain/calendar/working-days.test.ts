import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { englandAndWales as calendar } from '../../../test/fixtures/calendars.ts';
import { addDays, epochDay, fromEpochDay, type LocalDate, weekday } from './dates.ts';
import {
  addWorkingDays,
  BeyondCalendar,
  countWorkingDays,
  isWorkingDay,
  makeCalendar,
  type NonWorkingStart,
  nextWorkingDay,
  previousWorkingDay,
  withinCalendar,
} from './working-days.ts';

const start = fc.integer({ min: epochDay('2012-01-01'), max: epochDay('2028-06-30') }).map(fromEpochDay);
const end = fc.integer({ min: epochDay('2012-01-01'), max: epochDay('2028-12-31') }).map(fromEpochDay);
const length = fc.integer({ min: 1, max: 100 });
const convention = fc.constantFrom<NonWorkingStart>(
  'next-working-day-is-day-1',
  'next-working-day-is-day-0',
  'previous-working-day-is-day-0',
);

/** As a person counts on a wall calendar, one day after another. */
function slowlyWorks(date: LocalDate): boolean {
  const day = weekday(date);
  return day !== 'Saturday' && day !== 'Sunday' && !calendar.holidays.some(holiday => holiday.date === date);
}

function slowlyDayZero(date: LocalDate, nonWorkingStart: NonWorkingStart): LocalDate {
  const step = nonWorkingStart === 'previous-working-day-is-day-0' ? -1 : 1;
  let day = date;
  if (nonWorkingStart !== 'next-working-day-is-day-1') while (!slowlyWorks(day)) day = addDays(day, step);
  return day;
}

function slowlyAdd(from: LocalDate, days: number, nonWorkingStart: NonWorkingStart): LocalDate {
  let day = slowlyDayZero(from, nonWorkingStart);
  for (let counted = 0; counted < days; ) {
    day = addDays(day, 1);
    if (slowlyWorks(day)) counted += 1;
  }
  return day;
}

describe('working days', () => {
  test('[R4] adding equals counting one day after another on a wall calendar', () => {
    fc.assert(
      fc.property(
        start.filter(date => date > '2012-01-03'),
        length,
        convention,
        (date, days, nonWorkingStart) => {
          assert.equal(addWorkingDays(calendar, date, days, nonWorkingStart), slowlyAdd(date, days, nonWorkingStart));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('[R4] adding and counting are each other’s inverse', () => {
    fc.assert(
      fc.property(start, length, convention, (date, days, nonWorkingStart) => {
        const due = addWorkingDays(calendar, date, days, nonWorkingStart);
        assert.equal(countWorkingDays(calendar, date, due, nonWorkingStart), days);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(start, end, convention, (date, to, nonWorkingStart) => {
        const days = countWorkingDays(calendar, date, to, nonWorkingStart);
        fc.pre(days >= 1 && isWorkingDay(calendar, to));
        assert.equal(addWorkingDays(calendar, date, days, nonWorkingStart), to);
      }),
    );
  });

  test('[R4] a later start or a longer clock never ends earlier', () => {
    fc.assert(
      fc.property(start, length, convention, (date, days, nonWorkingStart) => {
        const due = addWorkingDays(calendar, date, days, nonWorkingStart);
        assert.ok(addWorkingDays(calendar, addDays(date, 1), days, nonWorkingStart) >= due);
        assert.ok(addWorkingDays(calendar, date, days + 1, nonWorkingStart) > due);
        assert.ok(due > date);
      }),
    );
  });

  test('[R4] no working-day clock ends on a non-working day', () => {
    fc.assert(
      fc.property(start, fc.nat({ max: 100 }), convention, (date, days, nonWorkingStart) => {
        assert.equal(slowlyWorks(addWorkingDays(calendar, date, days, nonWorkingStart)), true);
      }),
    );
  });

  test('counting backwards is the same count with a minus', () => {
    fc.assert(
      fc.property(end, end, (a, b) => {
        assert.equal(countWorkingDays(calendar, a, b) + countWorkingDays(calendar, b, a), 0);
      }),
    );
  });

  test('[R4] the day after the trigger is day 1, and after a weekend trigger Monday is day 1, or day 0 where the policy says so', () => {
    assert.equal(addWorkingDays(calendar, '2026-11-02', 1), '2026-11-03');
    assert.equal(addWorkingDays(calendar, '2026-11-07', 1), '2026-11-09');
    assert.equal(addWorkingDays(calendar, '2026-11-07', 1, 'previous-working-day-is-day-0'), '2026-11-09');
    assert.equal(addWorkingDays(calendar, '2026-11-07', 1, 'next-working-day-is-day-0'), '2026-11-10');
    assert.equal(addWorkingDays(calendar, '2026-11-06', 1, 'next-working-day-is-day-0'), '2026-11-09');
  });

  test('day nought is the day itself, or the next working day', () => {
    assert.equal(addWorkingDays(calendar, '2026-11-06', 0), '2026-11-06');
    assert.equal(addWorkingDays(calendar, '2026-11-07', 0), '2026-11-09');
    assert.equal(addWorkingDays(calendar, '2026-11-07', 0, 'next-working-day-is-day-0'), '2026-11-09');
    assert.equal(nextWorkingDay(calendar, '2026-12-25'), '2026-12-29');
    assert.equal(previousWorkingDay(calendar, '2026-12-28'), '2026-12-24');
    assert.equal(previousWorkingDay(calendar, '2026-12-24'), '2026-12-24');
  });

  test('[R4] a date beyond the calendar is refused with a sentence and never guessed', () => {
    const cases: (() => unknown)[] = [
      () => addWorkingDays(calendar, '2028-12-20', 10),
      () => addWorkingDays(calendar, '2029-01-02', 1),
      () => addWorkingDays(calendar, '2011-12-30', 1),
      () => countWorkingDays(calendar, '2028-12-01', '2029-01-01'),
      () => isWorkingDay(calendar, '2011-12-31'),
      () => nextWorkingDay(calendar, '2028-12-30'),
      () => previousWorkingDay(calendar, '2012-01-02'),
    ];
    for (const workOut of cases) {
      const result = withinCalendar(workOut);
      assert.ok(result instanceof BeyondCalendar);
      assert.match(result.message, /known from 2012-01-01 to 2028-12-31 only/);
    }
    assert.equal(addWorkingDays(calendar, '2028-12-20', 5), '2028-12-29');
    assert.throws(() => withinCalendar(() => addWorkingDays(calendar, '2026-01-01', 1.5)), RangeError);
    assert.throws(() => addWorkingDays(calendar, '2026-01-01', -1), RangeError);
  });

  test('a calendar is plain data, equal to one built again', () => {
    assert.deepEqual(makeCalendar(calendar), calendar);
    assert.notDeepEqual(makeCalendar({ ...calendar, holidays: calendar.holidays.slice(1) }), calendar);
    assert.throws(() => makeCalendar({ ...calendar, to: '2011-12-31' }), /ends \(2011-12-31\) before it begins/);
  });

  // Trigger, then: acknowledgement due, stage 1 response due and longest, stage 2 response due and longest.
  const published: [LocalDate, LocalDate, LocalDate, LocalDate, LocalDate, LocalDate][] = [
    ['2026-04-02', '2026-04-13', '2026-04-27', '2026-05-12', '2026-05-12', '2026-06-10'],
    ['2026-12-21', '2026-12-30', '2027-01-14', '2027-01-28', '2027-01-28', '2027-02-25'],
    ['2026-12-24', '2027-01-05', '2027-01-19', '2027-02-02', '2027-02-02', '2027-03-02'],
    ['2027-12-24', '2028-01-05', '2028-01-19', '2028-02-02', '2028-02-02', '2028-03-01'],
    ['2022-09-16', '2022-09-26', '2022-10-10', '2022-10-24', '2022-10-24', '2022-11-21'],
    ['2025-05-02', '2025-05-12', '2025-05-27', '2025-06-10', '2025-06-10', '2025-07-08'],
    ['2024-04-06', '2024-04-12', '2024-04-26', '2024-05-13', '2024-05-13', '2024-06-11'],
    ['2028-04-13', '2028-04-24', '2028-05-09', '2028-05-23', '2028-05-23', '2028-06-21'],
  ];
  for (const [trigger, acknowledge, respond1, longest1, respond2, longest2] of published) {
    test(`[R4] the Code’s clocks from ${trigger}, over holidays and weekends`, () => {
      assert.equal(addWorkingDays(calendar, trigger, 5), acknowledge);
      assert.equal(addWorkingDays(calendar, acknowledge, 10), respond1);
      assert.equal(addWorkingDays(calendar, respond1, 10), longest1);
      assert.equal(addWorkingDays(calendar, acknowledge, 20), respond2);
      assert.equal(addWorkingDays(calendar, respond2, 20), longest2);
    });
  }
});
