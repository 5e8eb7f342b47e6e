import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { runRedress } from '../../test/run-redress.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../../test/fixtures/${name}`, import.meta.url));
const sample = fixture('determination-timelines.csv');

const obligation = z.strictObject({
  kind: z.enum(['acknowledge', 'respond']),
  stage: z.union([z.literal(1), z.literal(2)]),
  dueOn: z.string().nullable(),
  from: z.strictObject({ event: z.string(), date: z.string() }).nullable(),
  rule: z.string(),
  clause: z.string(),
  skipped: z.array(z.strictObject({ date: z.string(), why: z.string() })),
  longStopOn: z.string().nullable(),
  status: z.enum(['met', 'late', 'due', 'overdue', 'not-started', 'lapsed', 'cannot-judge']),
  metOn: z.string().nullable(),
  workingDaysLate: z.number().nullable(),
});
const replayed = z.strictObject({
  cases: z.array(
    z.strictObject({
      caseRef: z.string(),
      obligations: z.array(obligation),
      columns: z.record(z.string(), z.string()).optional(),
    }),
  ),
  rejected: z.array(
    z.strictObject({ line: z.int(), column: z.string().nullable(), value: z.string().nullable(), why: z.string() }),
  ),
  indicators: z.array(z.strictObject({ id: z.string(), met: z.int(), of: z.int(), percent: z.number().nullable() })),
});
const expectedFile = z.strictObject({
  cases: z.record(
    z.string(),
    z.strictObject({
      acknowledge1: z.string(),
      respond1: z.string(),
      acknowledge2: z.string(),
      respond2: z.string(),
      why: z.string().optional(),
    }),
  ),
  indicators: z.record(z.string(), z.tuple([z.int(), z.int(), z.number()])),
});

