/** The derived rows of a request for a service, from its events: when it changes, when the calendar does, and on rebuilding. */
import type { Instant } from '../domain/calendar/dates.ts';
import { isOpen } from '../domain/complaint/obligation.ts';
import type { ServiceRequestEvent } from '../domain/service-request/events.ts';
import { owedOnRequest } from '../domain/service-request/owed.ts';
import { replayRequest, type ServiceRequest } from '../domain/service-request/request.ts';
import { homeAddress } from '../storage/cases/homes.ts';
import { residentDetails } from '../storage/cases/residents.ts';
import { loadEvents, type StoredEvent } from '../storage/events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { readTexts } from '../storage/personal-text.ts';
import { removeServiceRequestRows, writeServiceRequestRows } from '../storage/service-requests.ts';
import type { Application } from './application.ts';
import { type Landlord, loadLandlord } from './landlord.ts';
import { removeListedRecord, writeListedRecord } from './listed-records.ts';
import type { Reading } from './reading.ts';

export type LoadedRequest = { request: ServiceRequest; events: readonly StoredEvent[] };

/** A request from its events; null where the id is none of a request of this landlord. */
export async function loadServiceRequest(
  tx: Reading,
  landlordId: string,
  requestId: string,
): Promise<LoadedRequest | null> {
  const events = await loadEvents(tx, landlordId, requestId);
  if (events[0]?.type !== 'ServiceRequestOpened') return null;
  const request = replayRequest(events.map(asRequestEvent));
  return request === null ? null : { request, events };
}

/** A stored event as the domain knows it. */
export function asRequestEvent({ type, schema, occurredOn, body }: StoredEvent): ServiceRequestEvent {
  return { type, schema, occurredOn, body } as object as ServiceRequestEvent;
}

/** Writes them. `changedAt`: when its last event was recorded. */
export async function writeServiceRequest(
  tx: Tx,
  landlord: Landlord,
  requestId: string,
  request: ServiceRequest,
  changedAt: Instant,
): Promise<void> {
  const { landlordId } = landlord;
  const { personId, ownerId, recordedBy, healthAndSafety: priority } = request;
  const { name, address, place } = await wordsOf(tx, landlordId, request);
  const owed = owedOnRequest(request, landlord);
  const row = { ...columnsOf(request), landlord_id: landlordId, request_id: requestId, name, address, ...place };
  const next = owed.filter(isOpen).flatMap(one => one.dueOn ?? []);
  await writeServiceRequestRows(tx, { ...row, next_due_on: next.toSorted()[0] ?? null }, request.complaints);
  await writeListedRecord(
    tx,
    { landlordId, recordId: requestId, kind: 'service-request', changedAt },
    { name, personId, address, ownerId, recordedBy, priority },
    owed,
  );
}

/** What lists show of it that lies beside the log. */
async function wordsOf(tx: Tx, landlordId: string, { personId, homeId, housing }: ServiceRequest) {
  const places = housing === null ? [] : [housing.system.textId, housing.reference.textId];
  const [details, address, texts] = await Promise.all([
    residentDetails(tx, landlordId, [personId]),
    homeId === null ? null : homeAddress(tx, landlordId, homeId),
    readTexts(tx, landlordId, places),
  ]);
  const [system, reference] = places.map(id => texts.get(id)?.value ?? null);
  const name = details.get(personId)?.name ?? 'Details removed';
  return { name, address, place: { housing_system: system ?? null, housing_reference: reference ?? null } };
}

function columnsOf(request: ServiceRequest) {
  return {
    version: request.version,
    asked_on: request.askedOn,
    person_id: request.personId,
    home_id: request.homeId,
    service_area: request.serviceArea,
    contractor: request.contractor,
    health_and_safety: request.healthAndSafety,
    owner_person: request.ownerId,
    recorded_by: request.recordedBy,
    reviewed_on: request.rounds.findLast(one => one.reviewedOn !== null)?.reviewedOn ?? null,
    ended_on: request.ended?.on ?? null,
    ended_how: request.ended?.how ?? null,
  };
}

/** Writes them again from the events; also where only the calendar has changed. */
export async function rebuildServiceRequest(
  app: Pick<Application, 'packs' | 'landlords' | 'clock'>,
  tx: Tx,
  landlordId: string,
  requestId: string,
): Promise<void> {
  const loaded = await loadServiceRequest(tx, landlordId, requestId);
  const changedAt = loaded?.events.at(-1)?.recordedAt;
  if (loaded === null || changedAt === undefined) return;
  await removeListedRecord(tx, landlordId, requestId);
  await removeServiceRequestRows(tx, landlordId, requestId);
  await writeServiceRequest(tx, await loadLandlord(app, tx, landlordId), requestId, loaded.request, changedAt);
}
