/**
 * The share of duties done in time, as R10 counts: met, over what fell due. Not yet due, lapsed and not to be judged stand
 * beside, outside the share. A date that an improper extension did not move has not moved here either.
 */
import type { Obligation, ObligationStatus } from '../complaint/obligation.ts';
import type { Indicator } from '../policy/figures.ts';

export type Measure = {
  readonly id: string;
  readonly label: string;
  readonly duty: 'acknowledge' | 'respond';
  readonly stage: 1 | 2;
  /** `original`: judged by the date before any extension. `extended`: a proper extension counts. */
  readonly by: 'original' | 'extended';
};

/** What has been counted so far for one measure. */
export type Tally = {
  readonly measure: Measure;
  met: number;
  missed: number;
  notYetDue: number;
  lapsed: number;
  cannotJudge: number;
};

export type IndicatorResult = {
  readonly id: string;
  readonly met: number;
  readonly of: number;
  /** One decimal; null where nothing fell due. */
  readonly percent: number | null;
};

/**
 * The measures of a policy, answers measured twice: with proper extensions, and by the original date. A policy that names no
 * indicator is measured by the four duties that every policy has.
 */
export function measuresOf(indicators: readonly Indicator[]): Measure[] {
  const named = indicators.length > 0 ? indicators : fourDuties;
  return named.flatMap(({ id, label, duty, stage }): Measure[] => {
    const measure: Measure = { id, label, duty, stage, by: 'extended' };
    if (duty === 'acknowledge') return [measure];
    const without = { id: `${id}-without-extension`, label: `${label}, without extension` };
    return [measure, { ...measure, ...without, by: 'original' }];
  });
}

export function emptyTally(measure: Measure): Tally {
  return { measure, met: 0, missed: 0, notYetDue: 0, lapsed: 0, cannotJudge: 0 };
}

/** Whether the measure is about this obligation. */
export function measures(measure: Measure, obligation: Pick<Obligation, 'kind' | 'stage'>): boolean {
  return measure.duty === obligation.kind && measure.stage === obligation.stage;
}

/** Counts one obligation by its status [R10]. */
export function count(tally: Tally, status: ObligationStatus): void {
  switch (status) {
    case 'met':
      tally.met += 1;
      return;
    case 'late':
    case 'overdue':
      tally.missed += 1;
      return;
    case 'due':
      tally.notYetDue += 1;
      return;
    case 'lapsed':
      tally.lapsed += 1;
      return;
    case 'cannot-judge':
      tally.cannotJudge += 1;
      return;
    case 'not-started':
      return;
  }
}

export function result({ measure, met, missed }: Tally): IndicatorResult {
  const of = met + missed;
  return { id: measure.id, met, of, percent: of === 0 ? null : Math.round((met / of) * 1000) / 10 };
}

type Duty = Pick<Indicator, 'id' | 'label' | 'duty' | 'stage'>;
const fourDuties: readonly Duty[] = [
  { id: 'stage-1-acknowledged', label: 'Stage 1 acknowledged in time', duty: 'acknowledge', stage: 1 },
  { id: 'stage-1-responded', label: 'Stage 1 answered in time', duty: 'respond', stage: 1 },
  { id: 'stage-2-acknowledged', label: 'Stage 2 acknowledged in time', duty: 'acknowledge', stage: 2 },
  { id: 'stage-2-responded', label: 'Stage 2 answered in time', duty: 'respond', stage: 2 },
];
