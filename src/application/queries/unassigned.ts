/** Complaints that are nobody's yet (R69): safety first, then by the day somebody's name is owed; read off the team's index. */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { Reading } from '../reading.ts';
import { whereSeenWhole } from './scope-sql.ts';

export type UnassignedRow = {
  reference: string;
  stage: 1 | 2;
  name: string;
  address: string | null;
  adjustments: string | null;
  priority: boolean;
  category: string | null;
  serviceArea: string | null;
  receivedOn: LocalDate;
  /** The day stage 2 was asked for; null at stage 1. */
  askedOn: LocalDate | null;
  /** Since when it waits for a name: the day it was logged, stage 2 was asked for, or its handler gave it up. */
  waitsSince: LocalDate;
  assignBy: LocalDate | null;
  rule: string;
  clause: string;
};

export type UnassignedList = { rows: readonly UnassignedRow[]; more: boolean };

const pageSize = 100;

/** The first of a team's queue that this person may see. */
export async function unassigned(tx: Reading, landlordId: string, team: string, scope: Scope): Promise<UnassignedList> {
  const { rows } = await unassignedStatement(landlordId, team, scope).execute(tx);
  return { rows: rows.slice(0, pageSize).map(asRow), more: rows.length > pageSize };
}

/** The one statement of it, also for looking at how it is planned. */
export function unassignedStatement(landlordId: string, team: string, scope: Scope): RawBuilder<RawRow> {
  return sql<RawRow>`
    select c.reference, o.stage, c.complainant_name, c.address, c.adjustments, o.priority, c.category, c.service_area,
      c.received_on, case when o.stage = 2 then c.escalated_on end as asked_on, coalesce(o.from_on, c.received_on) as waits_since, o.due_on, o.rule, o.clause
    from obligation o
    join case_index c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
    where o.landlord_id = ${landlordId} and o.owner_team = ${team} and o.owner_person is null and o.kind = 'assign'
      and o.discharged_on is null and o.lapsed_on is null and not o.cannot_judge and ${whereSeenWhole(scope, 'c')}
    order by o.priority desc, o.due_order, o.case_id, o.obligation_id
    limit ${pageSize + 1}`;
}

type RawRow = {
  reference: string;
  stage: 1 | 2 | null;
  complainant_name: string;
  address: string | null;
  adjustments: string | null;
  priority: boolean;
  category: string | null;
  service_area: string | null;
  received_on: LocalDate;
  asked_on: LocalDate | null;
  waits_since: LocalDate;
  due_on: LocalDate | null;
  rule: string | null;
  clause: string | null;
};

function asRow(row: RawRow): UnassignedRow {
  return {
    reference: row.reference,
    stage: row.stage ?? 1,
    name: row.complainant_name,
    address: row.address,
    adjustments: row.adjustments,
    priority: row.priority,
    category: row.category,
    serviceArea: row.service_area,
    receivedOn: row.received_on,
    askedOn: row.asked_on,
    waitsSince: row.waits_since,
    assignBy: row.due_on,
    rule: row.rule ?? '',
    clause: row.clause ?? '',
  };
}
