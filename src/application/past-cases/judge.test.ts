import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { epochDay, fromEpochDay, type LocalDate } from '../../domain/calendar/dates.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import { type Judge, judgeDates, judgeWindow } from './judge.ts';
import type { KnownDates, KnownStage } from './known-dates.ts';
import { openJudge } from './open-judge.ts';

async function judgeBy(policy: string): Promise<Judge> {
  const opened = await openJudge(policy, '2026-11-22T15:00:00.000Z');
  assert.ok('judge' in opened, 'refused' in opened ? opened.refused : '');
  return opened.judge;
}

const [magna, magenta, code] = await Promise.all([judgeBy('magna'), judgeBy('magenta'), judgeBy('code-2024')]);
const both = [magna, magenta];
const nothing: KnownStage = {
  startedOn: null,
  acknowledgedOn: null,
  extendedTo: null,
  extensionNotifiedOn: null,
  respondedOn: null,
};

function dates(
  stage1: Partial<KnownStage>,
  stage2: Partial<KnownStage> = {},
  rest: Partial<KnownDates> = {},
): KnownDates {
  return {
    stage1: { ...nothing, ...stage1 },
    stage2: { ...nothing, ...stage2 },
    withdrawnOn: null,
    responseMethod: null,
    ...rest,
  };
}

function judged(known: KnownDates, asOf: LocalDate, judge: Judge) {
  const [acknowledge1, respond1, acknowledge2, respond2, ...more] = judgeDates(known, asOf, judge);
  assert.ok(acknowledge1 && respond1 && acknowledge2 && respond2 && more.length === 0);
  return { acknowledge1, respond1, acknowledge2, respond2 };
}

