import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { englandAndWales as calendar } from '../../../test/fixtures/calendars.ts';
import { closuresBetween, skippedDays } from './skipped-days.ts';
import { addWorkingDays, makeCalendar } from './working-days.ts';

describe('skipped days', () => {
  test('[R4] every day a clock left out is named with why, the weekend and the holiday', () => {
    assert.deepEqual(skippedDays(calendar, '2026-12-24', '2026-12-29'), [
      { date: '2026-12-25', why: 'Christmas Day' },
      { date: '2026-12-26', why: 'weekend' },
      { date: '2026-12-27', why: 'weekend' },
      { date: '2026-12-28', why: 'Boxing Day (substitute day)' },
    ]);
    assert.deepEqual(skippedDays(calendar, '2022-09-16', '2022-09-20').at(-1), {
      date: '2022-09-19',
      why: 'Bank Holiday for the State Funeral of Queen Elizabeth II',
    });
    assert.deepEqual(skippedDays(calendar, '2026-12-01', '2026-12-04'), []);
  });

  test('beyond the holidays’ data only weekends are known', () => {
    const skipped = skippedDays(calendar, '2028-12-28', '2029-01-07').map(day => day.date);
    assert.deepEqual(skipped, ['2028-12-30', '2028-12-31', '2029-01-06', '2029-01-07']);
  });

  test('[R4] a landlord’s closure is shown and never lengthens a clock', () => {
    const closure = { date: '2026-12-30', title: 'Offices shut' } as const;
    const shut = makeCalendar({ ...calendar, closures: [closure] });
    assert.deepEqual(closuresBetween(shut, '2026-12-24', '2027-01-05'), [closure]);
    assert.deepEqual(closuresBetween(shut, '2026-12-30', '2027-01-05'), []);
    assert.equal(addWorkingDays(shut, '2026-12-24', 3), addWorkingDays(calendar, '2026-12-24', 3));
    assert.deepEqual(skippedDays(shut, '2026-12-29', '2026-12-31'), []);
  });
});
