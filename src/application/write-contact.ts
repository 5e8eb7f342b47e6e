/** The derived rows of a contact, from its state: when it changes, when the calendar does, and on rebuilding. */
import type { Instant } from '../domain/calendar/dates.ts';
import { sayNeed } from '../domain/complaint/say-need.ts';
import { type Contact, hazardOpen, replayContact } from '../domain/contact/contact.ts';
import type { ContactEvent } from '../domain/contact/events.ts';
import { owedOnContact } from '../domain/contact/owed.ts';
import { homeAddress } from '../storage/cases/homes.ts';
import { residentDetails } from '../storage/cases/residents.ts';
import { type ContactRow, removeContact, writeContact } from '../storage/contacts.ts';
import { loadEvents, type StoredEvent } from '../storage/events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { Application } from './application.ts';
import { type Landlord, loadLandlord } from './landlord.ts';
import { removeListedRecord, writeListedRecord } from './listed-records.ts';
import type { Reading } from './reading.ts';

export type LoadedContact = { contact: Contact; events: readonly StoredEvent[] };

/** What lists call somebody who gave no name. */
export const NO_NAME = 'No name given';

/** A contact from its events; null where the id is none of a contact of this landlord. */
export async function loadContact(tx: Reading, landlordId: string, recordId: string): Promise<LoadedContact | null> {
  const events = await loadEvents(tx, landlordId, recordId);
  if (events[0]?.type !== 'ContactTold') return null;
  const contact = replayContact(events.map(asContactEvent));
  return contact === null ? null : { contact, events };
}

/** A stored event as the domain knows it. */
function asContactEvent({ type, schema, occurredOn, body }: StoredEvent): ContactEvent {
  return { type, schema, occurredOn, body } as object as ContactEvent;
}

/** Writes them. `changedAt`: when its last event was recorded. */
export async function writeContactRows(
  tx: Tx,
  landlord: Landlord,
  recordId: string,
  contact: Contact,
  changedAt: Instant,
): Promise<void> {
  const { landlordId } = landlord;
  const { personId, homeId, needs, recordedBy } = contact;
  const details = await residentDetails(tx, landlordId, personId === null ? [] : [personId]);
  const name = personId === null ? NO_NAME : (details.get(personId)?.name ?? 'Details removed');
  const address = homeId === null ? null : await homeAddress(tx, landlordId, homeId);
  const kinds = [...new Set(needs.map(need => sayNeed(need.kind)))];
  await writeContact(tx, rowOf(landlordId, recordId, contact), suggestionRows(landlordId, recordId, contact));
  await writeListedRecord(
    tx,
    { landlordId, recordId, kind: 'contact', changedAt },
    {
      ...{ name, personId, recordedBy, address },
      adjustments: kinds.length === 0 ? null : kinds.join(', '),
      ownerId: contact.triage?.by ?? null,
      priority: hazardOpen(contact),
    },
    owedOnContact(contact, landlord),
  );
}

function rowOf(landlordId: string, recordId: string, contact: Contact): ContactRow {
  const { triage } = contact;
  const feedback = triage?.feedback ?? null;
  return {
    landlord_id: landlordId,
    record_id: recordId,
    version: contact.version,
    channel: contact.channel,
    told_on: contact.toldOn,
    logged_on: contact.loggedOn,
    words_id: contact.words.textId,
    recorded_by: contact.recordedBy,
    danger: hazardOpen(contact),
    triaged_on: triage?.on ?? null,
    triaged_by: triage?.by ?? null,
    outcome: triage?.outcome ?? null,
    feedback_kind: feedback?.kind ?? null,
    category: feedback?.category ?? null,
    service_area: feedback?.serviceArea ?? null,
    theme: feedback?.theme ?? null,
    became_case: contact.complaint?.caseId ?? null,
    became_record: contact.dissatisfaction?.recordId ?? contact.serviceRequest?.requestId ?? null,
  };
}

function suggestionRows(landlordId: string, recordId: string, { triage }: Contact) {
  if (triage === null) return [];
  return triage.suggestions.map(({ hint, suggests, followed }) => ({
    landlord_id: landlordId,
    record_id: recordId,
    ...{ hint, suggests, followed },
    triaged_on: triage.on,
  }));
}

/** Rebuilds one contact, likewise; also where only the calendar has changed. */
export async function rebuildContact(
  app: Pick<Application, 'packs' | 'landlords' | 'clock'>,
  tx: Tx,
  landlordId: string,
  recordId: string,
): Promise<void> {
  const loaded = await loadContact(tx, landlordId, recordId);
  const changedAt = loaded?.events.at(-1)?.recordedAt;
  if (loaded === null || changedAt === undefined) return;
  await removeListedRecord(tx, landlordId, recordId);
  await removeContact(tx, landlordId, recordId);
  await writeContactRows(tx, await loadLandlord(app, tx, landlordId), recordId, loaded.contact, changedAt);
}
