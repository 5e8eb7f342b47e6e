import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addHours,
  addMonths,
  daysBetween,
  epochDay,
  fromEpochDay,
  isInstant,
  isLocalDate,
  londonDateOf,
  londonInstant,
  londonTimeOf,
  parseLocalDate,
  sayDate,
  weekday,
} from './dates.ts';

const anyDay = fc.integer({ min: -300_000, max: 2_000_000 });

describe('dates', () => {
  test('only real days written YYYY-MM-DD are dates', () => {
    for (const text of ['2026-11-22', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31']) {
      assert.equal(isLocalDate(text), true, text);
    }
    const wrong = [
      '',
      '2026-02-31',
      '2026-02-29',
      '1900-02-29',
      '0026-01-01',
      '26-01-01',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-1-01',
      '2026/01/01',
      ' 2026-01-01',
      '2026-01-01T00:00:00Z',
      '٢٠٢٦-٠١-٠١',
      '+026-01-01',
      '20 6-01-01',
    ];
    for (const text of wrong) {
      assert.equal(isLocalDate(text), false, text);
      assert.equal(parseLocalDate(text), null, text);
    }
  });

  test('a day number and its date are the same day, as the platform reads it', () => {
    fc.assert(
      fc.property(anyDay, day => {
        const date = fromEpochDay(day);
        assert.equal(date, new Date(day * 86_400_000).toISOString().slice(0, 10));
        assert.equal(isLocalDate(date), true);
        assert.equal(epochDay(date), day);
        assert.equal(fromEpochDay(day), date);
      }),
    );
  });

  test('[R12] months keep the day of the month, or take the last day of a shorter month', () => {
    assert.equal(addMonths('2026-01-15', 6), '2026-07-15');
    assert.equal(addMonths('2026-08-31', 6), '2027-02-28');
    assert.equal(addMonths('2027-08-31', 6), '2028-02-29');
    assert.equal(addMonths('2026-12-31', 2), '2027-02-28');
    assert.equal(addMonths('2024-02-29', 12), '2025-02-28');
    assert.equal(addMonths('2026-03-31', -1), '2026-02-28');
    assert.equal(addMonths('2026-01-10', -13), '2024-12-10');
  });

  test('[R12] months agree with Temporal for every day and length', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40, max: 40 }), (day, months) => {
        const date = fromEpochDay(day);
        assert.equal(addMonths(date, months), Temporal.PlainDate.from(date).add({ months }).toString());
      }),
    );
  });

  test('days are added and counted across months, years and leap days', () => {
    assert.equal(addDays('2024-02-28', 2), '2024-03-01');
    assert.equal(addDays('2027-01-01', -1), '2026-12-31');
    assert.equal(daysBetween('2024-02-28', '2024-03-01'), 2);
    assert.equal(daysBetween('2024-03-01', '2024-02-28'), -2);
  });

  test('a date is said with its weekday', () => {
    assert.equal(sayDate('2026-12-04'), 'Friday 4 December 2026');
    assert.equal(sayDate('2028-02-29'), 'Tuesday 29 February 2028');
    assert.equal(weekday('1969-12-31'), 'Wednesday');
    assert.equal(weekday('1970-01-01'), 'Thursday');
  });
});

describe('London', () => {
  test('[R3] an email at ten to midnight on a Friday is Friday’s, in winter and in summer', () => {
    assert.equal(londonDateOf('2026-12-04T23:50:00.000Z'), '2026-12-04');
    assert.equal(londonDateOf('2026-07-03T22:50:00.000Z'), '2026-07-03');
    assert.equal(londonDateOf('2026-07-03T23:10:00.000Z'), '2026-07-04');
    assert.equal(londonDateOf('2026-07-03T23:00Z'), '2026-07-04');
  });

  test('[R3] the London day is right on both sides of both clock changes', () => {
    assert.equal(londonDateOf('2026-03-28T23:59:59.999Z'), '2026-03-28');
    assert.equal(londonDateOf('2026-03-29T00:30:00.000Z'), '2026-03-29');
    assert.equal(londonDateOf('2026-03-29T22:59:59.999Z'), '2026-03-29');
    assert.equal(londonDateOf('2026-03-29T23:00:00.000Z'), '2026-03-30');
    assert.equal(londonDateOf('2026-10-24T23:00:00.000Z'), '2026-10-25');
    assert.equal(londonDateOf('2026-10-25T00:30:00.000Z'), '2026-10-25');
    assert.equal(londonDateOf('2026-10-25T23:30:00.000Z'), '2026-10-25');
  });

  test('[R3] the London day agrees with the time zone data at every minute', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 366 * 60 });
    fc.assert(
      fc.property(minutes, minute => {
        const instant = addHours('1972-01-01T00:00:00.000Z', minute / 60);
        const expected = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString();
        assert.equal(londonDateOf(instant), expected);
      }),
    );
  });

  test('[R13] hours are elapsed hours, whatever the clocks do', () => {
    const friday = londonInstant('2026-03-28', '10:00');
    assert.equal(friday, '2026-03-28T10:00:00.000Z');
    assert.equal(addHours(friday, 24), '2026-03-29T10:00:00.000Z');
    assert.equal(londonTimeOf(addHours(friday, 24)), '11:00');
    assert.equal(londonInstant('2026-07-01', '09:30'), '2026-07-01T08:30:00.000Z');
    assert.equal(londonInstant('2026-10-25', '01:30'), '2026-10-25T00:30:00.000Z');
  });

  test('an instant is ISO in UTC and of a real day', () => {
    assert.equal(isInstant('2026-03-28T10:00:00.000Z'), true);
    assert.equal(isInstant('2026-02-31T10:00:00.000Z'), false);
    assert.equal(isInstant('2026-03-28T24:00:00.000Z'), false);
    assert.equal(isInstant('2026-03-28T10:00:00+01:00'), false);
    assert.equal(isInstant('2026-03-28'), false);
  });
});
