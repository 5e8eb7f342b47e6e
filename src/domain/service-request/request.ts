/** What a request for a service is, built from its events. */
import type { LocalDate } from '../calendar/dates.ts';
import type { PersonId, TextRef } from '../complaint/events.ts';
import type { ClaimAnswer, ClaimKind, ComplaintTie, HousingPlace, ServiceRequestEvent } from './events.ts';

/** One wait for a review: from being asked, the last review, or being taken up again, until it was looked at or ended. */
export type ReviewRound = {
  from: 'request-asked' | 'request-reviewed' | 'request-taken-up-again';
  on: LocalDate;
  againOn: LocalDate | null;
  reviewedOn: LocalDate | null;
  endedOn: LocalDate | null;
};

/** One wait in the team's queue for somebody's name. */
export type Waiting = { on: LocalDate; takenOn: LocalDate | null; endedOn: LocalDate | null };

export type ServiceRequest = {
  version: number;
  askedOn: LocalDate;
  channel: string;
  personId: PersonId;
  homeId: string | null;
  words: TextRef;
  serviceArea: string;
  contractor: string | null;
  healthAndSafety: boolean;
  housing: HousingPlace | null;
  ownerId: PersonId | null;
  recordedBy: PersonId;
  rounds: readonly ReviewRound[];
  queued: readonly Waiting[];
  complaints: readonly { caseId: string; reference: string; why: ComplaintTie; on: LocalDate }[];
  claims: readonly { claim: ClaimKind; answer: ClaimAnswer; words: TextRef; on: LocalDate }[];
  ended: { how: 'completed' | 'stopped'; on: LocalDate; words: TextRef } | null;
};

/** The request after one more event; the first one makes it. */
export function evolveRequest(request: ServiceRequest | null, event: ServiceRequestEvent): ServiceRequest {
  if (event.type === 'ServiceRequestOpened') return opened(event);
  if (request === null) throw new Error(`A service request cannot begin with ${event.type}.`);
  return { ...request, ...changeBy(request, event), version: request.version + 1 };
}

/** The request that the events make; null where there are none. */
export function replayRequest(events: readonly ServiceRequestEvent[]): ServiceRequest | null {
  return events.reduce<ServiceRequest | null>(evolveRequest, null);
}

function opened({ occurredOn, body }: Extract<ServiceRequestEvent, { type: 'ServiceRequestOpened' }>): ServiceRequest {
  return {
    ...body,
    version: 1,
    askedOn: occurredOn,
    rounds: [round('request-asked', occurredOn)],
    queued: body.ownerId === null ? [waiting(occurredOn)] : [],
    complaints: [],
    claims: [],
    ended: null,
  };
}

function round(from: ReviewRound['from'], on: LocalDate, againOn: LocalDate | null = null): ReviewRound {
  return { from, on, againOn, reviewedOn: null, endedOn: null };
}

function waiting(on: LocalDate): Waiting {
  return { on, takenOn: null, endedOn: null };
}

/** The same list with its last one closed. */
function closing<T>(list: readonly T[], change: Partial<T>): T[] {
  const last = list.at(-1);
  return last === undefined ? [] : [...list.slice(0, -1), { ...last, ...change }];
}

function changeBy(request: ServiceRequest, event: ServiceRequestEvent): Partial<ServiceRequest> {
  const { occurredOn: on } = event;
  switch (event.type) {
    case 'ServiceRequestReviewed': {
      const again = round('request-reviewed', on, event.body.againOn);
      return { rounds: [...closing(request.rounds, { reviewedOn: on }), again] };
    }
    case 'ServiceRequestHandedOver':
      return handedOver(request, event.body.toId, on);
    case 'ServiceRequestPlaced':
      return { housing: event.body.housing };
    case 'ServiceRequestFoundUnsafe':
      return { healthAndSafety: true };
    case 'ServiceRequestCompleted':
      return ended(request, { how: 'completed', on, words: event.body.evidence });
    case 'ServiceRequestStopped':
      return ended(request, { how: 'stopped', on, words: event.body.wish });
    case 'ServiceRequestTakenUpAgain':
      return {
        ended: null,
        rounds: [...request.rounds, round('request-taken-up-again', on)],
        queued: request.ownerId === null ? [...request.queued, waiting(on)] : request.queued,
      };
    case 'ComplaintTied':
      return { complaints: [...request.complaints, { ...event.body, on }] };
    case 'ClaimRouteOffered': {
      const { claim, answer, words } = event.body;
      return { claims: [...request.claims, { claim, answer, words, on }] };
    }
    default:
      return {};
  }
}

function handedOver(request: ServiceRequest, toId: PersonId | null, on: LocalDate): Partial<ServiceRequest> {
  const queued = request.ownerId === null ? closing(request.queued, { takenOn: on }) : request.queued;
  return { ownerId: toId, queued: toId === null ? [...queued, waiting(on)] : queued };
}

function ended(request: ServiceRequest, end: NonNullable<ServiceRequest['ended']>): Partial<ServiceRequest> {
  const queued = request.ownerId === null ? closing(request.queued, { endedOn: end.on }) : request.queued;
  return { ended: end, rounds: closing(request.rounds, { endedOn: end.on }), queued };
}
