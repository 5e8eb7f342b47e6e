/**
 * What can have happened to a request for a service (MAG-13, MGL-04): asked, reviewed, handed over, done. A record of its own with a
 * chain of its own, because it is no complaint; where its handling becomes one, both run on side by side (MAG-14). Past tense, never
 * edited, no personal words; `occurredOn` is the London day.
 */
import type { LocalDate } from '../calendar/dates.ts';
import type { PersonId, TextRef } from '../complaint/events.ts';
import type { PersonDetailsKept } from '../complaint/resident-events.ts';

/** Where the work itself is kept: which system, and what it is called there. */
export type HousingPlace = { system: TextRef; reference: TextRef };

/** What a complaint is to the request: about how it was dealt with, or something that the request is background to (MAG-21). */
export type ComplaintTie = 'about' | 'background';

/** A claim about repairs: for money, or through a solicitor for disrepair (MAG-50). */
export type ClaimKind = 'compensation' | 'disrepair';

/** What somebody with a claim said to the choice of complaining first. The claim goes on whatever they say. */
export type ClaimAnswer = 'complains' | 'claims-only' | 'both' | 'no-answer';

type Fact<T extends string, B> = { type: T; schema: 1; occurredOn: LocalDate; body: B };

export type ServiceRequestEvent =
  | PersonDetailsKept
  | Fact<
      'ServiceRequestOpened',
      {
        channel: string;
        /** Who asked. */
        personId: PersonId;
        homeId: string | null;
        /** What they asked for, in their own words (R80). */
        words: TextRef;
        serviceArea: string;
        contractor: string | null;
        healthAndSafety: boolean;
        housing: HousingPlace | null;
        /** Nobody: it waits in the team's queue (R69). */
        ownerId: PersonId | null;
        recordedBy: PersonId;
      }
    >
  | Fact<
      'ServiceRequestReviewed',
      {
        found: TextRef;
        next: TextRef;
        /** An earlier day than the regular one on which it is looked at again. */
        againOn: LocalDate | null;
        by: PersonId;
      }
    >
  | Fact<'ServiceRequestHandedOver', { toId: PersonId | null; reason: TextRef; by: PersonId }>
  | Fact<'ServiceRequestPlaced', { housing: HousingPlace; by: PersonId }>
  | Fact<'ServiceRequestFoundUnsafe', { reason: TextRef; by: PersonId }>
  | Fact<'ServiceRequestCompleted', { evidence: TextRef; by: PersonId }>
  | Fact<'ServiceRequestStopped', { wish: TextRef; by: PersonId }>
  | Fact<'ServiceRequestTakenUpAgain', { reason: TextRef; by: PersonId }>
  | Fact<'ComplaintTied', { caseId: string; reference: string; why: ComplaintTie }>
  | Fact<'ClaimRouteOffered', { claim: ClaimKind; answer: ClaimAnswer; words: TextRef; by: PersonId }>;

export type ServiceRequestEventType = ServiceRequestEvent['type'];

/** The first event of such a record: by it a stream is told from a complaint's. */
export const FIRST_OF_REQUEST: ServiceRequestEventType = 'ServiceRequestOpened';
