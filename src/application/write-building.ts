/** The derived row of a building, from its events: when it changes, and on rebuilding. */
import { type Building, type BuildingEvent, FIRST_OF_BUILDING, replayBuilding } from '../domain/building/events.ts';
import { loadEvents, type StoredEvent } from '../storage/events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { writeBuildingRow } from '../storage/register/buildings.ts';
import type { Reading } from './reading.ts';

export type LoadedBuilding = { building: Building; events: readonly StoredEvent[] };

/** A building from its events; null where the id is none of a building of this landlord. */
export async function loadBuilding(
  tx: Reading,
  landlordId: string,
  buildingId: string,
): Promise<LoadedBuilding | null> {
  const events = await loadEvents(tx, landlordId, buildingId);
  if (events[0]?.type !== FIRST_OF_BUILDING) return null;
  const building = replayBuilding(events.map(asBuildingEvent));
  return building === null ? null : { building, events };
}

/** A stored event as the domain knows it. */
export function asBuildingEvent({ type, schema, occurredOn, body }: StoredEvent): BuildingEvent {
  return { type, schema, occurredOn, body } as object as BuildingEvent;
}

/** Writes the row. */
export function writeBuilding(tx: Tx, landlordId: string, buildingId: string, building: Building): Promise<void> {
  const { version, reference, name, address, storeys, heightCm, homes } = building;
  const whose = { landlord_id: landlordId, building_id: buildingId };
  return writeBuildingRow(tx, { ...whose, version, reference, name, address, storeys, height_cm: heightCm, homes });
}

/** Writes it again from its events. */
export async function rebuildBuilding(_app: object, tx: Tx, landlordId: string, buildingId: string): Promise<void> {
  const loaded = await loadBuilding(tx, landlordId, buildingId);
  if (loaded !== null) await writeBuilding(tx, landlordId, buildingId, loaded.building);
}
