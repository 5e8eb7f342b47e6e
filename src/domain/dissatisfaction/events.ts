/**
 * What can have happened to dissatisfaction that is not, or not yet, a complaint (MAG-07, MGL-03, MGL-09). A record of its own with
 * a chain of its own: it is no complaint's case, has no stages and no answer, and only the choice to complain is owed on it. Past
 * tense, never edited, no personal words; `occurredOn` is the London day.
 */
import type { LocalDate } from '../calendar/dates.ts';
import type { HandedOver, PersonId, TextRef } from '../complaint/events.ts';
import type { PersonDetailsKept } from '../complaint/resident-events.ts';

/** Said in any contact, or written into a survey. */
export type Source = 'contact' | 'survey';

/** What came of looking again at a "no": it was right, or this was a complaint all along. */
export type ReviewVerdict = 'agreed' | 'complaint';

type Fact<T extends string, B> = { type: T; schema: 1; occurredOn: LocalDate; body: B };

export type DissatisfactionEvent =
  | PersonDetailsKept
  | Fact<
      'DissatisfactionTold',
      {
        source: Source;
        channel: string;
        toldTo: 'staff' | 'contractor' | 'landlord-inbox';
        /** Who is dissatisfied. */
        personId: PersonId;
        words: TextRef;
        recordedBy: PersonId;
      }
    >
  | Fact<'ComplaintOffered', { channel: string; by: PersonId }>
  | Fact<'OfferAnswered', { answer: 'yes' | 'no'; words: TextRef | null; by: PersonId }>
  | Fact<'RouteConfirmed', { how: HandedOver; evidence: TextRef; by: PersonId }>
  /** The "no" is in the sample that is looked at again: so many of a hundred were at that time. */
  | Fact<'NoAnswerSampled', { percent: number }>
  | Fact<'NoAnswerReviewed', { verdict: ReviewVerdict; note: TextRef; by: PersonId }>
  | Fact<'ComplaintMade', { caseId: string; reference: string }>;

export type DissatisfactionEventType = DissatisfactionEvent['type'];

/** The first event of such a record: by it a stream is told from a complaint's. */
export const FIRST_OF_DISSATISFACTION: DissatisfactionEventType = 'DissatisfactionTold';
