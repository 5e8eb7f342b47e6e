import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { englandAndWales as calendar } from '../../../test/fixtures/calendars.ts';
import { CalendarFileError, readCalendar } from './calendar-file.ts';

function problemsIn(text: string): readonly string[] {
  try {
    readCalendar(text, 'x.yaml');
  } catch (error) {
    if (error instanceof CalendarFileError) return error.problems;
    throw error;
  }
  return [];
}

describe('the shipped calendar', () => {
  test('[R4] it has 2012 to 2028 whole: eight holidays a year, more where there were jubilees, a funeral, a coronation', () => {
    const perYear = new Map<string, number>();
    for (const { date } of calendar.holidays) perYear.set(date.slice(0, 4), (perYear.get(date.slice(0, 4)) ?? 0) + 1);
    const expected = new Map<string, number>();
    for (let year = 2012; year <= 2028; year += 1) expected.set(String(year), 8);
    assert.deepEqual(perYear, expected.set('2012', 9).set('2022', 10).set('2023', 9));
    assert.equal(calendar.from, '2012-01-01');
    assert.equal(calendar.to, '2028-12-31');
  });

  test('[R4] moved and one-off days are there, and the days they were moved from are not', () => {
    const dates = new Set<string>(calendar.holidays.map(holiday => holiday.date));
    for (const date of [
      '2012-06-04',
      '2012-06-05',
      '2020-05-08',
      '2022-06-02',
      '2022-06-03',
      '2022-09-19',
      '2023-05-08',
    ]) {
      assert.equal(dates.has(date), true, date);
    }
    for (const date of ['2012-05-28', '2020-05-04', '2022-05-30', '2021-12-25'])
      assert.equal(dates.has(date), false, date);
  });
});

describe('a calendar file', () => {
  test('every fault is named at once with its place, what was found and what was expected', () => {
    const problems = problemsIn(
      'id: A b\nrevision: 0\nfrom: 2012-02-30\nto: 2012-12-31\nextra: 1\nholidays:\n  - { date: 2012, title: x }\n',
    );
    assert.equal(problems.length, 6);
    for (const fault of [
      /^id: found "A b", expected lower-case/,
      /^revision: found 0/,
      /^source: nothing found/,
      /^from: found "2012-02-30", expected a real date/,
      /^holidays\[0\].date: found 2012,/,
      /^the file: .*extra/,
    ]) {
      assert.ok(
        problems.some(problem => fault.test(problem)),
        String(fault),
      );
    }
  });

  test('[R4] a year without holidays, a weekend, a date twice or outside is a fault', () => {
    const problems = problemsIn(
      [
        'id: x\nrevision: 1\nsource: s\nfrom: 2012-01-01\nto: 2013-12-31\nholidays:',
        '  - { date: 2012-01-01, title: Sunday }',
        '  - { date: 2012-01-02, title: Twice }',
        '  - { date: 2012-01-02, title: Twice }',
        '  - { date: 2011-12-26, title: Before }',
      ].join('\n'),
    );
    assert.equal(problems.length, 4);
    assert.match(problems.join('\n'), /a Sunday, expected the substitute day/);
    assert.match(problems.join('\n'), /2012-01-02 a second time/);
    assert.match(problems.join('\n'), /2011-12-26, expected a date from 2012-01-01 to 2013-12-31/);
    assert.match(problems.join('\n'), /found none in 2013/);
  });

  test('an empty file, a key twice and broken YAML are faults, not crashes', () => {
    assert.equal(problemsIn('').length, 1);
    assert.match(problemsIn('id: a\nid: b').join(), /unique/);
    assert.ok(problemsIn('holidays: [').length > 0);
  });
});
