/**
 * That a name, an address or a way to reach somebody was kept: a fact of the stream it came with, so that the chain proves what lies
 * beside the log (R80). Nothing is decided by it, and nothing of a complaint changes by it.
 */
import type { LocalDate } from '../calendar/dates.ts';
import type { PersonId, TextRef } from './events.ts';
import type { KeptDetail, PersonDetailsKept } from './resident-events.ts';

export type NamedDetail = { personId: PersonId; kind: KeptDetail; text: TextRef };

/** One event for each person, in the order in which they are first named. */
export function detailsKept(named: readonly NamedDetail[], on: LocalDate): PersonDetailsKept[] {
  const people = Map.groupBy(named, one => one.personId);
  return [...people].map(([personId, own]) => ({
    type: 'PersonDetailsKept',
    schema: 1,
    occurredOn: on,
    body: { personId, details: own.map(({ kind, text }) => ({ kind, text })) },
  }));
}
