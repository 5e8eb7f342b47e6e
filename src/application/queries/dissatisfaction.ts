/** Dissatisfaction that is not, or not yet, a complaint: what is open, and what was settled lately. */
import { type RawBuilder, sql } from 'kysely';
import { recordInScope, type Scope } from '../../domain/access/scope.ts';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import { isId } from '../../domain/ids.ts';
import { type ResidentDetails, residentDetails } from '../../storage/cases/residents.ts';
import { readTexts } from '../../storage/personal-text.ts';
import type { Reading } from '../reading.ts';
import { type LoadedRecord, loadDissatisfaction } from '../write-dissatisfaction.ts';
import { whereOpen } from './scope-sql.ts';

export type DissatisfactionRow = {
  recordId: string;
  name: string;
  source: 'contact' | 'survey';
  channel: string;
  toldOn: LocalDate;
  offeredOn: LocalDate | null;
  answer: 'yes' | 'no' | null;
  confirmedOn: LocalDate | null;
  /** The day their "no" came into the sample; null where it is in none. */
  sampledOn: LocalDate | null;
  reviewedOn: LocalDate | null;
  verdict: 'agreed' | 'complaint' | null;
  /** The complaint that came of it. */
  reference: string | null;
  recordedBy: string;
  /** When the next thing is due; null where nothing is. */
  dueOn: LocalDate | null;
};

export type DissatisfactionList = { rows: readonly DissatisfactionRow[]; more: boolean };

/** What is still open, what is settled, or the "no" answers that are looked at again. */
export type DissatisfactionShown = 'open' | 'settled' | 'sample';

const pageSize = 50;

const lists: Readonly<Record<DissatisfactionShown, { where: RawBuilder<boolean>; order: RawBuilder<unknown> }>> = {
  open: { where: sql<boolean>`d.settled_on is null`, order: sql`d.told_on, d.record_id` },
  settled: { where: sql<boolean>`d.settled_on is not null`, order: sql`d.told_on desc, d.record_id desc` },
  sample: { where: sql<boolean>`d.sampled_on is not null`, order: sql`d.sampled_on desc, d.record_id desc` },
};

/** The oldest open ones first, or the latest settled ones. */
export async function dissatisfactionList(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  which: DissatisfactionShown,
): Promise<DissatisfactionList> {
  const { rows } = await dissatisfactionStatement(landlordId, scope, which).execute(tx);
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize };
}

/** The one statement of it, also for looking at how it is planned. */
export function dissatisfactionStatement(
  landlordId: string,
  scope: Scope,
  which: DissatisfactionShown,
): RawBuilder<DissatisfactionRow> {
  return sql<DissatisfactionRow>`
    select d.record_id as "recordId", d.name, d.source, d.channel, d.told_on as "toldOn", d.offered_on as "offeredOn", d.answer,
      d.confirmed_on as "confirmedOn", d.sampled_on as "sampledOn", d.reviewed_on as "reviewedOn", d.verdict, c.reference, p.name as "recordedBy", (
        select min(o.due_on) from obligation o
        where o.landlord_id = d.landlord_id and o.case_id = d.record_id and o.discharged_on is null) as "dueOn"
    from dissatisfaction d
    join person p on p.landlord_id = d.landlord_id and p.person_id = d.recorded_by
    left join case_index c on c.landlord_id = d.landlord_id and c.case_id = d.became_case
    where d.landlord_id = ${landlordId} and ${lists[which].where}
      and ${scope.kind === 'all' ? sql`true` : sql`d.recorded_by = ${scope.personId}`}
      and (d.became_case is null or ${whereOpen(scope, sql`d.became_case`)})
    order by ${lists[which].order}
    limit ${pageSize + 1}`;
}

/** A record as its page shows it. */
export type RecordFile = LoadedRecord & {
  recordId: string;
  person: ResidentDetails;
  /** Their words; null once they were disposed of. */
  words: string | null;
  recordedBy: string;
};

/** The words of a record that became a complaint are the complaint's words: whoever may not know of that does not read them here. */
async function isOpenCase(tx: Reading, scope: Scope, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`select ${whereOpen(scope, sql`${caseId}::uuid`)} as open`.execute(tx);
  return rows[0]?.open === true;
}

/** A record, if this person may see it: whoever sees every complaint sees every record, others what they recorded themselves. */
export async function openRecord(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  recordId: string,
): Promise<RecordFile | null> {
  if (!isId(recordId)) return null;
  const loaded = await loadDissatisfaction(tx, landlordId, recordId);
  if (loaded === null) return null;
  const { personId, words, recordedBy, became } = loaded.record;
  if (!recordInScope(scope, { recordedBy })) return null;
  if (became !== null && !(await isOpenCase(tx, scope, became.caseId))) return null;
  const texts = await readTexts(tx, landlordId, [words.textId]);
  const people = await residentDetails(tx, landlordId, [personId]);
  const staff = await tx
    .selectFrom('person')
    .select('name')
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', recordedBy)
    .executeTakeFirst();
  return {
    ...loaded,
    recordId,
    person: people.get(personId) ?? { name: 'Details removed', email: null, phone: null, addressLines: [] },
    words: texts.get(words.textId)?.value ?? null,
    recordedBy: staff?.name ?? 'somebody no longer here',
  };
}
