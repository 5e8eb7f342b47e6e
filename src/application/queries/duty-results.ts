/**
 * How the acknowledgements and answers that fell due in a month went: one set of conditions for the figures and for the lists
 * that open from them, so that a number and its list never differ. The same rule as `statusOn` and `count` (R6, R10).
 */
import { type RawBuilder, sql } from 'kysely';
import { addMonths, type LocalDate } from '../../domain/calendar/dates.ts';
import type { Measure } from '../../domain/reports/indicators.ts';

export const dutyResults = ['met', 'missed', 'not-yet-due', 'lapsed', 'cannot-judge'] as const;
export type DutyResult = (typeof dutyResults)[number];

/** The obligations behind one figure. `counted` is met and missed together. */
export type DutySelection = Pick<Measure, 'duty' | 'stage' | 'by'> & {
  /** The first day of the month in which they fell due: by their first date where `by` is `original`. */
  month: LocalDate;
  /** How many months from there; 1 for a single one. */
  months: number;
  result: DutyResult | 'counted';
};

/** The cases (`c`) that have such an obligation. */
export function whereDuty(landlordId: string, duty: DutySelection, today: LocalDate): RawBuilder<boolean> {
  const those = (when: RawBuilder<boolean>): RawBuilder<unknown> => sql`
    select o.case_id from obligation o
    where o.landlord_id = ${landlordId} and ${when} and o.kind = ${duty.duty} and o.stage = ${duty.stage}
      and ${resultIs(duty.result, duty.by, today)}`;
  const { present, first } = inMonths(duty);
  if (duty.by === 'extended') return sql<boolean>`c.case_id in (${those(present)})`;
  const unmoved = sql<boolean>`${present} and not o.date_moved`;
  const moved = sql<boolean>`${first} and ${dateMoved}`;
  return sql<boolean>`c.case_id in (${those(unmoved)} union all ${those(moved)})`;
}

/** An answer (`o`) that is due on another day than it was at first; the condition of the indexes of these. */
export const dateMoved = sql<boolean>`o.kind = 'respond' and o.date_moved`;

/** By which date something is judged: the one it has now, or the first it had. */
export function judgedDate(by: Measure['by']): RawBuilder<LocalDate> {
  return by === 'original' ? sql<LocalDate>`o.first_due_on` : sql<LocalDate>`o.due_on`;
}

function inMonths({ month, months }: DutySelection): Record<'present' | 'first', RawBuilder<boolean>> {
  const after = addMonths(month, months);
  return {
    present: sql<boolean>`o.fell_due_month >= ${month} and o.fell_due_month < ${after}`,
    first: sql<boolean>`o.first_due_on >= ${month} and o.first_due_on < ${after}`,
  };
}

/** Whether an obligation (`o`) went so, as it stands on a day. */
export function resultIs(result: DutySelection['result'], by: Measure['by'], today: LocalDate): RawBuilder<boolean> {
  const due = judgedDate(by);
  const open = sql`o.discharged_on is null and o.lapsed_on is null`;
  switch (result) {
    case 'met':
      return sql<boolean>`(not o.cannot_judge and o.discharged_on <= ${due})`;
    case 'missed':
      return sql<boolean>`(not o.cannot_judge and (o.discharged_on > ${due} or (${open} and ${due} < ${today})))`;
    case 'counted':
      return sql<boolean>`(not o.cannot_judge and (o.discharged_on is not null or (${open} and ${due} < ${today})))`;
    case 'not-yet-due':
      return sql<boolean>`(not o.cannot_judge and ${open} and ${due} >= ${today})`;
    case 'lapsed':
      return sql<boolean>`(not o.cannot_judge and o.discharged_on is null and o.lapsed_on is not null)`;
    case 'cannot-judge':
      return sql<boolean>`o.cannot_judge`;
  }
}
