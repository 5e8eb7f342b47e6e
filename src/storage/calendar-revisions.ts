import { sql } from 'kysely';
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import type { Tx } from './landlord-transaction.ts';

/** A landlord's whole calendar after a holiday was added or taken away. */
export interface NewCalendarRevision {
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
  readonly source: string;
  readonly reason: string;
  readonly actor: string;
  readonly recordedAt: Instant;
  readonly holidays: readonly { readonly date: LocalDate; readonly title: string }[];
}

/** Takes the landlord's turn to change the calendar, until the transaction ends: what is read after it nobody else changes. */
export async function lockCalendar(tx: Tx, landlordId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calendar ${landlordId}`}, 0))`.execute(tx);
}

/**
 * Stores the calendar as the landlord's next revision and returns its number; 1 is the first after the shipped one. Two
 * who do so at once take turns. Revisions are never changed: events name them.
 */
export async function addCalendarRevision(tx: Tx, landlordId: string, added: NewCalendarRevision): Promise<number> {
  await lockCalendar(tx, landlordId);
  const stored = await sql<{ revision: number }>`
    insert into calendar_revision (landlord_id, revision, first_on, last_on, source, reason, actor, recorded_at)
    select ${landlordId}, coalesce(max(revision), 0) + 1, ${added.firstOn}, ${added.lastOn}, ${added.source},
      ${added.reason}, ${added.actor}, ${added.recordedAt}
    from calendar_revision where landlord_id = ${landlordId}
    returning revision`.execute(tx);
  const revision = stored.rows[0]?.revision;
  if (revision === undefined) throw new Error('A calendar revision was not stored.');
  await sql`
    insert into calendar_holiday (landlord_id, revision, holiday_on, name)
    select ${landlordId}::uuid, ${revision}::integer, fresh.*
    from unnest(${added.holidays.map(day => day.date)}::date[], ${added.holidays.map(day => day.title)}::text[]) as fresh`.execute(
    tx,
  );
  return revision;
}