describe('judging known dates', () => {
  // Trigger, then: acknowledgement due, stage 1 response due, stage 2 response due, each letter sent on its day.
  const published: [LocalDate, LocalDate, LocalDate, LocalDate][] = [
    ['2026-04-02', '2026-04-13', '2026-04-27', '2026-05-12'],
    ['2026-12-21', '2026-12-30', '2027-01-14', '2027-01-28'],
    ['2026-12-24', '2027-01-05', '2027-01-19', '2027-02-02'],
    ['2027-12-24', '2028-01-05', '2028-01-19', '2028-02-02'],
    ['2022-09-16', '2022-09-26', '2022-10-10', '2022-10-24'],
    ['2025-05-02', '2025-05-12', '2025-05-27', '2025-06-10'],
    ['2024-04-06', '2024-04-12', '2024-04-26', '2024-05-13'],
    ['2028-04-13', '2028-04-24', '2028-05-09', '2028-05-23'],
  ];
  for (const [trigger, acknowledge, respond1, respond2] of published) {
    test(`[MAG-28][MAG-33][MAG-42][MGL-17][MGL-20][MGL-28][R4] the clocks from ${trigger} are the published ones`, () => {
      for (const judge of both) {
        const first = judged(dates({ startedOn: trigger }), trigger, judge);
        assert.equal(first.acknowledge1.dueOn, acknowledge);
        assert.equal(first.respond1.dueOn, respond1);
        assert.deepEqual(first.respond1.from, { event: 'acknowledgement-due', date: acknowledge });
        const earlier = { startedOn: '2020-01-06', acknowledgedOn: '2020-01-07', respondedOn: '2020-01-08' } as const;
        const second = judged(dates(earlier, { startedOn: trigger }), trigger, judge);
        assert.equal(second.acknowledge2.dueOn, acknowledge);
        assert.equal(second.respond2.dueOn, respond2);
      }
    });
  }

  test('[R5] after a late acknowledgement the policy’s date counts from it, the outer date from receipt', () => {
    for (const judge of both) {
      const { respond1 } = judged(
        dates({ startedOn: '2026-03-02', acknowledgedOn: '2026-03-16' }),
        '2026-03-17',
        judge,
      );
      assert.equal(respond1.dueOn, '2026-03-30');
      assert.equal(respond1.longStopOn, '2026-03-23');
      assert.equal(respond1.status, 'due');
    }
  });

  test('[R9][MAG-34][MGL-20] a notice on or before the old date moves it; the outer date moves with it', () => {
    const extended = { startedOn: '2026-03-02', acknowledgedOn: '2026-03-09', extendedTo: '2026-04-08' } as const;
    for (const judge of both) {
      for (const extensionNotifiedOn of ['2026-03-20', '2026-03-23'] as const) {
        const { respond1 } = judged(dates({ ...extended, extensionNotifiedOn }), '2026-04-01', judge);
        assert.equal(respond1.dueOn, '2026-04-08');
        assert.equal(respond1.longStopOn, '2026-04-08');
        assert.match(respond1.rule, /assumed/);
      }
    }
  });

  test('[R9] a late notice, none, or one beyond the cap does not move the date, and the rule says so', () => {
    const known = { startedOn: '2026-03-02', acknowledgedOn: '2026-03-09', respondedOn: '2026-04-07' } as const;
    const improper: [Partial<KnownStage>, RegExp][] = [
      [
        { extendedTo: '2026-04-08', extensionNotifiedOn: '2026-03-24' },
        /notified after Monday 23 March 2026, so the date did not move/,
      ],
      [{ extendedTo: '2026-04-08' }, /without notice, so the date did not move/],
      [{ extendedTo: '2026-04-09', extensionNotifiedOn: '2026-03-20' }, /good reason, so the date did not move/],
    ];
    for (const [extension, rule] of improper) {
      for (const judge of both) {
        const { respond1 } = judged(dates({ ...known, ...extension }), '2026-05-01', judge);
        assert.equal(respond1.dueOn, '2026-03-23');
        assert.equal(respond1.status, 'late');
        assert.equal(respond1.workingDaysLate, 9);
        assert.match(respond1.rule, rule);
      }
    }
  });

  test('[R6] withdrawn is lapsed and not failed; what was met before stays met', () => {
    const known = dates({ startedOn: '2026-03-02', acknowledgedOn: '2026-03-04' }, {}, { withdrawnOn: '2026-03-10' });
    const { acknowledge1, respond1, acknowledge2 } = judged(known, '2026-05-01', magna);
    assert.deepEqual([acknowledge1.status, respond1.status, acknowledge2.status], ['met', 'lapsed', 'not-started']);
    assert.equal(judged(known, '2026-03-09', magna).respond1.status, 'due');
  });

  test('[R8] an answer by the acknowledgement’s due date discharges both; a day later the acknowledgement is not evidenced', () => {
    const inTime = judged(dates({ startedOn: '2026-03-02', respondedOn: '2026-03-09' }), '2026-05-01', code);
    assert.deepEqual([inTime.acknowledge1.status, inTime.acknowledge1.metOn], ['met', '2026-03-09']);
    const later = judged(dates({ startedOn: '2026-03-02', respondedOn: '2026-03-10' }), '2026-05-01', code);
    assert.deepEqual([later.acknowledge1.status, later.respond1.status], ['cannot-judge', 'met']);
    assert.deepEqual(later.respond1.from, { event: 'acknowledgement-due', date: '2026-03-09' });
  });

  test('[R14] past due and unanswered is overdue however long ago, and counts its lateness to the day asked', () => {
    const { acknowledge1, respond1 } = judged(dates({ startedOn: '2026-03-02' }), '2026-03-24', magenta);
    assert.deepEqual([acknowledge1.status, acknowledge1.workingDaysLate], ['overdue', 11]);
    assert.deepEqual([respond1.status, respond1.workingDaysLate], ['overdue', 1]);
  });

  test('[MAG-38][R12] Magna’s 30 days run from receiving the response, by its means', () => {
    const answered = { startedOn: '2026-04-02', acknowledgedOn: '2026-04-13', respondedOn: '2026-05-13' } as const;
    const email = judgeWindow(dates(answered, {}, { responseMethod: 'email' }), '2026-06-01', magna);
    assert.deepEqual([email.opensOn, email.closesOn, email.clause], ['2026-05-13', '2026-06-12', 'MAG-38']);
    const post = judgeWindow(dates(answered, {}, { responseMethod: 'post' }), '2026-06-01', magna);
    assert.equal(post.closesOn, '2026-06-15');
    assert.deepEqual(judgeWindow(dates(answered), '2026-06-01', magna), post);
  });

  test('[MGL-24][R12] Magenta’s six months run from the letter’s date', () => {
    const answered = dates({ startedOn: '2026-04-02', acknowledgedOn: '2026-04-13', respondedOn: '2026-05-13' });
    assert.equal(judgeWindow(answered, '2026-06-01', magenta).closesOn, '2026-11-13');
    assert.equal(judgeWindow(answered, '2026-05-12', magenta).closesOn, null);
    assert.equal(judgeWindow(answered, '2026-06-01', code).closesOn, null);
  });

  test('[R4] whatever the dates, no duty of the two stages falls due on a non-working day', () => {
    const day = fc.integer({ min: epochDay('2012-01-05'), max: epochDay('2026-06-01') }).map(fromEpochDay);
    const later = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null });
    fc.assert(
      fc.property(day, later, later, later, (startedOn, acknowledged, responded, requested) => {
        const after = (days: number | null): LocalDate | null =>
          days === null ? null : fromEpochDay(epochDay(startedOn) + days);
        const known = dates(
          { startedOn, acknowledgedOn: after(acknowledged), respondedOn: after(responded) },
          { startedOn: after(requested) },
        );
        for (const one of judgeDates(known, '2026-11-22', magenta)) {
          if (one.dueOn !== null) assert.equal(isWorkingDay(magenta.calendar, one.dueOn), true);
        }
      }),
    );
  });
});
