/** What a person needs from us, built from the events of their record. */
import type { LocalDate } from '../calendar/dates.ts';
import type { NeedInCase, PersonId, TextRef } from '../complaint/events.ts';
import type { NeedFacts, NeedsEvent } from './events.ts';
import { isSpecial } from './kinds.ts';

export type Need = NeedFacts & {
  toldOn: LocalDate;
  by: PersonId;
  changes: readonly { on: LocalDate; reason: TextRef; by: PersonId }[];
  ended: { on: LocalDate; reason: TextRef; by: PersonId } | null;
};

export type PersonNeeds = {
  version: number;
  personId: PersonId;
  /** Whoever recorded or reviewed last: the review is theirs, so that it is never nobody's (R69). */
  ownerId: PersonId;
  /** All that ever held, in the order in which it was recorded. */
  needs: readonly Need[];
  reviews: readonly { on: LocalDate; note: TextRef; by: PersonId }[];
};

/** The record after one more event; the first one makes it. */
export function evolveNeeds(record: PersonNeeds | null, event: NeedsEvent): PersonNeeds {
  if (record === null) {
    if (event.type !== 'NeedRecorded') throw new Error(`A record of needs cannot begin with ${event.type}.`);
    const { personId, by } = event.body;
    return { version: 1, personId, ownerId: by, needs: [newNeed(event)], reviews: [] };
  }
  return { ...record, ...changeBy(record, event), version: record.version + 1 };
}

/** The record that the events make; null where there are none. */
export function replayNeeds(events: readonly NeedsEvent[]): PersonNeeds | null {
  return events.reduce<PersonNeeds | null>(evolveNeeds, null);
}

function newNeed({ occurredOn, body }: Extract<NeedsEvent, { type: 'NeedRecorded' }>): Need {
  const { personId: _, ...facts } = body;
  return { ...facts, toldOn: occurredOn, changes: [], ended: null };
}

function changeBy(record: PersonNeeds, event: NeedsEvent): Partial<PersonNeeds> {
  const { needs, reviews } = record;
  const on = event.occurredOn;
  switch (event.type) {
    case 'NeedRecorded':
      return { needs: [...needs, newNeed(event)], ownerId: event.body.by };
    case 'NeedChanged': {
      const { reason, by, ...facts } = event.body;
      const change = (one: Need): Need => ({ ...one, ...facts, changes: [...one.changes, { on, reason, by }] });
      return { needs: needs.map(one => (one.needId === facts.needId ? change(one) : one)) };
    }
    case 'NeedEnded': {
      const { needId, reason, by } = event.body;
      return { needs: needs.map(one => (one.needId === needId ? { ...one, ended: { on, reason, by } } : one)) };
    }
    case 'NeedsReviewed':
      return { reviews: [...reviews, { ...event.body, on }], ownerId: event.body.by };
    default:
      return {};
  }
}

/** The needs that hold: recorded and not ended. One that was to end by now holds until somebody has asked. */
export function holding({ needs }: Pick<PersonNeeds, 'needs'>): Need[] {
  return needs.filter(one => one.ended === null);
}

/** What a complaint is told of it: what to do, never what lies behind it. `detail`: the text as the complaint keeps it. */
export function asInCase({ needId, kind, ways, hours, consentToShare }: Need, detail: TextRef): NeedInCase {
  return {
    ...{ kind, detail, needId },
    ...(ways.length === 0 ? {} : { ways }),
    ...(hours === null ? {} : { hours }),
    ...(consentToShare === 'yes' && !isSpecial(kind) ? { share: true } : {}),
  };
}
