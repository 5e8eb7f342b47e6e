/** What a landlord has changed of its calendar, the latest first. */
import { sql } from 'kysely';
import type { Instant, LocalDate } from '../../domain/calendar/dates.ts';
import type { Reading } from '../reading.ts';

export type CalendarHistory = readonly {
  kind: 'add' | 'remove' | 'extend';
  date: LocalDate;
  title: string | null;
  reason: string;
  by: string;
  recordedAt: Instant;
}[];

/** Every change with who made it and why. */
export async function calendarHistory(tx: Reading, landlordId: string): Promise<CalendarHistory> {
  const { rows } = await sql<{
    kind: 'add' | 'remove' | 'extend';
    date: LocalDate;
    title: string | null;
    reason: string;
    name: string | null;
    recorded_at: Instant;
  }>`
    select e.body_json ->> 'kind' as kind, e.body_json ->> 'date' as date, e.body_json ->> 'title' as title,
      coalesce(t.value, r.reason) as reason, p.name, r.recorded_at
    from calendar_revision r
    join event e on e.landlord_id = r.landlord_id and e.case_id = r.landlord_id and e.type = 'CalendarChanged'
      and (e.body_json ->> 'revision')::integer = r.revision
    -- The words that the event proves, where it names them.
    left join personal_text t on t.landlord_id = r.landlord_id
      and t.text_id = (e.body_json #>> '{reason,textId}')::uuid
    left join person p on p.landlord_id = r.landlord_id and r.actor = 'person:' || p.person_id
    where r.landlord_id = ${landlordId}
    order by r.revision desc`.execute(tx);
  return rows.map(({ name, recorded_at, ...row }) => ({ ...row, by: name ?? 'Redress', recordedAt: recorded_at }));
}
