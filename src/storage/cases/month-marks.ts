/**
 * Marks on finished months whose figures are no longer right, to be worked out again. A mark is a row of its own, written
 * with what made it necessary, so that no two cases ever wait for the same row.
 */
import { type RawBuilder, sql } from 'kysely';
import { addHours, type Instant, type LocalDate, londonDateOf } from '../../domain/calendar/dates.ts';

/** The kinds of obligation that the indicators count. */
export const countedKinds = ['acknowledge', 'respond'] as const;

export type Touched = { kind: string; due_on: LocalDate | null; first_due_on: LocalDate | null };

/**
 * The statement that marks the months before that of `at` which rows of `touched` belong to. The hour's margin is for what
 * is being written while a month ends, and saved after its figures were made.
 */
export function markMonths(landlordId: string, touched: RawBuilder<Touched>, at: Instant): RawBuilder<unknown> {
  const firstOfMonth = `${londonDateOf(addHours(at, 1)).slice(0, 7)}-01`;
  return sql`
    insert into month_mark (landlord_id, month, mark_id)
    select ${landlordId}::uuid, month, gen_random_uuid()
    from (
      select distinct date_trunc('month', day::timestamp)::date as month
      from (${touched}) touched, unnest(array[touched.due_on, touched.first_due_on]) as day
      where touched.kind = any(${[...countedKinds]}::text[]) and day < ${firstOfMonth}
    ) months`;
}
