/** One person who complains or acts for somebody: who they are, which complaints are theirs, and what they need from us. */
import { maySeeBehind } from '../../domain/access/behind-needs.ts';
import { recordInScope, type Scope } from '../../domain/access/scope.ts';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { TextRef } from '../../domain/complaint/events.ts';
import { textIdsIn } from '../../domain/complaint/text-ids.ts';
import { isId } from '../../domain/ids.ts';
import type { PersonNeeds } from '../../domain/needs/needs.ts';
import { type ResidentDetails, residentDetails } from '../../storage/cases/residents.ts';
import { readTexts } from '../../storage/personal-text.ts';
import type { Viewer } from '../application.ts';
import type { Landlord } from '../landlord.ts';
import { needsOfPerson } from '../needs/write-needs.ts';
import type { Reading } from '../reading.ts';
import { whereSeenWhole } from './scope-sql.ts';

export type ResidentCase = {
  reference: string;
  receivedOn: LocalDate;
  closedOn: LocalDate | null;
  category: string | null;
  as: 'resident' | 'representative';
};

export type ResidentFile = {
  personId: string;
  details: ResidentDetails;
  /** Those this person may see. */
  cases: readonly ResidentCase[];
  needs: { recordId: string; record: PersonNeeds } | null;
  /** Words by text id: what to do, and why it changed. Not what lies behind it. */
  texts: Readonly<Record<string, string>>;
  maySeeBehind: boolean;
};

/** The person, if the viewer may know of them: by a complaint or record of theirs that they see, or by seeing everybody's. */
export async function openResident(
  tx: Reading,
  landlord: Landlord,
  viewer: Viewer,
  scope: Scope,
  personId: string,
): Promise<ResidentFile | null> {
  if (!isId(personId)) return null;
  const { landlordId } = viewer;
  const [details, cases, handlers, needs] = await Promise.all([
    residentDetails(tx, landlordId, [personId]),
    casesSeen(tx, landlordId, scope, personId),
    handlersOf(tx, landlordId, personId),
    needsOfPerson(tx, landlordId, personId),
  ]);
  const person = details.get(personId);
  if (person === undefined) return null;
  const own =
    needs !== null && recordInScope(scope, { recordedBy: firstBy(needs.record), ownerId: needs.record.ownerId });
  if (scope.kind !== 'all' && cases.length === 0 && !own) return null;
  return {
    personId,
    details: person,
    cases,
    needs: needs === null ? null : { recordId: needs.recordId, record: needs.record },
    texts: needs === null ? {} : await wordsOf(tx, landlordId, needs.record),
    maySeeBehind: maySeeBehind(viewer, handlers, landlord.policy),
  };
}

function firstBy({ needs }: PersonNeeds): string | null {
  return needs[0]?.by ?? null;
}

/** The page of a person by their record, for lists of mixed work. */
export async function residentOfRecord(tx: Reading, landlordId: string, recordId: string): Promise<string | null> {
  if (!isId(recordId)) return null;
  const row = await tx
    .selectFrom('record_index')
    .select('person_id')
    .where('landlord_id', '=', landlordId)
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

async function casesSeen(tx: Reading, landlordId: string, scope: Scope, personId: string): Promise<ResidentCase[]> {
  const rows = await tx
    .selectFrom('case_index')
    .select(['reference', 'received_on', 'closed_on', 'category', 'complainant_id'])
    .where('landlord_id', '=', landlordId)
    .where(eb => eb.or([eb('complainant_id', '=', personId), eb('representative_id', '=', personId)]))
    .where(whereSeenWhole(scope))
    .orderBy('received_on', 'desc')
    .execute();
  return rows.map(row => ({
    reference: row.reference,
    receivedOn: row.received_on,
    closedOn: row.closed_on,
    category: row.category,
    as: row.complainant_id === personId ? 'resident' : 'representative',
  }));
}

/** Who deals with what of theirs is not closed, at whichever stage. */
async function handlersOf(tx: Reading, landlordId: string, personId: string): Promise<(string | null)[]> {
  const rows = await tx
    .selectFrom('case_index')
    .select('handler_id')
    .where('landlord_id', '=', landlordId)
    .where(eb => eb.or([eb('complainant_id', '=', personId), eb('representative_id', '=', personId)]))
    .where('closed_on', 'is', null)
    .execute();
  return rows.map(row => row.handler_id);
}

async function wordsOf(tx: Reading, landlordId: string, record: PersonNeeds): Promise<Record<string, string>> {
  const shown = record.needs.map(({ behind: _, ...need }) => need);
  const ids = textIdsIn([{ body: { needs: shown, reviews: record.reviews } }]);
  return byId(await readTexts(tx, landlordId, ids));
}

/** What lies behind each need, by the need's id; for whoever may see it. Whoever shows it has to log the view first. */
export async function behindNeeds(
  tx: Reading,
  landlordId: string,
  { needs, maySeeBehind: may }: ResidentFile,
): Promise<Readonly<Record<string, string>> | null> {
  if (needs === null || !may) return null;
  const kept = needs.record.needs.flatMap(one => (one.behind === null ? [] : [[one.needId, one.behind] as const]));
  const texts = byId(
    await readTexts(
      tx,
      landlordId,
      kept.map(([, text]) => text.textId),
    ),
  );
  return Object.fromEntries(kept.map(([id, text]: readonly [string, TextRef]) => [id, texts[text.textId] ?? '']));
}

function byId(texts: Awaited<ReturnType<typeof readTexts>>): Record<string, string> {
  return Object.fromEntries([...texts].map(([id, text]) => [id, text.value ?? `Disposed of on ${text.disposedOn}`]));
}
