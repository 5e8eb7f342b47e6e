/** What happened to a request for a service, a line each, with the words that were written. */
import type { RequestFile } from '../../../application/queries/request-file.ts';
import type { ServiceRequestEvent, ServiceRequestEventType } from '../../../domain/service-request/events.ts';
import type { Visit } from '../../visit.ts';
import { labelOf } from '../case/parts.ts';

type Say = {
  [T in ServiceRequestEventType]: (event: Extract<ServiceRequestEvent, { type: T }>, visit: Visit) => string;
};

const claims = { compensation: 'for compensation', disrepair: 'of disrepair' } as const;
const answers = {
  complains: 'they complain first',
  both: 'they complain, and claim as well',
  'claims-only': 'they only want to claim',
  'no-answer': 'no answer yet',
} as const;

const say: Say = {
  PersonDetailsKept: () => 'Their details recorded',
  ServiceRequestOpened: ({ body }, { landlord }) =>
    `Asked by ${labelOf(landlord.policy.channels, body.channel).toLowerCase()}, recorded by ${nameIn(landlord, body.recordedBy)}`,
  ServiceRequestReviewed: () => 'Looked at',
  ServiceRequestHandedOver: ({ body }, { landlord }) =>
    body.toId === null ? 'Given back to the team’s queue' : `Handed over to ${nameIn(landlord, body.toId)}`,
  ServiceRequestPlaced: () => 'Found in the housing system',
  ServiceRequestFoundUnsafe: () => 'Turned out to be about health and safety',
  ServiceRequestCompleted: () => 'Completed',
  ServiceRequestStopped: () => 'Stopped at the resident’s wish',
  ServiceRequestTakenUpAgain: () => 'Taken up again',
  ComplaintTied: ({ body }) =>
    body.why === 'about'
      ? 'A complaint was made about how it was dealt with'
      : 'Linked to a complaint as its background',
  ClaimRouteOffered: ({ body }) =>
    `A claim ${claims[body.claim]}: a complaint was offered first, ${answers[body.answer]}`,
};

/** One event in a line. */
export function sayRequestEvent(event: ServiceRequestEvent, visit: Visit): string {
  const words = say[event.type] as (event: ServiceRequestEvent, visit: Visit) => string;
  return words(event, visit);
}

/** The words that were written with it, under what they are. */
export function wordsWritten(event: ServiceRequestEvent, { texts }: RequestFile): readonly [string, string][] {
  const word = (ref: { textId: string }): string => texts[ref.textId] ?? '';
  switch (event.type) {
    case 'ServiceRequestOpened':
      return [['What they asked for', word(event.body.words)]];
    case 'ServiceRequestReviewed':
      return [
        ['How it is going', word(event.body.found)],
        ['Next', word(event.body.next)],
      ];
    case 'ServiceRequestHandedOver':
    case 'ServiceRequestFoundUnsafe':
    case 'ServiceRequestTakenUpAgain':
      return [['Why', word(event.body.reason)]];
    case 'ServiceRequestPlaced':
      return [['Where', `${word(event.body.housing.system)} ${word(event.body.housing.reference)}`]];
    case 'ServiceRequestCompleted':
      return [['What shows it', word(event.body.evidence)]];
    case 'ServiceRequestStopped':
      return [['Their wish', word(event.body.wish)]];
    case 'ClaimRouteOffered':
      return [['What was said', word(event.body.words)]];
    default:
      return [];
  }
}

/** The name of somebody who works or worked here. */
export function nameIn({ people }: Visit['landlord'], personId: string): string {
  return people[personId]?.name ?? 'somebody no longer here';
}
