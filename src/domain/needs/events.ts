/**
 * What can have happened to what a person needs from us (MAG-06, Code 5.10). A record of the person with a chain of its own: it holds
 * in every complaint, request and call of theirs, and outlives each. Past tense, never edited, no personal words.
 */
import type { LocalDate } from '../calendar/dates.ts';
import type { Hours, NeedKind, PersonId, TextRef } from '../complaint/events.ts';
import type { ContactWay, PersonDetailsKept } from '../complaint/resident-events.ts';

/** Who told us of it. `earlier-complaint`: recorded in a complaint before people had a record of their own. */
export type ToldBy = 'themselves' | 'representative' | 'family' | 'professional' | 'colleague' | 'earlier-complaint';

/** Whether they agreed. `not-asked` is asked for at the next review. */
export type Consent = 'yes' | 'no' | 'not-asked';

/** A need as it stands from an event on. */
export type NeedFacts = {
  needId: string;
  kind: NeedKind;
  /** What to do, for everybody who deals with them: “ring after four”. Says nothing of why. */
  todo: TextRef;
  /** What lies behind it. Special-category data: kept apart and shown to whoever needs it (Code 5.10). */
  behind: TextRef | null;
  /** `contact` only: the ways that suit them. */
  ways: ContactWay[];
  /** `contact-times` only. */
  hours: Hours | null;
  /** The last day it is expected to hold, for what is temporary; it is asked about then and never ends by itself. */
  until: LocalDate | null;
  toldBy: ToldBy;
  /** To what lies behind it being kept. */
  consentToKeep: Consent;
  /** To whoever works for us, such as a contractor, knowing what to do. */
  consentToShare: Consent;
};

type Fact<T extends string, B> = { type: T; schema: 1; occurredOn: LocalDate; body: B };

export type NeedsEvent =
  | PersonDetailsKept
  /** Dated the day we were told. */
  | Fact<'NeedRecorded', NeedFacts & { personId: PersonId; by: PersonId }>
  | Fact<'NeedChanged', NeedFacts & { reason: TextRef; by: PersonId }>
  | Fact<'NeedEnded', { needId: string; reason: TextRef; by: PersonId }>
  /** All that stood was gone through with them, and stays. Dated the day it was. */
  | Fact<'NeedsReviewed', { note: TextRef; by: PersonId }>
  | Fact<'Disposed', { textIds: string[]; under: string }>;

export type NeedsEventType = NeedsEvent['type'];

/** The first event of such a record: by it a stream is told from a complaint's. */
export const FIRST_OF_NEEDS: NeedsEventType = 'NeedRecorded';
