/**
 * What somebody holds: the stages of complaints they handle, promises and questions of theirs, and dissatisfaction they follow. Read off
 * the index of their open duties; what they are only still the contact of, because nothing is owed on it, off an index of its own.
 */
import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { ObligationKind } from '../../domain/complaint/obligation.ts';
import { isRecordDuty } from '../../domain/complaint/obligation.ts';
import type { ListedRecord } from '../../domain/records.ts';
import type { HeldThing } from '../../domain/staff/events.ts';
import type { Reading } from '../reading.ts';

/** One thing held, with what a list says of it. */
export type Held = {
  key: string;
  thing: HeldThing;
  caseId: string;
  /** Null where it is no complaint. */
  reference: string | null;
  /** Which kind of record it is where it is no complaint. */
  record: ListedRecord | null;
  name: string;
  adjustments: string | null;
  priority: boolean;
  /** What is due first of it; null where nothing is owed on it. */
  kind: ObligationKind | null;
  stage: 1 | 2 | null;
  dueOn: LocalDate | null;
};

export type HeldWork = { held: readonly Held[]; more: boolean };

/** Enough for one act; what is more is handed over in the next. */
const atOnce = 50;

/** The first things that somebody holds, the soonest due first. */
export async function heldWork(tx: Reading, landlordId: string, personId: string, today: LocalDate): Promise<HeldWork> {
  const [owed, contacts] = await Promise.all([
    heldStatement(landlordId, personId).execute(tx),
    contactStatement(landlordId, personId, today).execute(tx),
  ]);
  const found = new Map<string, Held>();
  for (const held of [...owed.rows.map(row => asHeld(row, personId)), ...contacts.rows.map(asContact)])
    if (!found.has(held.key)) found.set(held.key, held);
  const all = [...found.values()];
  return { held: all.slice(0, atOnce), more: all.length > atOnce || owed.rows.length === rowsRead };
}

const rowsRead = 300;

type OwedRow = {
  obligation_id: string;
  kind: ObligationKind;
  stage: 1 | 2 | null;
  work_on: LocalDate | null;
  due_on: LocalDate | null;
  case_id: string;
  reference: string | null;
  record: ListedRecord | null;
  name: string;
  adjustments: string | null;
  priority: boolean;
  case_stage: 1 | 2 | null;
  handler_id: string | null;
};

/** The one statement of it, also for looking at how it is planned. */
export function heldStatement(landlordId: string, personId: string): RawBuilder<OwedRow> {
  return sql<OwedRow>`
    select o.obligation_id, o.kind, o.stage, o.work_on, o.due_on, o.case_id, c.reference, r.kind as record,
      coalesce(c.complainant_name, r.name) as name, coalesce(c.adjustments, r.adjustments) as adjustments, o.priority, c.stage as case_stage, c.handler_id
    from obligation o
    left join case_index c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
    left join record_index r on r.landlord_id = o.landlord_id and r.record_id = o.case_id
    where o.landlord_id = ${landlordId} and o.owner_person = ${personId}
      and o.discharged_on is null and o.lapsed_on is null and not o.cannot_judge
    order by o.priority desc, o.due_order, o.case_id, o.obligation_id
    limit ${rowsRead}`;
}

type ContactRow = {
  case_id: string;
  reference: string;
  name: string;
  adjustments: string | null;
  priority: boolean;
  stage: 1 | 2;
};

/** The same of the complaints on which nothing is owed and that are not closed. */
export function contactStatement(landlordId: string, personId: string, today: LocalDate): RawBuilder<ContactRow> {
  const columns = sql`case_id, reference, complainant_name as name, adjustments, priority, stage`;
  const held = sql`landlord_id = ${landlordId} and handler_id = ${personId} and next_kind is null`;
  return sql<ContactRow>`
    (select ${columns} from case_index where ${held} and closed_on is null limit ${atOnce + 1})
    union all
    (select ${columns} from case_index where ${held} and closed_on > ${today} order by closed_on limit ${atOnce + 1})`;
}

function asHeld(row: OwedRow, personId: string): Held {
  const thing = thingOf(row, personId);
  const { case_id: caseId, reference, record, name, adjustments, priority, kind, stage } = row;
  return {
    ...{ key: keyOf(thing), thing, caseId, reference, record, name, adjustments, priority, kind, stage },
    dueOn: row.work_on ?? row.due_on,
  };
}

/** A duty of a stage is held with the stage; a promise, a question and a record by themselves. */
function thingOf(
  { obligation_id, kind, case_id: caseId, case_stage, handler_id }: OwedRow,
  personId: string,
): HeldThing {
  const after = (start: string): string => obligation_id.slice(start.length);
  if (isRecordDuty(kind)) return { kind: 'record', recordId: caseId };
  if (kind === 'do-action' || kind === 'give-action-date')
    return { kind: 'promise', caseId, actionId: after(`${kind}-`) };
  if (kind === 'supply-information') return { kind: 'question', caseId, requestId: after('supply-information-') };
  return { kind: 'complaint', caseId, stage: handler_id === personId ? (case_stage ?? 1) : 1 };
}

function asContact({ case_id: caseId, stage, ...row }: ContactRow): Held {
  const thing: HeldThing = { kind: 'complaint', caseId, stage };
  return { ...row, key: keyOf(thing), thing, caseId, record: null, kind: null, stage, dueOn: null };
}

/** What tells one thing from another on a form and in an act. */
export function keyOf(thing: HeldThing): string {
  switch (thing.kind) {
    case 'complaint':
      return `complaint-${thing.caseId}-${thing.stage}`;
    case 'promise':
      return `promise-${thing.actionId}`;
    case 'question':
      return `question-${thing.requestId}`;
    case 'record':
      return `record-${thing.recordId}`;
  }
}
