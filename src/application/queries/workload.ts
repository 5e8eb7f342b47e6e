/** What each person carries: complaints with something still to do, what is due in seven days, and what is late. Capped at a thousand each. */
import { type RawBuilder, sql } from 'kysely';
import { addDays, type LocalDate } from '../../domain/calendar/dates.ts';
import type { Load } from '../../domain/staff/load.ts';
import type { Reading } from '../reading.ts';

/** By person, of everybody who works there. */
export async function workloads(tx: Reading, landlordId: string, today: LocalDate): Promise<ReadonlyMap<string, Load>> {
  const { rows } = await workloadStatement(landlordId, today).execute(tx);
  return new Map(rows.map(({ person_id, cases, soon, late }) => [person_id, { cases, soon, late }]));
}

/** The one statement of it, also for looking at how it is planned: each count is read off an index of that person. */
export function workloadStatement(
  landlordId: string,
  today: LocalDate,
): RawBuilder<{ person_id: string; cases: number; soon: number; late: number }> {
  return sql`
    select p.person_id, held.cases, owed.soon, owed.late
    from person p
    cross join lateral (
      select count(*)::int as cases from (
        select 1 from case_index c
        where c.landlord_id = ${landlordId} and c.handler_id = p.person_id and c.next_due_order < 'infinity' limit 1000
      ) counted
    ) held
    cross join lateral (
      select count(*) filter (where counted.work_on >= ${today} and counted.work_on <= ${addDays(today, 7)})::int as soon,
        count(*) filter (where counted.work_on < ${today})::int as late
      from (
        select o.work_on from obligation o
        where o.landlord_id = ${landlordId} and o.owner_person = p.person_id
          and o.discharged_on is null and o.lapsed_on is null and not o.cannot_judge limit 1000
      ) counted
    ) owed
    where p.landlord_id = ${landlordId} and (p.left_on is null or held.cases > 0 or owed.soon > 0 or owed.late > 0)`;
}
