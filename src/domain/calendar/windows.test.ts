import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { englandAndWales as calendar } from '../../../test/fixtures/calendars.ts';
import { addDays, epochDay, fromEpochDay } from './dates.ts';
import { deemedReceived, windowCloses, windowDay } from './windows.ts';
import { BeyondCalendar, isWorkingDay } from './working-days.ts';

const deemed = { email: 0, post: 2 };

describe('windows', () => {
  test('[R12] the day after is day 1, and the closing day is inside', () => {
    assert.equal(windowCloses('2026-11-02', { value: 30, unit: 'calendar-days' }, calendar), '2026-12-02');
    assert.equal(windowCloses('2026-11-02', { value: 10, unit: 'working-days' }, calendar), '2026-11-16');
    assert.equal(windowCloses('2026-11-02', { value: 36, unit: 'hours' }, calendar), '2026-11-04');
  });

  test('[R12] a window that would close on a non-working day closes on the next working day', () => {
    assert.equal(windowDay('2026-11-26', { value: 30, unit: 'calendar-days' }, calendar), '2026-12-26');
    assert.equal(windowCloses('2026-11-26', { value: 30, unit: 'calendar-days' }, calendar), '2026-12-29');
  });

  test('[R12] a window in months closes on the same date, or at the month’s end', () => {
    assert.equal(windowCloses('2026-05-18', { value: 6, unit: 'months' }, calendar), '2026-11-18');
    assert.equal(windowDay('2026-08-31', { value: 6, unit: 'months' }, calendar), '2027-02-28');
    assert.equal(windowCloses('2026-08-31', { value: 6, unit: 'months' }, calendar), '2027-03-01');
  });

  test('[R4] a window of days or months needs no holiday data; one of working days does', () => {
    assert.equal(windowCloses('2030-01-01', { value: 30, unit: 'calendar-days' }, calendar), '2030-01-31');
    assert.equal(windowCloses('2030-01-03', { value: 30, unit: 'calendar-days' }, calendar), '2030-02-04');
    assert.equal(windowCloses('2028-12-15', { value: 6, unit: 'months' }, calendar), '2029-06-15');
    assert.throws(() => windowCloses('2028-12-20', { value: 10, unit: 'working-days' }, calendar), BeyondCalendar);
  });

  test('[R12] a window never closes before its own length, nor on a day nobody works', () => {
    const start = fc.integer({ min: epochDay('2012-01-01'), max: epochDay('2028-09-01') }).map(fromEpochDay);
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 90 }), (from, value) => {
        const closes = windowCloses(from, { value, unit: 'calendar-days' }, calendar);
        assert.ok(closes >= addDays(from, value));
        assert.ok(closes <= addDays(from, value + 4));
        assert.equal(isWorkingDay(calendar, closes), true);
      }),
    );
  });

  test('[R12] an email counts as received that day, even on a Saturday', () => {
    assert.equal(deemedReceived('2026-11-07', 'email', deemed, calendar), '2026-11-07');
  });

  test('[R12] a letter by post counts as received on the second working day after posting', () => {
    assert.equal(deemedReceived('2026-11-05', 'post', deemed, calendar), '2026-11-09');
    assert.equal(deemedReceived('2026-12-24', 'post', deemed, calendar), '2026-12-30');
  });

  test('[R12] by both means the later counts, and where nobody knows, post', () => {
    assert.equal(deemedReceived('2026-11-05', 'both', deemed, calendar), '2026-11-09');
    assert.equal(deemedReceived('2026-11-05', 'unknown', deemed, calendar), '2026-11-09');
    assert.equal(deemedReceived('2026-11-05', 'both', { email: 3, post: 2 }, calendar), '2026-11-10');
  });
});
