/** What people may record of a request for a service, and why not. Pure: today, the policy and the people are told. */
import type { LocalDate } from '../calendar/dates.ts';
import type { PersonFacts } from '../complaint/deciding.ts';
import type { PersonId, TextRef } from '../complaint/events.ts';
import { type Refusal, refuse } from '../complaint/refusals.ts';
import type { ClaimAnswer, ClaimKind, ComplaintTie, HousingPlace, ServiceRequestEvent } from './events.ts';
import { type RequestContext, regularReview } from './owed.ts';
import type { ServiceRequest } from './request.ts';

export type RequestCommand =
  | {
      type: 'OpenRequest';
      on: LocalDate;
      channel: string;
      personId: PersonId;
      homeId: string | null;
      words: TextRef;
      serviceArea: string;
      contractor: string | null;
      healthAndSafety: boolean;
      housing: HousingPlace | null;
      ownerId: PersonId | null;
    }
  | { type: 'ReviewRequest'; on: LocalDate; found: TextRef; next: TextRef; againOn: LocalDate | null }
  | { type: 'HandOverRequest'; toId: PersonId | null; reason: TextRef }
  | { type: 'PlaceRequest'; housing: HousingPlace }
  | { type: 'FindUnsafe'; reason: TextRef }
  | { type: 'CompleteRequest'; on: LocalDate; evidence: TextRef }
  | { type: 'StopRequest'; on: LocalDate; wish: TextRef }
  | { type: 'TakeUpAgain'; on: LocalDate; reason: TextRef }
  | { type: 'TieComplaint'; on: LocalDate; caseId: string; reference: string; why: ComplaintTie }
  | { type: 'OfferClaimRoute'; on: LocalDate; claim: ClaimKind; answer: ClaimAnswer; words: TextRef };

export type RequestDeciding = RequestContext & {
  today: LocalDate;
  actorId: PersonId;
  people: Readonly<Record<PersonId, PersonFacts>>;
};
type Decided = { events: ServiceRequestEvent[] } | { refusal: Refusal };

/** New facts, or a refusal in words. */
export function decideRequest(
  command: RequestCommand,
  request: ServiceRequest | null,
  deciding: RequestDeciding,
): Decided {
  const refusal = notNow(command, request) ?? wrongDay(command, request, deciding) ?? unknown(command, deciding);
  return refusal === null ? { events: [factOf(command, deciding)] } : { refusal };
}

/** Why such a thing cannot be done to the request now; null where it can. Asked before the form is shown as well. */
export function whyNotRequest(type: RequestCommand['type'], request: ServiceRequest): Refusal | null {
  const { ended, healthAndSafety } = request;
  if (type === 'TakeUpAgain') return ended === null ? refuse('request-goes-on', {}) : null;
  if (type === 'StopRequest' && healthAndSafety) return refuse('safety-request-goes-on', {});
  const whileOpen = ['ReviewRequest', 'HandOverRequest', 'CompleteRequest', 'StopRequest', 'FindUnsafe'];
  if (ended === null || !whileOpen.includes(type)) return null;
  return refuse('request-ended', { how: ended.how, on: ended.on });
}

function notNow(command: RequestCommand, request: ServiceRequest | null): Refusal | null {
  if (command.type === 'OpenRequest') return null;
  if (request === null) return refuse('no-such-request', {});
  if (command.type === 'HandOverRequest' && command.toId === request.ownerId && request.ended === null)
    return refuse('nothing-changes', { what: 'It is there already' });
  if (command.type === 'FindUnsafe' && request.healthAndSafety)
    return refuse('nothing-changes', { what: 'It is known to be about health and safety' });
  if (command.type === 'TieComplaint' && request.complaints.some(one => one.caseId === command.caseId))
    return refuse('already-linked', {});
  return whyNotRequest(command.type, request);
}

function wrongDay(command: RequestCommand, request: ServiceRequest | null, deciding: RequestDeciding): Refusal | null {
  if (!('on' in command)) return null;
  const { today } = deciding;
  if (command.on > today)
    return refuse('date-in-future', {
      what: command.type === 'OpenRequest' ? 'The day they asked' : 'That day',
      today,
    });
  if (request === null) return null;
  return (
    tooEarly(command, request) ?? (command.type === 'ReviewRequest' ? wrongAgain(command, request, deciding) : null)
  );
}

