/** Feedback: listed, and counted by kind, service and what is behind it, so that it can be learned from (MGL-34, MGL-02). */
import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { FeedbackKind } from '../../domain/contact/events.ts';
import type { Reading } from '../reading.ts';

export type FeedbackRow = {
  recordId: string;
  name: string;
  kind: FeedbackKind;
  category: string | null;
  serviceArea: string | null;
  theme: string | null;
  toldOn: LocalDate;
  words: string | null;
};

export type FeedbackList = { rows: readonly FeedbackRow[]; more: boolean };

const pageSize = 100;

/** The latest of a landlord's feedback, of one kind where one is named. */
export async function feedbackList(tx: Reading, landlordId: string, kind: FeedbackKind | null): Promise<FeedbackList> {
  const { rows } = await feedbackStatement(landlordId, kind).execute(tx);
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize };
}

/** The one statement of it, also for looking at how it is planned. */
export function feedbackStatement(landlordId: string, kind: FeedbackKind | null): RawBuilder<FeedbackRow> {
  return sql<FeedbackRow>`
    select k.record_id as "recordId", r.name, k.feedback_kind as kind, k.category, k.service_area as "serviceArea", k.theme,
      k.told_on as "toldOn", left(t.value, 240) as words
    from contact k
    join record_index r on r.landlord_id = k.landlord_id and r.record_id = k.record_id
    left join personal_text t on t.landlord_id = k.landlord_id and t.text_id = k.words_id
    where k.landlord_id = ${landlordId} and ${kind === null ? sql`k.feedback_kind is not null` : sql`k.feedback_kind = ${kind}`}
    order by k.triaged_on desc, k.record_id desc
    limit ${pageSize + 1}`;
}

export type FeedbackCount = { kind: FeedbackKind; serviceArea: string | null; theme: string | null; many: number };

/** How much of each there was since a day. */
export async function feedbackCounts(tx: Reading, landlordId: string, since: LocalDate): Promise<FeedbackCount[]> {
  const { rows } = await feedbackCountStatement(landlordId, since).execute(tx);
  return rows;
}

/** The one statement of it, also for looking at how it is planned. */
export function feedbackCountStatement(landlordId: string, since: LocalDate): RawBuilder<FeedbackCount> {
  return sql<FeedbackCount>`
    select feedback_kind as kind, service_area as "serviceArea", theme, count(*)::int as many
    from contact
    where landlord_id = ${landlordId} and feedback_kind is not null and triaged_on >= ${since}
    group by feedback_kind, service_area, theme
    order by many desc, kind, "serviceArea", theme`;
}

export type SuggestionCount = { hint: string; suggests: string; shown: number; followed: number };

/** How often each suggestion was shown since a day to somebody who then decided, and how often they came to the same. */
export async function suggestionCounts(tx: Reading, landlordId: string, since: LocalDate): Promise<SuggestionCount[]> {
  const { rows } = await suggestionCountStatement(landlordId, since).execute(tx);
  return rows;
}

/** The one statement of it, also for looking at how it is planned. */
export function suggestionCountStatement(landlordId: string, since: LocalDate): RawBuilder<SuggestionCount> {
  return sql<SuggestionCount>`
    select hint, suggests, count(*)::int as shown, (count(*) filter (where followed))::int as followed
    from contact_suggestion
    where landlord_id = ${landlordId} and triaged_on >= ${since}
    group by hint, suggests
    order by shown desc, hint`;
}
