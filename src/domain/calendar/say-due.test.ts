import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { englandAndWales as calendar } from '../../../test/fixtures/calendars.ts';
import type { LocalDate } from './dates.ts';
import { sayDue, sayLate } from './say-due.ts';

describe('due dates in words', () => {
  const wednesday = '2026-12-02';
  const said: [LocalDate, LocalDate, string][] = [
    ['2026-12-02', wednesday, 'due today'],
    ['2026-12-03', wednesday, 'due tomorrow'],
    ['2026-12-04', wednesday, 'due in 2 working days'],
    ['2026-12-07', wednesday, 'due in 3 working days'],
    ['2026-12-07', '2026-12-04', 'due in 1 working day'],
    ['2026-12-06', '2026-12-04', 'due on Sunday'],
    ['2026-12-29', '2026-12-23', 'due in 2 working days'],
    ['2026-12-01', wednesday, '1 working day late'],
    ['2026-11-30', wednesday, '2 working days late'],
    ['2026-12-04', '2026-12-06', 'late, was due on Friday'],
    ['2026-12-04', '2026-12-07', '1 working day late'],
    ['2029-03-01', '2028-12-01', 'due in 90 days'],
    ['2029-03-01', '2029-03-02', '1 day late'],
  ];
  for (const [due, today, words] of said) {
    test(`due ${due}, said on ${today}: ${words}`, () => assert.equal(sayDue(due, today, calendar), words));
  }
});

describe('how late something was done', () => {
  const said: [LocalDate, LocalDate, string][] = [
    ['2026-12-01', '2026-12-02', '1 working day late'],
    ['2026-12-04', '2026-12-08', '2 working days late'],
    ['2026-12-04', '2026-12-05', '1 day late'],
    ['2026-12-04', '2026-12-06', '2 days late'],
    ['2029-03-01', '2029-03-05', '4 days late'],
  ];
  for (const [due, until, words] of said) {
    test(`due ${due}, done ${until}: ${words}`, () => assert.equal(sayLate(due, until, calendar), words));
  }
});
