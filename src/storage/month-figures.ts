import { sql } from 'kysely';
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import type { Tx } from './landlord-transaction.ts';

/** Makes others who would work out this landlord's months wait: the slower of two could overwrite newer figures with older ones. */
export async function lockMonthFigures(tx: Tx, landlordId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`month figures ${landlordId}`}, 0))`.execute(tx);
}

/** The marked months before `current`, and those of `wanted` that have no figures, in their order. */
export async function monthsToWorkOut(
  tx: Tx,
  landlordId: string,
  current: LocalDate,
  wanted: readonly LocalDate[],
): Promise<LocalDate[]> {
  const { rows } = await sql<{ month: LocalDate }>`
    select month from month_mark where landlord_id = ${landlordId} and month < ${current}
    union
    select month from unnest(${wanted}::date[]) as wanted (month)
    where not exists (select from month_figures f where f.landlord_id = ${landlordId} and f.month = wanted.month)
    order by month`.execute(tx);
  return rows.map(({ month }) => month);
}

/**
 * Takes the marks off months that are about to be worked out. Before counting: what is marked meanwhile is then either in what
 * is counted, or still marked afterwards.
 */
export async function takeMarksOff(tx: Tx, landlordId: string, months: readonly LocalDate[]): Promise<void> {
  await sql`delete from month_mark where landlord_id = ${landlordId} and month = any(${months}::date[])`.execute(tx);
}

/** Keeps a month's figures, in place of those it had. */
export async function keepMonthFigures(
  tx: Tx,
  landlordId: string,
  month: LocalDate,
  figures: readonly object[],
  now: Instant,
): Promise<void> {
  const kept = { figures: JSON.stringify(figures), worked_out_at: now };
  await tx
    .insertInto('month_figures')
    .values({ landlord_id: landlordId, month, ...kept })
    .onConflict(conflict => conflict.columns(['landlord_id', 'month']).doUpdateSet(kept))
    .execute();
}
