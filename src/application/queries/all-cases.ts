/** All cases that somebody may see: chosen, searched, ordered, counted, a page at a time or as a whole for a download. */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { ObligationKind } from '../../domain/complaint/obligation.ts';
import type { Reading } from '../reading.ts';
import { after, inOrder, type Place, placeOfRow, type Sorting } from './case-order.ts';
import { casesFound } from './case-search.ts';
import { type CaseSelection, type ListedState, stateOfRow, whereSelected } from './case-selection.ts';
import { ownCases } from './scope-sql.ts';

export type CaseListRow = {
  caseId: string;
  reference: string;
  name: string;
  address: string | null;
  stage: 1 | 2;
  state: ListedState;
  suspended: boolean;
  handler: string | null;
  category: string | null;
  cause: string | null;
  priority: boolean;
  adjustments: string | null;
  receivedOn: LocalDate;
  /** What is owed next; null where nothing is. */
  next: { kind: ObligationKind; byRefusal: boolean; dueOn: LocalDate } | null;
  windowClosesOn: LocalDate | null;
  /** The answer of the stage the case is in. */
  answeredOn: LocalDate | null;
  changedAt: string;
  place: Place;
};

/** Which list: whose cases, as whom, on what day. */
export type ListOf = { landlordId: string; scope: Scope; selection: CaseSelection; today: LocalDate };

/** From the beginning, on from a place, or back from one. */
export type From = { way: 'on' | 'back'; place: Place } | null;

export type CasePage = { rows: readonly CaseListRow[]; before: Place | null; next: Place | null };

export const pageSize = 50;
/** A count stops here: "1,000+". */
export const mostCounted = 1000;

/** One page of the list in its order. */
export async function casePage(tx: Reading, of: ListOf, sorting: Sorting, from: From): Promise<CasePage> {
  const back = from?.way === 'back';
  const way = back ? { ...sorting, descending: !sorting.descending } : sorting;
  const query = listQuery(of, way, from?.place ?? null, pageSize + 1);
  const { rows } = await query.execute(tx);
  const shown = rows.slice(0, pageSize).map(asRow);
  const more = rows.length > pageSize;
  if (back) shown.reverse();
  const first = shown.at(0)?.place ?? null;
  const last = shown.at(-1)?.place ?? null;
  return {
    rows: shown,
    before: (back ? more : from !== null) ? first : null,
    next: back || more ? last : null,
  };
}

/** How many cases the list has; a number above `mostCounted` only says that there are more. */
export async function countCases(tx: Reading, of: ListOf): Promise<number> {
  const { rows } = await countQuery(of).execute(tx);
  return rows[0]?.cases ?? 0;
}

const downloadBatch = 1000;

/**
 * The whole list in batches, newest first by the day it was received, which hardly ever changes: so a case is in it once,
 * whatever happens to it meanwhile. Each batch is read in a moment of its own, so that a slow reader holds nothing up.
 */
export async function* casesInBatches(
  read: <T>(work: (tx: Reading) => Promise<T>) => Promise<T>,
  of: ListOf,
): AsyncGenerator<readonly CaseListRow[]> {
  let place: Place | null = null;
  do {
    const from: Place | null = place;
    const query = listQuery(of, { by: 'received', descending: true }, from, downloadBatch);
    const { rows } = await read(tx => query.execute(tx));
    if (rows.length > 0) yield rows.map(asRow);
    place = rows.length < downloadBatch ? null : (rows.map(asRow).at(-1)?.place ?? null);
  } while (place !== null);
}

/** The statement of one page, apart from its running, so that a test can ask how it is planned. */
export function listQuery(of: ListOf, sorting: Sorting, from: Place | null, most: number): RawBuilder<RawRow> {
  const on = from === null ? sql`` : sql`and ${after(sorting, from, beginsWithOwn(of))}`;
  return sql<RawRow>`
    select c.case_id, c.reference, c.complainant_name, c.address, c.stage, ${stateOfRow(of.today)} as state, c.suspended_on,
      p.name as handler, c.category, c.cause, c.priority, c.adjustments, c.received_on, c.next_kind, c.next_by_refusal, c.next_due_on,
      c.window_closes_on, c.answered_on, c.changed_at, ${placeOfRow(sorting)} as place
    from ${source(of)}
    left join person p on p.landlord_id = c.landlord_id and p.person_id = c.handler_id
    where ${whereSelected(of.landlordId, of.scope, of.selection, of.today)} ${on}
    order by ${inOrder(sorting, beginsWithOwn(of))}
    limit ${sql.lit(most)}`;
}

/** Counts in the order of an index, so that the first thousand are enough. */
export function countQuery(of: ListOf): RawBuilder<{ cases: number }> {
  const { selection } = of;
  return sql<{ cases: number }>`
    select count(*) as cases from (
      select from ${source(of)}
      where ${whereSelected(of.landlordId, of.scope, selection, of.today)}
      order by ${inOrder({ by: 'due', descending: false }, beginsWithOwn(of))}
      limit ${sql.lit(mostCounted + 1)}) counted`;
}

/** Whether the list is read off somebody's own cases, in their order. */
function beginsWithOwn({ scope, selection }: ListOf): boolean {
  return scope.kind === 'own' && selection.sought === '';
}

/** What a search finds is a thousand cases at most, so each is looked up by its key, however the server guesses their number. */
function source({ landlordId, scope, selection }: ListOf): RawBuilder<unknown> {
  if (selection.sought === '') return scope.kind === 'own' ? ownCases(landlordId, scope.personId) : sql`case_index c`;
  return sql`(${casesFound(landlordId, scope, selection.sought)}) found
    cross join lateral (
      select * from case_index one where one.landlord_id = ${landlordId} and one.case_id = found.case_id limit 1
    ) c`;
}

type RawRow = {
  case_id: string;
  reference: string;
  complainant_name: string;
  address: string | null;
  stage: 1 | 2;
  state: ListedState;
  suspended_on: LocalDate | null;
  handler: string | null;
  category: string | null;
  cause: string | null;
  priority: boolean;
  adjustments: string | null;
  received_on: LocalDate;
  next_kind: ObligationKind | null;
  next_by_refusal: boolean;
  next_due_on: LocalDate | null;
  window_closes_on: LocalDate | null;
  answered_on: LocalDate | null;
  changed_at: string;
  place: string;
};

function nextOf({ next_kind: kind, next_by_refusal: byRefusal, next_due_on: dueOn }: RawRow): CaseListRow['next'] {
  return kind === null || dueOn === null ? null : { kind, byRefusal, dueOn };
}

function asRow(row: RawRow): CaseListRow {
  return {
    caseId: row.case_id,
    reference: row.reference,
    name: row.complainant_name,
    address: row.address,
    stage: row.stage,
    state: row.state,
    suspended: row.suspended_on !== null,
    handler: row.handler,
    category: row.category,
    cause: row.cause,
    priority: row.priority,
    adjustments: row.adjustments,
    receivedOn: row.received_on,
    next: nextOf(row),
    windowClosesOn: row.window_closes_on,
    answeredOn: row.answered_on,
    changedAt: row.changed_at,
    place: { value: row.place, caseId: row.case_id },
  };
}
