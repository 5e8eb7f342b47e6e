/**
 * What can have happened to a building of the register (MAG-22). A stream of its own; each fact says the whole of what is known from then
 * on, so that what changed is the difference of two. The names of accountable persons lie beside the log.
 */
import type { LocalDate } from '../calendar/dates.ts';
import type { TextRef } from '../complaint/events.ts';
import type { BuildingSize } from './higher-risk.ts';

/** Somebody whom the law makes answer for the building’s safety; one of them is the principal one. */
export type AccountablePerson = { name: TextRef; principal: boolean; from: LocalDate; until: LocalDate | null };

export type BuildingFacts = BuildingSize & {
  /** The landlord's own reference, by which homes say which building they are in. */
  reference: string;
  name: string;
  address: string | null;
  accountable: readonly AccountablePerson[];
};

type Fact<T extends string> = {
  type: T;
  schema: 1;
  occurredOn: LocalDate;
  /** `evidence`: where the figures come from, such as a survey. */
  body: BuildingFacts & { evidence: TextRef | null };
};

export type BuildingEvent = Fact<'BuildingRecorded'> | Fact<'BuildingChanged'>;
export type BuildingEventType = BuildingEvent['type'];

/** The first event of a building: by it its stream is told from a complaint's. */
export const FIRST_OF_BUILDING: BuildingEventType = 'BuildingRecorded';

/** A building as it is, from its events. */
export type Building = BuildingFacts & { version: number };

/** The building after one more event. */
export function evolveBuilding(building: Building | null, { type, body }: BuildingEvent): Building {
  if (building === null && type !== FIRST_OF_BUILDING) throw new Error(`A building cannot begin with ${type}.`);
  const { reference, name, address, storeys, heightCm, homes, accountable } = body;
  return { reference, name, address, storeys, heightCm, homes, accountable, version: (building?.version ?? 0) + 1 };
}

/** The building that the events make; null where there are none. */
export function replayBuilding(events: readonly BuildingEvent[]): Building | null {
  return events.reduce<Building | null>(evolveBuilding, null);
}

/** Who is accountable on a day, the principal one first. */
export function accountableOn({ accountable }: BuildingFacts, on: LocalDate): AccountablePerson[] {
  return accountable
    .filter(one => one.from <= on && (one.until === null || one.until >= on))
    .toSorted((a, b) => Number(b.principal) - Number(a.principal));
}
