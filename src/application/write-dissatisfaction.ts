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
import { removeListedRecord, writeListedRecord } from './listed-records.ts';
import type { Reading } from './reading.ts';

export type LoadedRecord = { record: DissatisfactionRecord; events: readonly StoredEvent[] };

/** A record from its events; null where the id is none of a record of this landlord. */
export async function loadDissatisfaction(
  tx: Reading,
  landlordId: string,
  recordId: string,
): Promise<LoadedRecord | null> {
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
export async function writeDissatisfactionRows(
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
    sampled_on: record.sampledOn,
    reviewed_on: record.review?.on ?? null,
    verdict: record.review?.verdict ?? null,
  };
  await writeDissatisfaction(tx, row);
  await writeListedRecord(
    tx,
    { landlordId, recordId, kind: 'dissatisfaction', changedAt },
    { name: row.name, personId: record.personId, recordedBy: record.recordedBy },
    owed,
  );
}

/** The day the last of it was done; null while something is owed to them. Looking at a "no" again is not. */
function settledOn(owed: readonly Obligation[]): LocalDate | null {
  if (owed.some(one => isOpen(one) && one.kind !== 'review-no-answer')) return null;
  return (
    owed
      .flatMap(one => one.dischargedOn ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

/** Rebuilds one record of dissatisfaction, likewise; also where only the calendar has changed. */
export async function rebuildDissatisfaction(
  app: Pick<Application, 'packs' | 'landlords' | 'clock'>,
  tx: Tx,
  landlordId: string,
  recordId: string,
): Promise<void> {
  const loaded = await loadDissatisfaction(tx, landlordId, recordId);
  const changedAt = loaded?.events.at(-1)?.recordedAt;
  if (loaded === null || changedAt === undefined) return;
  await removeListedRecord(tx, landlordId, recordId);
  await removeDissatisfaction(tx, landlordId, recordId);
  await writeDissatisfactionRows(tx, await loadLandlord(app, tx, landlordId), recordId, loaded.record, changedAt);
}
