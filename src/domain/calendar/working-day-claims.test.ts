import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import { isLocalDate } from './dates.ts';
import { addWorkingDays, type Calendar, countWorkingDays, makeCalendar } from './working-days.ts';

const localDate = z.string().refine(isLocalDate);
const claimsFile = z.strictObject({
  calendars: z.record(
    z.string(),
    z.strictObject({
      base: z.enum(['england-and-wales', 'none']),
      from: localDate.default(englandAndWales.from),
      to: localDate.default(englandAndWales.to),
      holidays: z.array(z.strictObject({ date: localDate, title: z.string() })),
    }),
  ),
  claims: z.array(
    z.strictObject({
      id: z.string(),
      start: localDate,
      end: localDate,
      workingDays: z.int(),
      calendar: z.string(),
      nonWorkingStart: z.enum([
        'next-working-day-is-day-1',
        'next-working-day-is-day-0',
        'previous-working-day-is-day-0',
      ]),
      source: z.string(),
      holds: z.boolean(),
      ours: z.int().optional(),
      why: z.string().optional(),
    }),
  ),
});

const file = new URL('../../../test/fixtures/working-day-claims.yaml', import.meta.url);
const { calendars, claims } = claimsFile.parse(parse(readFileSync(file, 'utf8')));

function calendarOf(id: string): Calendar {
  const named = calendars[id];
  assert.ok(named, `the fixture has no calendar ${id}`);
  const own = named.holidays.map(holiday => ({ ...holiday, notes: '' }));
  const holidays = named.base === 'none' ? own : [...englandAndWales.holidays, ...own];
  return makeCalendar({ id, revision: 1, source: 'fixture', from: named.from, to: named.to, holidays });
}

describe('working days that others have published', () => {
  test('the fixture has them all', () => {
    assert.equal(claims.length, 31);
    assert.equal(claims.filter(claim => !claim.holds).length, 2);
  });

  for (const claim of claims.filter(claim => claim.holds)) {
    test(`[R4] ${claim.id}: ${claim.workingDays} working days from ${claim.start} end on ${claim.end}`, () => {
      const calendar = calendarOf(claim.calendar);
      assert.equal(addWorkingDays(calendar, claim.start, claim.workingDays, claim.nonWorkingStart), claim.end);
      assert.equal(countWorkingDays(calendar, claim.start, claim.end, claim.nonWorkingStart), claim.workingDays);
    });
  }

  for (const claim of claims.filter(claim => !claim.holds)) {
    test(`[R4] ${claim.id} is wrong: not ${claim.workingDays} but ${claim.ours} working days, as ${claim.why}`, () => {
      const calendar = calendarOf(claim.calendar);
      const counted = countWorkingDays(calendar, claim.start, claim.end, claim.nonWorkingStart);
      assert.equal(counted, claim.ours);
      assert.notEqual(counted, claim.workingDays);
      assert.notEqual(addWorkingDays(calendar, claim.start, claim.workingDays, claim.nonWorkingStart), claim.end);
    });
  }
});
