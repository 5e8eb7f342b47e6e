import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runRedress } from '../../test/run-redress.ts';

const magna = ['deadlines', '--policy', 'magna'];

describe('redress deadlines', () => {
  test('[MAG-28][MAG-33] the JSON has every field, with null where it does not apply', async () => {
    const ran = await runRedress(...magna, '--received', '2026-12-24', '--as-of', '2026-12-24', '--json');
    assert.equal(ran.code, 0);
    const json: unknown = JSON.parse(ran.out);
    assert.deepEqual(json, {
      policy: 'magna',
      asOf: '2026-12-24',
      obligations: [
        {
          kind: 'acknowledge',
          stage: 1,
          dueOn: '2027-01-05',
          from: { event: 'received', date: '2026-12-24' },
          rule: '5 working days from receipt',
          clause: 'MAG-28',
          skipped: [
            { date: '2026-12-25', why: 'Christmas Day' },
            { date: '2026-12-26', why: 'weekend' },
            { date: '2026-12-27', why: 'weekend' },
            { date: '2026-12-28', why: 'Boxing Day (substitute day)' },
            { date: '2027-01-01', why: 'New Year’s Day' },
            { date: '2027-01-02', why: 'weekend' },
            { date: '2027-01-03', why: 'weekend' },
          ],
          longStopOn: '2027-01-05',
          status: 'due',
          metOn: null,
          workingDaysLate: null,
        },
        {
          kind: 'respond',
          stage: 1,
          dueOn: '2027-01-19',
          from: { event: 'acknowledgement-due', date: '2027-01-05' },
          rule: '10 working days from the acknowledgement',
          clause: 'MAG-33',
          skipped: [
            { date: '2027-01-09', why: 'weekend' },
            { date: '2027-01-10', why: 'weekend' },
            { date: '2027-01-16', why: 'weekend' },
            { date: '2027-01-17', why: 'weekend' },
          ],
          longStopOn: '2027-01-19',
          status: 'due',
          metOn: null,
          workingDaysLate: null,
        },
        {
          kind: 'acknowledge',
          stage: 2,
          dueOn: null,
          from: null,
          rule: '5 working days from the request',
          clause: 'Code 6.11',
          skipped: [],
          longStopOn: null,
          status: 'not-started',
          metOn: null,
          workingDaysLate: null,
        },
        {
          kind: 'respond',
          stage: 2,
          dueOn: null,
          from: null,
          rule: '20 working days from the acknowledgement',
          clause: 'MAG-42',
          skipped: [],
          longStopOn: null,
          status: 'not-started',
          metOn: null,
          workingDaysLate: null,
        },
      ],
      escalationWindow: { opensOn: null, closesOn: null, rule: null, clause: null },
    });
  });

  test('[MGL-24] in words it says each date, why, and until when stage 2 can be asked for', async () => {
    const ran = await runRedress(
      ...['deadlines', '--policy', 'magenta', '--received', '2026-04-02', '--acknowledged', '2026-04-15'],
      ...['--stage1-responded', '2026-04-29', '--as-of', '2026-05-01'],
    );
    assert.equal(ran.code, 0);
    assert.match(ran.out, /as of Friday 1 May 2026/);
    assert.match(ran.out, /Acknowledge +by 2026-04-13 +late +done 2026-04-15, 2 working days late/);
    assert.match(ran.out, /left out: 4 weekend days, 2026-04-03 Good Friday, 2026-04-06 Easter Monday/);
    assert.match(ran.out, /outer date: 2026-04-27/);
    assert.match(ran.out, /until Thursday 29 October 2026: 6 months .*\(MGL-24\)/);
  });

  test('everything wrong with what was typed is said at once, and the exit code is 2', async () => {
    const ran = await runRedress(
      ...[...magna, '--received', '2026-02-31', '--acknowledged', '26-03-01', '--stage1-responded', 'soon'],
      ...['--response-method', 'pigeon', '--as-of', '2026-04-31', '--stage2-extension-notified', '2026-05-01'],
    );
    assert.equal(ran.code, 2);
    assert.equal(ran.out, '');
    for (const sentence of [
      /--received 2026-02-31: there is no such day/,
      /--acknowledged 26-03-01: expected a date written YYYY-MM-DD/,
      /--stage1-responded soon: expected a date/,
      /--response-method pigeon: expected email or post/,
      /--as-of 2026-04-31: expected a real date/,
      /--stage2-extension-notified needs --stage2-extended-to/,
    ]) {
      assert.match(ran.error, sentence);
    }
  });

  test('an order that cannot be, an unknown policy and a date beyond the calendar are refused in a sentence', async () => {
    const refused: [string[], RegExp][] = [
      [
        [...magna, '--received', '2026-03-02', '--stage1-responded', '2026-03-01'],
        /answered before the complaint was received/,
      ],
      [['deadlines', '--policy', '../magna', '--received', '2026-03-02'], /no policy pack "..\/magna"/],
      [[...magna, '--received', '2028-12-27', '--as-of', '2028-12-27'], /known from 2012-01-01 to 2028-12-31 only/],
      [magna, /needs --received/],
      [[...magna, '--received', '2026-03-02', '--acknowleged', '2026-03-03'], /Did you mean --acknowledged/],
    ];
    for (const [words, sentence] of refused) {
      const ran = await runRedress(...words);
      assert.equal(ran.code, 2);
      assert.match(ran.error, sentence);
    }
  });
});
