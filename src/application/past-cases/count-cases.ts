/** The indicators over many judged cases, counted one case at a time so that no list of cases is kept. */
import type { LocalDate } from '../../domain/calendar/dates.ts';
import {
  count,
  emptyTally,
  type IndicatorResult,
  measures,
  measuresOf,
  result,
  type Tally,
} from '../../domain/reports/indicators.ts';
import { type Judge, type JudgedObligation, statusesWithoutExtension } from './judge.ts';
import type { KnownDates } from './known-dates.ts';

export type CaseCount = {
  readonly tallies: readonly Tally[];
  add(obligations: readonly JudgedObligation[], dates: KnownDates): void;
  results(): IndicatorResult[];
};

/** Starts counting by the policy's indicators [R10]. */
export function startCount(judge: Judge, asOf: LocalDate): CaseCount {
  const tallies = measuresOf(judge.policy.indicators).map(emptyTally);
  return {
    tallies,
    add(obligations, dates) {
      const extended = dates.stage1.extendedTo !== null || dates.stage2.extendedTo !== null;
      const original = extended ? statusesWithoutExtension(dates, asOf, judge) : null;
      for (const tally of tallies) {
        for (const [index, one] of obligations.entries()) {
          if (!measures(tally.measure, one)) continue;
          const before = one.status === 'cannot-judge' ? undefined : original?.[index];
          count(tally, tally.measure.by === 'original' ? (before ?? one.status) : one.status);
        }
      }
    },
    results: () => tallies.map(result),
  };
}
