/** Somebody who works here, from their own stream: loaded, and its derived rows written. */
import type { StaffEvent } from '../domain/staff/events.ts';
import { isStaffEvent } from '../domain/staff/events.ts';
import { noStaffRecord, replayStaff, type StaffRecord } from '../domain/staff/record.ts';
import { loadEvents, type StoredEvent } from '../storage/events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { writeAbsences, writePoliciesRead, writeTraining } from '../storage/staff-rows.ts';
import type { Reading } from './reading.ts';

export type LoadedStaff = { record: StaffRecord; events: readonly StoredEvent[] };

/** Their record; an empty one of whom nothing has been recorded. */
export async function loadStaffRecord(tx: Reading, landlordId: string, personId: string): Promise<LoadedStaff> {
  const events = await loadEvents(tx, landlordId, personId);
  if (events[0] !== undefined && !isStaffEvent(events[0].type)) return { record: noStaffRecord, events: [] };
  return { record: replayStaff(events.map(asStaffEvent)), events };
}

/** Writes the rows that have changed. */
export async function writeStaffRecord(
  tx: Tx,
  whose: { landlordId: string; personId: string },
  before: StaffRecord,
  record: StaffRecord,
): Promise<void> {
  await Promise.all([
    record.absences === before.absences ? undefined : writeAbsences(tx, whose, record.absences),
    record.training === before.training ? undefined : writeTraining(tx, whose, record.training),
    record.confirmed === before.confirmed ? undefined : writePoliciesRead(tx, whose, record.confirmed),
  ]);
}

/** Writes all of them again from the events. */
export async function rebuildStaffRecord(tx: Tx, landlordId: string, personId: string): Promise<void> {
  const { record } = await loadStaffRecord(tx, landlordId, personId);
  const whose = { landlordId, personId };
  await writeAbsences(tx, whose, record.absences);
  await writeTraining(tx, whose, record.training);
  await writePoliciesRead(tx, whose, record.confirmed);
}

/** A stored event of somebody's stream as the domain knows it. Each shape ever written is read in tests. */
function asStaffEvent({ type, schema, occurredOn, body }: StoredEvent): StaffEvent {
  return { type, schema, occurredOn, body } as object as StaffEvent;
}