const folder = mkdtempSync(join(tmpdir(), 'redress-replay-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function replay(path: string, asOf = '2024-12-31', policy = 'code-2024') {
  const ran = await runRedress('replay', path, '--policy', policy, '--as-of', asOf, '--json');
  return { ...ran, json: replayed.parse(JSON.parse(ran.out)) };
}

describe('replay of published timelines', async () => {
  const expected = expectedFile.parse(parse(readFileSync(fixture('determination-timelines.expected.yaml'), 'utf8')));
  const { code, json } = await replay(sample);

  test('every row is judged and the exit code says so', () => {
    assert.equal(code, 0);
    assert.deepEqual(json.rejected, []);
    assert.deepEqual(json.cases.map(one => one.caseRef).sort(), Object.keys(expected.cases).sort());
  });

  for (const one of json.cases) {
    const byHand = expected.cases[one.caseRef];
    test(`[R4][R5][R6][R8] ${one.caseRef} is judged as by hand: ${byHand?.why ?? 'see the fixture'}`, () => {
      const { why: _, ...lines } = byHand ?? {};
      const ours = one.obligations.map(({ kind, stage, dueOn, status, workingDaysLate }) => {
        const late = workingDaysLate === null ? '' : ` ${workingDaysLate}`;
        return [`${kind}${stage}`, `${dueOn ?? 'none'} ${status}${late}`];
      });
      assert.deepEqual(Object.fromEntries(ours), lines);
    });
  }

  test('[R10] the indicators count what fell due, and leave out what cannot be judged', () => {
    const [acknowledge1, respond1, , acknowledge2, respond2] = json.indicators.map(({ met, of, percent }) => [
      met,
      of,
      percent,
    ]);
    assert.deepEqual({ acknowledge1, respond1, acknowledge2, respond2 }, expected.indicators);
  });

  test('[R5] a late acknowledgement moves the policy’s date and not the outer date', () => {
    const answer = json.cases.find(one => one.caseRef === '202330826')?.obligations[1];
    assert.equal(answer?.dueOn, '2023-06-19');
    assert.equal(answer?.longStopOn, '2023-06-15');
    assert.deepEqual(answer?.from, { event: 'acknowledgement-sent', date: '2023-06-05' });
  });
});

describe('replay as it stood', () => {
  test('[R10] what happened after the day asked for had not happened, and what was not yet due is not counted', async () => {
    const { json } = await replay(sample, '2023-10-11');
    const first = json.cases[0]?.obligations.map(({ kind, stage, status, metOn }) => ({ kind, stage, status, metOn }));
    assert.deepEqual(first, [
      { kind: 'acknowledge', stage: 1, status: 'met', metOn: '2023-10-06' },
      { kind: 'respond', stage: 1, status: 'due', metOn: null },
      { kind: 'acknowledge', stage: 2, status: 'not-started', metOn: null },
      { kind: 'respond', stage: 2, status: 'not-started', metOn: null },
    ]);
  });
});

describe('replay of bad rows', () => {
  const head =
    'Case ref,received_on,acknowledged_on,stage1_responded_on,escalation_requested_on,stage2_responded_on,team\n';

  test('each bad row is named with line, column, value and why; the rest goes on and the exit code is 1', async () => {
    const rows = [
      'good,2024-03-04,2024-03-05,2024-03-12,,,North',
      'impossible,2024-02-31,,,,,North',
      'no-receipt,,2024-03-05,,,,North',
      'before,2024-03-04,,2024-03-01,,,North',
      'words,2024-03-04,yesterday,,,,North',
      'slashes,04/03/2024,,,,,North',
      'stage2-before,2024-03-04,,2024-03-12,2024-04-10,2024-04-09,North',
      'future,2024-03-04,,2062-03-12,,,North',
      ',2024-03-04,,,,,North',
      'short,2024-03-04',
      '"two\nlines",2024-03-04,x,,,,North',
      'old,2009-03-04,,,,,North',
      'good too,2024-03-04,2024-03-05,2024-03-30,,,"South, East"',
    ];
    const { code, json } = await replay(file('bad.csv', head + rows.join('\r\n')));
    assert.equal(code, 1);
    assert.deepEqual(
      json.cases.map(({ caseRef, columns }) => [caseRef, columns]),
      [
        ['good', { team: 'North' }],
        ['good too', { team: 'South, East' }],
      ],
    );
    assert.deepEqual(
      json.rejected.map(({ line, column, value }) => [line, column, value]),
      [
        [3, 'received_on', '2024-02-31'],
        [4, 'received_on', ''],
        [5, 'stage1_responded_on', '2024-03-01'],
        [6, 'acknowledged_on', 'yesterday'],
        [7, 'received_on', '04/03/2024'],
        [8, 'stage2_responded_on', '2024-04-09'],
        [9, 'stage1_responded_on', '2062-03-12'],
        [10, 'case_ref', ''],
        [11, null, null],
        [12, 'acknowledged_on', 'x'],
        [14, 'received_on', '2009-03-04'],
      ],
    );
    const whys = json.rejected.map(one => one.why);
    assert.match(whys[0] ?? '', /no such day/);
    assert.match(whys[1] ?? '', /received is missing/);
    assert.match(whys[2] ?? '', /answered before the complaint was received \(2024-03-04\)/);
    assert.match(whys[3] ?? '', /YYYY-MM-DD/);
    assert.match(whys[6] ?? '', /in the future/);
    assert.match(whys[8] ?? '', /2 values .* 7 columns/);
    assert.match(whys.at(-1) ?? '', /known from 2012-01-01 to 2028-12-31 only/);
  });

  test('columns in any order, semicolons, a byte order mark and blank lines are read', async () => {
    const text = '\uFEFFreceived_on;case_ref;stage1_responded_on\r\n2024-03-04;A;2024-03-08\r\n\r\n2024-03-04;B;\r\n';
    const { code, json, error } = await replay(file('semicolons.csv', text));
    assert.equal(code, 0);
    assert.deepEqual(
      json.cases.map(one => [one.caseRef, one.obligations[1]?.status]),
      [
        ['A', 'met'],
        ['B', 'overdue'],
      ],
    );
    assert.match(error, /no column acknowledged_on, escalation_requested_on, stage2_responded_on/);
  });

  test('[R6] a notice whose new date is not recorded leaves a later answer unjudged', async () => {
    const text =
      'case_ref,received_on,acknowledged_on,stage1_extension_notified_on,stage1_responded_on\n' +
      'A,2024-03-04,2024-03-04,2024-03-14,2024-03-25\nB,2024-03-04,2024-03-04,2024-03-14,2024-03-18\n';
    const { json } = await replay(file('no-new-date.csv', text));
    assert.deepEqual(
      json.cases.map(one => one.obligations[1]?.status),
      ['cannot-judge', 'met'],
    );
    assert.match(json.cases[0]?.obligations[1]?.rule ?? '', /new date is not recorded/);
  });

  test('a quotation mark never closed loses the rest of the file, not what was judged before it', async () => {
    const { code, json, error } = await replay(
      file('quote.csv', 'case_ref,received_on\nA,2024-03-04\n"B,2024-03-04\nC,2024-03-04\n'),
    );
    assert.equal(code, 2);
    assert.deepEqual(
      json.cases.map(one => one.caseRef),
      ['A'],
    );
    assert.equal(json.rejected[0]?.line, 3);
    assert.match(error, /line 3: a quotation mark/);
  });
});

describe('replay of what cannot be read', () => {
  const unreadable: [string, () => string, RegExp][] = [
    ['no file', () => join(folder, 'nowhere.csv'), /There is no file/],
    ['a folder', () => folder, /is a folder/],
    ['an empty file', () => file('empty.csv', ''), /is empty/],
    ['no header', () => file('headless.csv', 'A,2024-03-04\n'), /no column case_ref and no column received_on/],
    ['a column twice', () => file('twice.csv', 'case_ref,received_on,Received on\n'), /received_on twice/],
    ['a workbook', () => file('book.csv', 'PK\u0003\u0004'), /is a workbook/],
    ['another encoding', () => file('utf16.csv', Buffer.from('case_ref,received_on\n', 'utf16le')), /UTF-8/],
  ];
  for (const [what, path, sentence] of unreadable) {
    test(`${what}: one sentence, exit code 2`, async () => {
      const ran = await runRedress('replay', path(), '--policy', 'code-2024', '--as-of', '2024-12-31', '--json');
      assert.equal(ran.code, 2);
      assert.match(ran.error, sentence);
      assert.equal(ran.out, '');
    });
  }

  test('an unknown policy, a day that is none and a day beyond the calendar are refused', async () => {
    for (const [policy, day, sentence] of [
      ['nobody', '2024-12-31', /no policy pack "nobody". There is: .*code-2024/],
      ['code-2024', '2024-02-30', /--as-of 2024-02-30: expected a real date/],
      ['code-2024', '2031-01-01', /known from 2012-01-01 to 2028-12-31 only/],
    ] as const) {
      const ran = await runRedress('replay', sample, '--policy', policy, '--as-of', day);
      assert.equal(ran.code, 2);
      assert.match(ran.error, sentence);
    }
  });
});

describe('replay in words', () => {
  test('each case says what it owed; the indicators say what stands beside them', async () => {
    const ran = await runRedress('replay', sample, '--policy', 'code-2024', '--as-of', '2024-12-31');
    assert.equal(ran.code, 0);
    assert.match(
      ran.out,
      /^202216897\n {2}Stage 1 {2}Acknowledge +by 2021-10-21 {2}late +done 2021-11-23, 23 working days late/m,
    );
    assert.match(ran.out, /Answer +by 2021-12-07 {2}overdue +771 working days late, past the outer date/);
    assert.match(ran.out, /8 of 10, 80.0 % \(beside: 9 cannot be judged\)/);
  });
});
