/** How many duties of a month were met, missed, and stand beside the count (R10): read from rows, or from what was rolled up. */
import { type RawBuilder, sql } from 'kysely';
import { addMonths, type LocalDate } from '../../domain/calendar/dates.ts';
import type { Measure } from '../../domain/reports/indicators.ts';
import type { Reading } from '../reading.ts';
import { type DutyResult, dutyResults, resultIs } from './duty-results.ts';

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
      return { month, counts: rows };
    }),
  );
}

/** The statement of one month, so that it is planned once for all; apart from its running, so that a test can ask how. */
export function figuresQuery(landlordId: string, month: LocalDate, today: LocalDate): RawBuilder<DutyCount> {
  return sql<DutyCount>`
    select o.kind as duty, o.stage, 'extended' as by, ${counts('extended', today)}
    from obligation o
    where o.landlord_id = ${landlordId} and o.fell_due_month = ${month}
      and o.kind in ('acknowledge', 'respond') and o.stage in (1, 2)
    group by 1, 2
    union all
    select 'respond', o.stage, 'original', ${counts('original', today)}
    from obligation o
    where o.landlord_id = ${landlordId} and o.kind = 'respond' and o.stage in (1, 2)
      and o.first_due_on >= ${month} and o.first_due_on < ${addMonths(month, 1)}
    group by 2`;
}

function counts(by: Measure['by'], today: LocalDate): RawBuilder<unknown> {
  const each = dutyResults.map(
    result => sql`count(*) filter (where ${resultIs(result, by, today)}) as ${sql.ref(result)}`,
  );
  return sql.join(each);
}
