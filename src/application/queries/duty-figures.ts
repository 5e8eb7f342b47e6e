/** How many duties of a month were met, missed, and stand beside the count (R10): read from rows, or from what was rolled up. */
import { type RawBuilder, sql } from 'kysely';
import { addMonths, type LocalDate } from '../../domain/calendar/dates.ts';
import type { Measure } from '../../domain/reports/indicators.ts';
import type { Reading } from '../reading.ts';
import { type DutyResult, dateMoved, dutyResults, resultIs } from './duty-results.ts';

/** What was counted for one duty of one stage. */
export type DutyCount = Pick<Measure, 'duty' | 'stage' | 'by'> & Record<DutyResult, number>;
export type MonthFigures = { month: LocalDate; counts: readonly DutyCount[] };

/** The first day of the month of a date. */
export function monthOf(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01` as LocalDate;
}

/** Months one after the other, from the first. */
export function monthsFrom(first: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, index) => addMonths(first, index));
}

/** Counts months from the obligations themselves, as things stand on a day. A month without any has no counts. */
export async function liveFigures(
  tx: Reading,
  landlordId: string,
  months: readonly LocalDate[],
  today: LocalDate,
): Promise<MonthFigures[]> {
  return Promise.all(
    months.map(async month => {
      const { rows } = await figuresQuery(landlordId, month, today).execute(tx);
      return { month, counts: byBothDates(rows) };
    }),
  );
}

/** What the statement counts: all by their present date, and the answers that came into the month or left it when their date moved. */
type Counted = Pick<Measure, 'duty' | 'stage'> & { of: 'all' | 'moved-from' | 'moved-to' } & Record<DutyResult, number>;

/** The statement of one month, so that it is planned once for all; apart from its running, so that a test can ask how. */
export function figuresQuery(landlordId: string, month: LocalDate, today: LocalDate): RawBuilder<Counted> {
  return sql<Counted>`
    select o.kind as duty, o.stage, 'all' as of, ${counts('extended', today)}
    from obligation o
    where o.landlord_id = ${landlordId} and o.fell_due_month = ${month}
      and o.kind in ('acknowledge', 'respond') and o.stage in (1, 2)
    group by 1, 2
    union all
    select 'respond', o.stage, 'moved-from', ${counts('original', today)}
    from obligation o
    where o.landlord_id = ${landlordId} and ${dateMoved} and o.stage in (1, 2)
      and o.first_due_on >= ${month} and o.first_due_on < ${addMonths(month, 1)}
    group by 2
    union all
    select 'respond', o.stage, 'moved-to', ${counts('extended', today)}
    from obligation o
    where o.landlord_id = ${landlordId} and ${dateMoved} and o.stage in (1, 2) and o.fell_due_month = ${month}
    group by 2`;
}

function counts(by: Measure['by'], today: LocalDate): RawBuilder<unknown> {
  const each = dutyResults.map(
    result => sql`count(*) filter (where ${resultIs(result, by, today)}) as ${sql.ref(result)}`,
  );
  return sql.join(each);
}

/**
 * The counts by the present dates, and those of answers by their first dates: all of them, with those whose first date was in the
 * month and without those that only came to be due in it. Most dates never move, so nearly all are counted once for both.
 */
function byBothDates(counted: readonly Counted[]): DutyCount[] {
  const extended = counted
    .filter(({ of }) => of === 'all')
    .map(({ of, ...count }): DutyCount => ({ ...count, by: 'extended' }));
  const original = ([1, 2] as const).flatMap((stage): DutyCount[] => {
    const answers = counted.filter(one => one.duty === 'respond' && one.stage === stage);
    const number = (result: DutyResult): number =>
      answers.reduce((sum, one) => sum + (one.of === 'moved-to' ? -one[result] : one[result]), 0);
    const count = Object.fromEntries(dutyResults.map(result => [result, number(result)])) as Record<DutyResult, number>;
    const some = dutyResults.some(result => count[result] > 0);
    return some ? [{ duty: 'respond', stage, by: 'original', ...count }] : [];
  });
  return [...extended, ...original];
}
