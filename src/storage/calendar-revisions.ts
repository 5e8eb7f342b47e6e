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

/** Holds the calendar as it is until the transaction ends: whoever changes it waits, and whoever waits for a change sees it after. */
export async function holdCalendar(tx: Tx, landlordId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`calendar ${landlordId}`}, 0))`.execute(tx);
}

/**
 * Stores the calendar as the landlord's next revision and returns its number: after 1,000 times the shipped one's, so that no
 * number means two calendars. Two who do so at once take turns. Revisions are never changed: events name them.
 */
export async function addCalendarRevision(
  tx: Tx,
  landlordId: string,
  shippedRevision: number,
  added: NewCalendarRevision,
): Promise<number> {
  await lockCalendar(tx, landlordId);
  const stored = await sql<{ revision: number }>`
    insert into calendar_revision (landlord_id, revision, first_on, last_on, source, reason, actor, recorded_at)
    select ${landlordId}, greatest(max(revision), ${shippedRevision * 1000}::integer) + 1, ${added.firstOn}, ${added.lastOn}, ${added.source},
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

/** Each change of a landlord's calendar up to a revision: what it followed (0 is the shipped one), and the London day it was made. */
export async function calendarChangesUpTo(
  tx: Tx,
  landlordId: string,
  revision: number,
): Promise<{ last: number; next: number; until: LocalDate }[]> {
  const { rows } = await sql<{ last: number; next: number; until: LocalDate }>`
    select coalesce(lag(revision) over (order by revision), 0) as last, revision as next,
      (recorded_at at time zone 'Europe/London')::date as until
    from calendar_revision where landlord_id = ${landlordId} and revision <= ${revision} order by revision`.execute(tx);
  return rows;
}
