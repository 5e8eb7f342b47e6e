/** The derived rows of a record of dissatisfaction, from its state: when it changes, when the calendar does, and on rebuilding. */
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import { isOpen, type Obligation } from '../domain/complaint/obligation.ts';
import type { DissatisfactionEvent } from '../domain/dissatisfaction/events.ts';
import { owedOn } from '../domain/dissatisfaction/owed.ts';
import { type DissatisfactionRecord, replayRecord } from '../domain/dissatisfaction/record.ts';
import { residentDetails } from '../storage/cases/residents.ts';
import { removeDissatisfaction, writeDissatisfaction } from '../storage/dissatisfaction.ts';
import { loadEvents, type StoredEvent } from '../storage/events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { Application } from './application.ts';
import { type Landlord, loadLandlord } from './landlord.ts';
import { owedColumns } from './owed-columns.ts';
import type { Reading } from './reading.ts';

export type LoadedRecord = { record: DissatisfactionRecord; events: readonly StoredEvent[] };

/** A record from its events; null where the id is none of a record of this landlord. */
export async function loadRecord(tx: Reading, landlordId: string, recordId: string): Promise<LoadedRecord | null> {
  const events = await loadEvents(tx, landlordId, recordId);
  if (events[0]?.type !== 'DissatisfactionTold') return null;
  const record = replayRecord(events.map(asRecordEvent));
  return record === null ? null : { record, events };
}

/** A stored event as the domain knows it. */
function asRecordEvent({ type, schema, occurredOn, body }: StoredEvent): DissatisfactionEvent {
  return { type, schema, occurredOn, body } as object as DissatisfactionEvent;
}

/** Writes them. `changedAt`: when its last event was recorded. */
export async function writeRecord(
  tx: Tx,
  landlord: Landlord,
  recordId: string,
  record: DissatisfactionRecord,
  changedAt: Instant,
): Promise<void> {
  const { landlordId } = landlord;
  const owed = owedOn(record, landlord);
  const details = await residentDetails(tx, landlordId, [record.personId]);
  const row = {
    landlord_id: landlordId,
    record_id: recordId,
    version: record.version,
    source: record.source,
    channel: record.channel,
    told_on: record.toldOn,
    person_id: record.personId,
    name: details.get(record.personId)?.name ?? 'Details removed',
    recorded_by: record.recordedBy,
    offered_on: record.offeredOn[0] ?? null,
    answer: record.answer?.is ?? null,
    answered_on: record.answer?.on ?? null,
    confirmed_on: record.confirmedOn,
    became_case: record.became?.caseId ?? null,
    settled_on: settledOn(owed),
  };
  await writeDissatisfaction(
    tx,
    row,
    owed.map(one => ({
      ...owedColumns({ landlordId, caseId: recordId }, one),
      ...{ priority: false, owed_to: record.personId, text_id: null, first_due_on: one.dueOn, with_needs: false },
    })),
    changedAt,
  );
}

/** The day the last of it was done; null while something is owed. */
function settledOn(owed: readonly Obligation[]): LocalDate | null {
  if (owed.some(isOpen)) return null;
  return (
    owed
      .flatMap(one => one.dischargedOn ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

/** Rebuilds one record of dissatisfaction, likewise; also where only the calendar has changed. */
export async function rebuildRecord(
  app: Pick<Application, 'packs' | 'landlords' | 'clock'>,
  tx: Tx,
  landlordId: string,
  recordId: string,
): Promise<void> {
  const loaded = await loadRecord(tx, landlordId, recordId);
  const changedAt = loaded?.events.at(-1)?.recordedAt;
  if (loaded === null || changedAt === undefined) return;
  await removeDissatisfaction(tx, landlordId, recordId);
  await writeRecord(tx, await loadLandlord(app, tx, landlordId), recordId, loaded.record, changedAt);
}