function tooEarly(command: { type: string; on: LocalDate }, request: ServiceRequest): Refusal | null {
  // An older complaint may be what the request has to do with; everything else comes after it was asked.
  const background = command.type === 'TieComplaint' && 'why' in command && command.why === 'background';
  if (background) return null;
  const lastRound = request.rounds.at(-1)?.on ?? request.askedOn;
  const [limit, before] =
    command.type === 'TakeUpAgain' && request.ended !== null
      ? [request.ended.on, 'the day it ended']
      : command.type === 'ReviewRequest' && lastRound > request.askedOn
        ? [lastRound, 'the last review']
        : [request.askedOn, 'the day they asked'];
  return command.on < limit ? refuse('date-before', { what: 'That day', date: command.on, before, limit }) : null;
}

/** It may be looked at sooner than the regular day, never later: else there would be no regular review (MAG-13). */
function wrongAgain(
  { on, againOn }: { on: LocalDate; againOn: LocalDate | null },
  request: ServiceRequest,
  deciding: RequestDeciding,
): Refusal | null {
  if (againOn === null) return null;
  const what = 'The day of the next review';
  if (againOn <= on)
    return refuse('date-before', { what, date: againOn, before: 'the day after this review', limit: on });
  const limit = regularReview(request, on, deciding);
  return againOn > limit ? refuse('date-after', { what, date: againOn, after: 'the regular day', limit }) : null;
}

function unknown(command: RequestCommand, { policy, people }: RequestDeciding): Refusal | null {
  if (command.type === 'HandOverRequest') return gone(command.toId, people);
  if (command.type !== 'OpenRequest') return null;
  const { channel, serviceArea, ownerId } = command;
  if (!policy.channels.some(one => one.id === channel))
    return refuse('not-in-policy', { what: 'way of telling us', value: channel });
  if (!policy.serviceAreas.some(one => one.id === serviceArea))
    return refuse('not-in-policy', { what: 'service area', value: serviceArea });
  return gone(ownerId, people);
}

function gone(personId: PersonId | null, people: RequestDeciding['people']): Refusal | null {
  return personId === null || people[personId]?.active === true ? null : refuse('unknown-person', { what: 'owner' });
}

function factOf(command: RequestCommand, { today, actorId: by }: RequestDeciding): ServiceRequestEvent {
  switch (command.type) {
    case 'OpenRequest': {
      const { type: _, on, ...body } = command;
      return { type: 'ServiceRequestOpened', schema: 1, occurredOn: on, body: { ...body, recordedBy: by } };
    }
    case 'ReviewRequest': {
      const { found, next, againOn } = command;
      return { type: 'ServiceRequestReviewed', schema: 1, occurredOn: command.on, body: { found, next, againOn, by } };
    }
    case 'HandOverRequest': {
      const { toId, reason } = command;
      return { type: 'ServiceRequestHandedOver', schema: 1, occurredOn: today, body: { toId, reason, by } };
    }
    case 'PlaceRequest':
      return { type: 'ServiceRequestPlaced', schema: 1, occurredOn: today, body: { housing: command.housing, by } };
    case 'FindUnsafe':
      return { type: 'ServiceRequestFoundUnsafe', schema: 1, occurredOn: today, body: { reason: command.reason, by } };
    default:
      return laterFact(command, by);
  }
}

type Later = Extract<
  RequestCommand,
  { type: 'CompleteRequest' | 'StopRequest' | 'TakeUpAgain' | 'TieComplaint' | 'OfferClaimRoute' }
>;

function laterFact(command: Later, by: PersonId): ServiceRequestEvent {
  const dated = { schema: 1, occurredOn: command.on } as const;
  switch (command.type) {
    case 'CompleteRequest':
      return { type: 'ServiceRequestCompleted', ...dated, body: { evidence: command.evidence, by } };
    case 'StopRequest':
      return { type: 'ServiceRequestStopped', ...dated, body: { wish: command.wish, by } };
    case 'TakeUpAgain':
      return { type: 'ServiceRequestTakenUpAgain', ...dated, body: { reason: command.reason, by } };
    case 'TieComplaint': {
      const { caseId, reference, why } = command;
      return { type: 'ComplaintTied', ...dated, body: { caseId, reference, why } };
    }
    case 'OfferClaimRoute': {
      const { claim, answer, words } = command;
      return { type: 'ClaimRouteOffered', ...dated, body: { claim, answer, words, by } };
    }
  }
}
