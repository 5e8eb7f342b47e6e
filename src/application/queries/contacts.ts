/** The queue of what nobody has judged yet, and what was judged lately. */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { FeedbackKind, TriageOutcome } from '../../domain/contact/events.ts';
import { TRIAGE_TEAM } from '../../domain/contact/owed.ts';
import type { Reading } from '../reading.ts';
import { whereRecordSeen } from './scope-sql.ts';

export type QueueRow = {
  recordId: string;
  name: string;
  address: string | null;
  adjustments: string | null;
  channel: string;
  toldOn: LocalDate;
  loggedOn: LocalDate;
  /** A danger that is to be made safe. */
  danger: boolean;
  /** How their words begin; null once they were disposed of. */
  words: string | null;
  triageBy: LocalDate;
  recordedBy: string;
};

export type QueueList = { rows: readonly QueueRow[]; more: boolean };

const pageSize = 100;

/** The record of a duty, looked up by its key however many the server guesses there are. */
const recordOf = sql`cross join lateral (
      select * from record_index one where one.landlord_id = o.landlord_id and one.record_id = o.case_id limit 1) r`;

/** Dangers first, then by the day on which it is to be judged. */
export async function triageQueue(tx: Reading, landlordId: string, scope: Scope): Promise<QueueList> {
  const { rows } = await triageQueueStatement(landlordId, scope).execute(tx);
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize };
}

/** The one statement of it, also for looking at how it is planned. */
export function triageQueueStatement(landlordId: string, scope: Scope): RawBuilder<QueueRow> {
  return sql<QueueRow>`
    select r.record_id as "recordId", r.name, r.address, r.adjustments, k.channel, k.told_on as "toldOn", k.logged_on as "loggedOn",
      k.danger, left(t.value, 160) as words, o.due_on as "triageBy", p.name as "recordedBy"
    from obligation o
    ${recordOf}
    ${contactOf}
    join person p on p.landlord_id = k.landlord_id and p.person_id = k.recorded_by
    left join personal_text t on t.landlord_id = k.landlord_id and t.text_id = k.words_id
    where o.landlord_id = ${landlordId} and o.owner_team = ${TRIAGE_TEAM} and o.owner_person is null and o.kind = 'triage'
      and o.discharged_on is null and o.lapsed_on is null and ${whereRecordSeen(scope, 'r')}
    order by o.priority desc, o.due_order, o.case_id, o.obligation_id
    limit ${pageSize + 1}`;
}

/** Its contact, likewise. */
const contactOf = sql`cross join lateral (
      select * from contact one where one.landlord_id = o.landlord_id and one.record_id = o.case_id limit 1) k`;

export type QueueCount = { waiting: number; late: number };

/** How many wait, and how many of them are past their day; a thousand at most. */
export async function triageCount(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  today: LocalDate,
): Promise<QueueCount> {
  const { rows } = await triageCountStatement(landlordId, scope, today).execute(tx);
  return rows[0] ?? { waiting: 0, late: 0 };
}

/** The one statement of it, also for looking at how it is planned. */
export function triageCountStatement(landlordId: string, scope: Scope, today: LocalDate): RawBuilder<QueueCount> {
  return sql<QueueCount>`
    select count(*)::int as waiting, (count(*) filter (where due_on < ${today}))::int as late from (
      select o.due_on from obligation o
      ${recordOf}
      where o.landlord_id = ${landlordId} and o.owner_team = ${TRIAGE_TEAM} and o.owner_person is null and o.kind = 'triage'
        and o.discharged_on is null and o.lapsed_on is null and ${whereRecordSeen(scope, 'r')}
      limit 1001) capped`;
}

export type JudgedRow = {
  recordId: string;
  name: string;
  channel: string;
  loggedOn: LocalDate;
  triagedOn: LocalDate;
  triagedBy: string;
  outcome: TriageOutcome;
  feedbackKind: FeedbackKind | null;
  reference: string | null;
  becameRecord: string | null;
  words: string | null;
};

export type JudgedList = { rows: readonly JudgedRow[]; more: boolean };

/** What was judged, the latest first. */
export async function judgedContacts(tx: Reading, landlordId: string, scope: Scope): Promise<JudgedList> {
  const { rows } = await judgedStatement(landlordId, scope).execute(tx);
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize };
}

/** The one statement of it, also for looking at how it is planned. */
export function judgedStatement(landlordId: string, scope: Scope): RawBuilder<JudgedRow> {
  const own = scope.kind === 'own';
  return sql<JudgedRow>`
    select k.record_id as "recordId", r.name, k.channel, k.logged_on as "loggedOn", k.triaged_on as "triagedOn", p.name as "triagedBy",
      k.outcome, k.feedback_kind as "feedbackKind", c.reference, k.became_record as "becameRecord", left(t.value, 160) as words
    from contact k
    join record_index r on r.landlord_id = k.landlord_id and r.record_id = k.record_id
    join person p on p.landlord_id = k.landlord_id and p.person_id = k.triaged_by
    left join case_index c on c.landlord_id = k.landlord_id and c.case_id = k.became_case
    left join personal_text t on t.landlord_id = k.landlord_id and t.text_id = k.words_id
    where k.landlord_id = ${landlordId} and k.triaged_on is not null
      ${own ? sql`and k.recorded_by = ${scope.personId}` : sql``}
    order by ${own ? sql`k.logged_on desc, k.record_id desc` : sql`k.triaged_on desc, k.record_id desc`}
    limit ${pageSize + 1}`;
}

/** How often the person behind one contact has told us something since a day: the same phone number or email address. */
export async function timesTold(tx: Reading, landlordId: string, personId: string, since: LocalDate): Promise<number> {
  const { rows } = await timesToldStatement(landlordId, personId, since).execute(tx);
  return Math.max(1, rows[0]?.times ?? 1);
}

/** The one statement of it, also for looking at how it is planned. */
export function timesToldStatement(
  landlordId: string,
  personId: string,
  since: LocalDate,
): RawBuilder<{ times: number }> {
  return sql<{ times: number }>`
    with reached as materialized (
      select distinct other.subject from personal_text own
      join personal_text other on other.landlord_id = own.landlord_id and other.class = own.class and other.value = own.value
      where own.landlord_id = ${landlordId} and own.subject = ${personId}
        and own.class in ('resident-phone', 'resident-email') and other.class in ('resident-phone', 'resident-email')
    )
    select count(*)::int as times from reached
    join record_index r on r.landlord_id = ${landlordId} and r.person_id = reached.subject and r.kind = 'contact'
    join contact k on k.landlord_id = r.landlord_id and k.record_id = r.record_id
    where k.told_on >= ${since}`;
}
