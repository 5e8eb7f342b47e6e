/** The record of what somebody needs: loaded by its id or by the person, and its derived rows, when it changes and on rebuilding. */
import type { Instant } from '../../domain/calendar/dates.ts';
import { sayAdjustment } from '../../domain/complaint/say-need.ts';
import type { NeedsEvent } from '../../domain/needs/events.ts';
import { FIRST_OF_NEEDS } from '../../domain/needs/events.ts';
import { holding, type PersonNeeds, replayNeeds } from '../../domain/needs/needs.ts';
import { owedOnNeeds } from '../../domain/needs/owed.ts';
import { residentDetails } from '../../storage/cases/residents.ts';
import { loadEvents, type StoredEvent } from '../../storage/events.ts';
import type { Tx } from '../../storage/landlord-transaction.ts';
import type { Application } from '../application.ts';
import { type Landlord, loadLandlord } from '../landlord.ts';
import { removeListedRecord, writeListedRecord } from '../listed-records.ts';
import type { Reading } from '../reading.ts';

export type LoadedNeeds = { recordId: string; record: PersonNeeds; events: readonly StoredEvent[] };

/** A record of needs from its events; null where the id is none of such a record of this landlord. */
export async function loadNeeds(tx: Reading, landlordId: string, recordId: string): Promise<LoadedNeeds | null> {
  const events = await loadEvents(tx, landlordId, recordId);
  if (events[0]?.type !== FIRST_OF_NEEDS) return null;
  const record = replayNeeds(events.map(asNeedsEvent));
  return record === null ? null : { recordId, record, events };
}

/** What is recorded of a person's needs; null where nothing ever was. */
export async function needsOfPerson(tx: Reading, landlordId: string, personId: string): Promise<LoadedNeeds | null> {
  const row = await tx
    .selectFrom('record_index')
    .select('record_id')
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'needs')
    .executeTakeFirst();
  return row === undefined ? null : loadNeeds(tx, landlordId, row.record_id);
}

/** A stored event as the domain knows it. */
function asNeedsEvent({ type, schema, occurredOn, body }: StoredEvent): NeedsEvent {
  return { type, schema, occurredOn, body } as object as NeedsEvent;
}

/** Writes the rows. `changedAt`: when its last event was recorded. `called`: their name, where it is only being stored. */
export async function writeNeedsRows(
  tx: Tx,
  landlord: Landlord,
  recordId: string,
  record: PersonNeeds,
  changedAt: Instant,
  called?: string,
): Promise<void> {
  const { landlordId } = landlord;
  const details = await residentDetails(tx, landlordId, [record.personId]);
  const kinds = [...new Set(holding(record).map(need => sayAdjustment(need.kind)))];
  await writeListedRecord(
    tx,
    { landlordId, recordId, kind: 'needs', changedAt },
    {
      name: called ?? details.get(record.personId)?.name ?? 'Details removed',
      personId: record.personId,
      recordedBy: record.needs[0]?.by ?? null,
      ownerId: record.ownerId,
      adjustments: kinds.length === 0 ? null : kinds.join(', '),
    },
    owedOnNeeds(record, landlord),
  );
}

/** Writes them again from the events; also where only the calendar has changed. */
export async function rebuildNeeds(
  app: Pick<Application, 'packs' | 'landlords' | 'clock'>,
  tx: Tx,
  landlordId: string,
  recordId: string,
): Promise<void> {
  const loaded = await loadNeeds(tx, landlordId, recordId);
  const changedAt = loaded?.events.at(-1)?.recordedAt;
  if (loaded === null || changedAt === undefined) return;
  await removeListedRecord(tx, landlordId, recordId);
  await writeNeedsRows(tx, await loadLandlord(app, tx, landlordId), recordId, loaded.record, changedAt);
}
