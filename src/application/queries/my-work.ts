/** What one person, or their team's queue, still owes: safety first, then soonest first; read off one index. */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import type { Instant, LocalDate } from '../../domain/calendar/dates.ts';
import type { ObligationKind } from '../../domain/complaint/obligation.ts';
import { ON_CALL } from '../../domain/complaint/obligations/duties.ts';
import type { ListedRecord } from '../../domain/records.ts';
import type { Reading } from '../reading.ts';
import { whereDutySeen, whereNotClosed, whereOpen, whereRecordDutySeen } from './scope-sql.ts';

export type WorkRow = {
  obligationId: string;
  kind: ObligationKind;
  stage: 1 | 2 | null;
  /** What has to go by then is the refusal letter (R20). */
  byRefusal: boolean;
  dueOn: LocalDate | null;
  /** Only for what is due at a moment (R13). */
  dueAt: Instant | null;
  longStopOn: LocalDate | null;
  /** The date to work to: the earliest of the due date, the outer date (R5) and a promise that stands (R11). */
  workOn: LocalDate | null;
  fromEvent: string;
  fromOn: LocalDate | null;
  rule: string;
  clause: string;
  ownerId: string | null;
  ownerTeam: string;
  caseId: string;
  /** Null where it is owed on a record that is no complaint. */
  reference: string | null;
  /** Which kind of record it is owed on; null on a complaint. */
  record: ListedRecord | null;
  name: string;
  address: string | null;
  adjustments: string | null;
  priority: boolean;
  category: string | null;
  /** Whether the case is open to whoever looks; otherwise a question or a danger of it is theirs, and nothing else. */
  open: boolean;
};

export type WorkList = { rows: readonly WorkRow[]; more: boolean };
export type WorkFilter = { needs?: boolean; kind?: string };
export type WorkOf = { kind: 'person'; personId: string } | { kind: 'team'; team: string };

const pageSize = 50;

/**
 * The first open obligations of a person, or of a team as far as nobody's name is on them. `needs`: only people with adjustments. What
 * is to be made safe at once is shown to whoever is on call even where the complaint is restricted to others, because it cannot wait
 * until one of them is found; never to whom the complaint is closed (R13, MAG-11).
 */
export async function workOf(
  tx: Reading,
  landlordId: string,
  of: WorkOf,
  scope: Scope,
  today: LocalDate,
  filter: WorkFilter = {},
): Promise<WorkList> {
  const { rows } = await workStatement(landlordId, of, scope, today, filter).execute(tx);
  return { rows: rows.slice(0, pageSize).map(asWork), more: rows.length > pageSize };
}

/** The one statement of it, also for looking at how it is planned. */
export function workStatement(
  landlordId: string,
  of: WorkOf,
  scope: Scope,
  today: LocalDate,
  filter: WorkFilter,
): RawBuilder<RawRow> {
  const owner =
    of.kind === 'person'
      ? sql`o.owner_person = ${of.personId}`
      : sql`o.owner_team = ${of.team} and o.owner_person is null`;
  const onCall = of.kind === 'team' && of.team === ON_CALL;
  const seen = onCall
    ? whereNotClosed(scope, sql`o.case_id`)
    : sql`(${whereDutySeen(scope, 'o', 'c')} or ${whereRecordDutySeen(scope, 'o', 'r')})`;
  return sql<RawRow>`
    select o.obligation_id, o.kind, o.stage, o.by_refusal, o.due_on, o.due_at, o.long_stop_on, o.work_on, o.from_event, o.from_on, o.rule, o.clause, o.owner_person, o.owner_team,
      o.case_id, c.reference, r.kind as record, coalesce(c.complainant_name, r.name) as complainant_name, coalesce(c.address, r.address) as address,
      coalesce(c.adjustments, r.adjustments) as adjustments, o.priority, c.category,
      ${whereOpen(scope, sql`o.case_id`)} as open
    from obligation o
    left join case_index c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
    left join record_index r on r.landlord_id = o.landlord_id and r.record_id = o.case_id
    where o.landlord_id = ${landlordId} and ${owner}
      and o.discharged_on is null and o.lapsed_on is null and not o.cannot_judge
      and (o.starts_on is null or o.starts_on <= ${today}) and ${seen}
      ${filter.needs === true ? sql`and o.with_needs` : sql``}
      ${filter.kind === undefined ? sql`` : sql`and o.kind = ${filter.kind}`}
    order by o.priority desc, o.due_order, o.case_id, o.obligation_id
    limit ${pageSize + 1}`;
}

type RawRow = {
  obligation_id: string;
  kind: ObligationKind;
  stage: 1 | 2 | null;
  by_refusal: boolean;
  due_on: LocalDate | null;
  due_at: Instant | null;
  long_stop_on: LocalDate | null;
  work_on: LocalDate | null;
  from_event: string | null;
  from_on: LocalDate | null;
  rule: string | null;
  clause: string | null;
  owner_person: string | null;
  owner_team: string | null;
  case_id: string;
  reference: string | null;
  record: ListedRecord | null;
  complainant_name: string;
  address: string | null;
  adjustments: string | null;
  priority: boolean;
  category: string | null;
  open: boolean;
};

function asWork(row: RawRow): WorkRow {
  // Whom a complaint is about may be asked how it was, and learns no more than the question says (MAG-11).
  const question = !row.open && row.kind === 'supply-information';
  return {
    obligationId: row.obligation_id,
    kind: row.kind,
    stage: row.stage,
    byRefusal: row.by_refusal,
    dueOn: row.due_on,
    dueAt: row.due_at,
    longStopOn: row.long_stop_on,
    workOn: row.work_on,
    fromEvent: row.from_event ?? '',
    fromOn: row.from_on,
    rule: row.rule ?? '',
    clause: row.clause ?? '',
    ownerId: row.owner_person,
    ownerTeam: row.owner_team ?? '',
    caseId: row.case_id,
    reference: row.reference,
    record: row.record,
    name: question ? 'A question for you' : row.complainant_name,
    address: question ? null : row.address,
    adjustments: question ? null : row.adjustments,
    priority: row.priority,
    category: row.category,
    open: row.open,
  };
}
