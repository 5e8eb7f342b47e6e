/** Which cases a change of the calendar can touch, by what their rows say; whether a date really moves the domain tells. */
import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { Reading } from '../reading.ts';

/**
 * The cases with something open that may be counted over the day: with an open duty's date, or the last day for stage 2, on or after
 * it. What is open, or can still be taken further, is found by indexes of just that.
 */
export function candidatesStatement(landlordId: string, day: LocalDate): RawBuilder<{ case_id: string }> {
  return sql`
    select o.case_id from obligation o
    where o.landlord_id = ${landlordId} and o.discharged_on is null and o.lapsed_on is null
      and greatest(o.due_on, o.first_due_on, o.long_stop_on) >= ${day}
    union
    select w.case_id from case_index w where w.landlord_id = ${landlordId} and w.window_closes_on >= ${day}`;
}

/** The first of the complaints among them by their ids, and how many there are at all; other records have no dates that anybody was told. */
export async function casesAcross(
  tx: Reading,
  landlordId: string,
  day: LocalDate,
  most: number,
): Promise<{ ids: string[]; count: number }> {
  const { rows } = await sql<{ case_id: string; many: string }>`
    select found.case_id, count(*) over () as many from (${candidatesStatement(landlordId, day)}) found
    join case_index c on c.landlord_id = ${landlordId} and c.case_id = found.case_id
    order by found.case_id limit ${most}`.execute(tx);
  return { ids: rows.map(row => row.case_id), count: Number(rows[0]?.many ?? 0) };
}

/** How many duties were done with dates that were counted over the day. */
export async function dutiesMetAcross(tx: Reading, landlordId: string, day: LocalDate): Promise<number> {
  const { rows } = await sql<{ met: string }>`
    select count(*) as met from obligation
    where landlord_id = ${landlordId} and fell_due_month >= date_trunc('month', ${day}::date::timestamp)::date
      and due_on >= ${day} and from_on < ${day} and discharged_on is not null`.execute(tx);
  return Number(rows[0]?.met ?? 0);
}
