/** The indicators of the last thirteen months (MGL-41): how many duties fell due in each, and how many were met (R10). */
import { sql } from 'kysely';
import { addMonths, type LocalDate } from '../../domain/calendar/dates.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { type Measure, measuresOf, result, type Tally } from '../../domain/reports/indicators.ts';
import type { Reading } from '../reading.ts';
import { type DutyCount, liveFigures, type MonthFigures, monthOf, monthsFrom } from './duty-figures.ts';

/** Twelve months that are over, and the current one. */
export const shownMonths = 13;

export type MeasuredMonth = { month: LocalDate; tally: Tally; percent: number | null };
export type MeasuredDuty = {
  measure: Measure;
  target: { percent: number; year: string } | null;
  clause: string;
  /** Newest first; the current month stands first and is not over. */
  months: readonly MeasuredMonth[];
  /** The months that are over, together. */
  year: MeasuredMonth;
};

/** Every measure of the policy over the months. What has changed since a month was rolled up is counted afresh. */
export async function performance(
  tx: Reading,
  landlordId: string,
  policy: Policy,
  today: LocalDate,
): Promise<MeasuredDuty[]> {
  const first = addMonths(monthOf(today), 1 - shownMonths);
  const months = monthsFrom(first, shownMonths);
  const current = monthOf(today);
  // The current month is never kept, so it is asked for together with those that are.
  const [kept, running] = await Promise.all([
    rolledUp(tx, landlordId, first, current),
    liveFigures(tx, landlordId, [current], today),
  ]);
  const known = new Set([...kept, ...running].map(({ month }) => month));
  const changed = months.filter(month => !known.has(month));
  const live = await liveFigures(tx, landlordId, changed, today);
  const figures = new Map([...kept, ...running, ...live].map(({ month, counts }) => [month, counts]));
  const indicators = new Map(policy.indicators.map(one => [`${one.duty}-${one.stage}`, one]));
  return measuresOf(policy.indicators).map(measure => {
    const indicator = indicators.get(`${measure.duty}-${measure.stage}`);
    const all = months.map(month => measured(measure, month, [figures.get(month) ?? []]));
    const over = months.slice(0, -1).map(month => figures.get(month) ?? []);
    return {
      measure,
      target: indicator?.target ?? null,
      clause: indicator?.clause ?? 'R10',
      months: all.toReversed(),
      year: measured(measure, first, over),
    };
  });
}

/** Months whose figures are right: rolled up, and unmarked since. */
async function rolledUp(
  tx: Reading,
  landlordId: string,
  first: LocalDate,
  current: LocalDate,
): Promise<MonthFigures[]> {
  const { rows } = await sql<{ month: LocalDate; figures: readonly DutyCount[] }>`
    select f.month, f.figures from month_figures f
    where f.landlord_id = ${landlordId} and f.month >= ${first} and f.month < ${current}
      and not exists (select from month_mark m where m.landlord_id = f.landlord_id and m.month = f.month)`.execute(tx);
  return rows.map(({ month, figures }) => ({ month, counts: figures }));
}

function measured(measure: Measure, month: LocalDate, figures: readonly (readonly DutyCount[])[]): MeasuredMonth {
  const tally: Tally = { measure, met: 0, missed: 0, notYetDue: 0, lapsed: 0, cannotJudge: 0 };
  for (const count of figures.flat()) {
    if (count.duty !== measure.duty || count.stage !== measure.stage || count.by !== measure.by) continue;
    tally.met += count.met;
    tally.missed += count.missed;
    tally.notYetDue += count['not-yet-due'];
    tally.lapsed += count.lapsed;
    tally.cannotJudge += count['cannot-judge'];
  }
  return { month, tally, percent: result(tally).percent };
}
