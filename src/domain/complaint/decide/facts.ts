/** Small words for writing acts: one new fact, and a decision that is a refusal or its facts. */
import type { LocalDate } from '../../calendar/dates.ts';
import type { Decision } from '../deciding.ts';
import type { ComplaintEvent, EventOf, EventType } from '../events.ts';
import type { Refusal } from '../refusals.ts';

/** A new fact of its type, on the London day it happened. */
export function fact<T extends EventType>(type: T, occurredOn: LocalDate, body: EventOf<T>['body']): ComplaintEvent {
  return { type, schema: 1, occurredOn, body } as EventOf<T>;
}

/** The facts, unless something stands in the way. */
export function unless(refusal: Refusal | null, facts: () => ComplaintEvent[]): Decision {
  return refusal === null ? { events: facts() } : { refusal };
}
