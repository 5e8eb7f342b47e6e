/** Requests for a service that somebody may see: chosen, in the order of what is due, a page at a time (MAG-13, MGL-04). */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import { isId } from '../../domain/ids.ts';
import type { Reading } from '../reading.ts';

/** `queue`: those without an owner. */
export const requestShows = ['open', 'late', 'mine', 'queue', 'ended'] as const;
export type RequestShow = (typeof requestShows)[number];
export type RequestSelection = { show: RequestShow; serviceArea: string | null };

export type RequestRow = {
  requestId: string;
  name: string;
  address: string | null;
  askedOn: LocalDate;
  serviceArea: string;
  healthAndSafety: boolean;
  housingSystem: string | null;
  housingReference: string | null;
  /** Null: in the team's queue. */
  owner: string | null;
  reviewedOn: LocalDate | null;
  nextDueOn: LocalDate | null;
  endedOn: LocalDate | null;
  endedHow: 'completed' | 'stopped' | null;
  /** Whether a complaint is about how it was dealt with. */
  complained: boolean;
};

/** A place in the list: all that it is ordered by, of the row beside it. */
export type RequestPlace = { on: LocalDate; requestId: string };
export type RequestPage = { rows: readonly RequestRow[]; next: RequestPlace | null };
export type RequestsOf = {
  landlordId: string;
  scope: Scope;
  selection: RequestSelection;
  personId: string;
  today: LocalDate;
};

const pageSize = 50;

/** One page of the list: what is due soonest first, or what ended last. */
export async function requestPage(tx: Reading, of: RequestsOf, from: RequestPlace | null): Promise<RequestPage> {
  const { rows } = await requestsStatement(of, from).execute(tx);
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  const on = of.selection.show === 'ended' ? last?.endedOn : last?.nextDueOn;
  return { rows: shown, next: last === undefined || !on ? null : { on, requestId: last.requestId } };
}

/** The one statement of it, also for looking at how it is planned. */
export function requestsStatement(of: RequestsOf, from: RequestPlace | null): RawBuilder<RequestRow> {
  const ended = of.selection.show === 'ended';
  const on = ended ? sql`r.ended_on` : sql`r.next_due_on`;
  const than = ended ? sql`<` : sql`>`;
  const after =
    from === null ? sql`` : sql`and (${on}, r.request_id) ${than} (${from.on}::date, ${from.requestId}::uuid)`;
  return sql<RequestRow>`
    select r.request_id as "requestId", r.name, r.address, r.asked_on as "askedOn", r.service_area as "serviceArea",
      r.health_and_safety as "healthAndSafety", r.housing_system as "housingSystem", r.housing_reference as "housingReference",
      (select p.name from person p where p.landlord_id = r.landlord_id and p.person_id = r.owner_person) as owner, r.reviewed_on as "reviewedOn", r.next_due_on as "nextDueOn", r.ended_on as "endedOn",
      r.ended_how as "endedHow", exists (
        select from service_request_link l
        where l.landlord_id = r.landlord_id and l.request_id = r.request_id and l.why = 'about') as complained
    from service_request r
    where r.landlord_id = ${of.landlordId} and ${chosen(of)} and ${requestInScope(of.scope, 'r')} ${after}
    order by ${ended ? sql`r.ended_on desc, r.request_id desc` : sql`r.next_due_on, r.request_id`}
    limit ${pageSize + 1}`;
}

function chosen({ selection, personId, today }: RequestsOf): RawBuilder<boolean> {
  const { show, serviceArea } = selection;
  const area = serviceArea === null ? sql`true` : sql`r.service_area = ${serviceArea}`;
  const which = {
    open: sql`r.ended_on is null`,
    late: sql`r.ended_on is null and r.next_due_on < ${today}`,
    mine: sql`r.ended_on is null and r.owner_person = ${personId}`,
    queue: sql`r.ended_on is null and r.owner_person is null`,
    ended: sql`r.ended_on is not null`,
  }[show];
  return sql<boolean>`${which} and ${area}`;
}

/** The condition that somebody may see a request: all, or what they own or recorded themselves. */
export function requestInScope(scope: Scope, table: string): RawBuilder<boolean> {
  if (scope.kind === 'all') return sql<boolean>`true`;
  const row = sql.table(table);
  return sql<boolean>`(${row}.owner_person = ${scope.personId} or ${row}.recorded_by = ${scope.personId})`;
}

/** By its id, or by what it is called in the housing system. */
export type WhichRequest = { requestId: string } | { housingReference: string };

/** The id of a request that this person may see; the newest where several are called the same. */
export async function findRequestId(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  which: WhichRequest,
): Promise<string | null> {
  if ('requestId' in which && !isId(which.requestId)) return null;
  const named =
    'requestId' in which
      ? sql`r.request_id = ${which.requestId}`
      : sql`r.housing_reference = ${which.housingReference}`;
  const { rows } = await sql<{ request_id: string }>`
    select r.request_id from service_request r
    where r.landlord_id = ${landlordId} and ${named} and ${requestInScope(scope, 'r')}
    order by r.asked_on desc, r.request_id desc limit 1`.execute(tx);
  return rows[0]?.request_id ?? null;
}
