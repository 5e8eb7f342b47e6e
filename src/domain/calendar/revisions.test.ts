import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { englandAndWales as calendar } from '../../../test/fixtures/calendars.ts';
import { epochDay, fromEpochDay, type LocalDate } from './dates.ts';
import { changedDays, dateMoved, type Revised, withHoliday, withoutHoliday } from './revisions.ts';
import type { Calendar } from './working-days.ts';

function revised(result: Revised): Calendar {
  assert.ok('calendar' in result, 'refused' in result ? result.refused : '');
  return result.calendar;
}

function oneOff(date: LocalDate): Calendar {
  return revised(withHoliday(calendar, { date, title: 'One-off holiday', notes: 'Extra bank holiday' }));
}

describe('holiday revisions', () => {
  test('[R11] a new holiday is a new numbered revision, and the old one stays as it was', () => {
    const after = oneOff('2026-11-20');
    assert.equal(after.revision, calendar.revision + 1);
    assert.equal(after.holidays.length, calendar.holidays.length + 1);
    assert.deepEqual(changedDays(calendar, after), ['2026-11-20']);
    assert.deepEqual(changedDays(calendar, calendar), []);
  });

  test('[R11] a new holiday moves the clocks that run over it by one working day, and no others', () => {
    const after = oneOff('2026-11-20');
    assert.deepEqual(dateMoved(calendar, after, { start: '2026-11-16', days: 5 }), {
      from: '2026-11-23',
      to: '2026-11-24',
    });
    assert.deepEqual(dateMoved(calendar, after, { start: '2026-11-13', days: 5 }), {
      from: '2026-11-20',
      to: '2026-11-23',
    });
    assert.equal(dateMoved(calendar, after, { start: '2026-11-12', days: 5 }), null);
    assert.equal(dateMoved(calendar, after, { start: '2026-11-20', days: 5 }), null);
    assert.notEqual(
      dateMoved(calendar, after, { start: '2026-11-20', days: 5, nonWorkingStart: 'next-working-day-is-day-0' }),
      null,
    );
  });

  test('[R11] the funeral of September 2022 moved what was open that day', () => {
    const before = revised(withoutHoliday(calendar, '2022-09-19'));
    assert.deepEqual(dateMoved(before, calendar, { start: '2022-09-16', days: 5 }), {
      from: '2022-09-23',
      to: '2022-09-26',
    });
  });

  test('[R11] a holiday taken away brings the dates back', () => {
    const after = oneOff('2026-11-20');
    const back = revised(withoutHoliday(after, '2026-11-20'));
    assert.equal(back.revision, calendar.revision + 2);
    assert.deepEqual({ ...back, revision: calendar.revision }, calendar);
  });

  test('[R11] only clocks with a changed day after their start and up to their end move', () => {
    const days = fc.integer({ min: epochDay('2020-01-01'), max: epochDay('2027-12-31') }).map(fromEpochDay);
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 60 }), (holiday, start, length) => {
        const added = withHoliday(calendar, { date: holiday, title: 'One-off holiday', notes: '' });
        fc.pre('calendar' in added);
        const moved = dateMoved(calendar, added.calendar, { start, days: length });
        const [changed] = changedDays(calendar, added.calendar);
        if (moved === null) return;
        assert.ok(changed !== undefined && changed > start && changed <= moved.from && moved.to > moved.from);
      }),
    );
  });

  test('what cannot be changed is refused in a sentence', () => {
    const refused: [Revised, RegExp][] = [
      [withHoliday(calendar, { date: '2026-12-25', title: 'Again', notes: '' }), /already a holiday: Christmas Day/],
      [withHoliday(calendar, { date: '2031-01-01', title: 'Later', notes: '' }), /known from 2012-01-01 to 2028-12-31/],
      [withHoliday(calendar, { date: '2026-11-20', title: ' ', notes: '' }), /Give the holiday a name/],
      [withoutHoliday(calendar, '2026-11-20'), /Friday 20 November 2026 is not a holiday/],
    ];
    for (const [result, sentence] of refused) {
      assert.ok('refused' in result);
      assert.match(result.refused, sentence);
    }
  });

  test('a holiday at a weekend moves nothing', () => {
    assert.deepEqual(changedDays(calendar, oneOff('2026-11-21')), []);
  });
});
