/** Which cases a change of the calendar can touch, by what their rows say; whether a date really moves the domain tells. */
import { sql } from 'kysely';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { Reading } from '../reading.ts';

/**
 * The ids of cases with something counted over the day: received before it, and with a date, an outer date or the last day for
 * stage 2 on or after it. An outer date is at most ten weeks after its due date, which keeps the search to recent months.
 */
export async function casesAcross(tx: Reading, landlordId: string, day: LocalDate): Promise<string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select c.case_id from case_index c
    where c.landlord_id = ${landlordId} and c.received_on < ${day} and c.case_id in (
      select o.case_id from obligation o
      where o.landlord_id = ${landlordId}
        and o.fell_due_month >= date_trunc('month', (${day}::date - 70)::timestamp)::date
        and greatest(o.due_on, o.first_due_on, o.long_stop_on) >= ${day}
      union
      select w.case_id from case_index w where w.landlord_id = ${landlordId} and w.window_closes_on >= ${day})
    order by c.case_id`.execute(tx);
  return rows.map(row => row.case_id);
}

/** How many duties were done with dates that were counted over the day. */
export async function dutiesMetAcross(tx: Reading, landlordId: string, day: LocalDate): Promise<number> {
  const { rows } = await sql<{ met: string }>`
    select count(*) as met from obligation
    where landlord_id = ${landlordId} and fell_due_month >= date_trunc('month', ${day}::date::timestamp)::date
      and due_on >= ${day} and from_on < ${day} and discharged_on is not null`.execute(tx);
  return Number(rows[0]?.met ?? 0);
}
