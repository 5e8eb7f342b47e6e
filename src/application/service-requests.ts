/**
 * Requests for a service: opened, reviewed, handed over, ended, and tied to complaints (MAG-13, MAG-14, MGL-04). Each is a stream of
 * its own in the landlord's log, chained, signed and verified like a complaint's.
 */
import { randomUUIDv7 } from 'node:crypto';
import type { LocalDate } from '../domain/calendar/dates.ts';
import { detailsKept } from '../domain/complaint/person-details.ts';
import { decideRequest, type RequestCommand } from '../domain/service-request/decide.ts';
import type { ClaimAnswer, ClaimKind, ComplaintTie, ServiceRequestEvent } from '../domain/service-request/events.ts';
import { evolveRequest, type ServiceRequest } from '../domain/service-request/request.ts';
import { holdCalendar } from '../storage/calendar-revisions.ts';
import { homeAt } from '../storage/cases/homes.ts';
import { detailsNamed, residentTexts } from '../storage/cases/residents.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { type NewText, prepareText } from '../storage/personal-text.ts';
import type { Application, Viewer } from './application.ts';
import type { Contact } from './contact-details.ts';
import { type Landlord, loadLandlord } from './landlord.ts';
import {
  allOrNothing,
  type Decided,
  type Doing,
  decideEach,
  type Keep,
  oneAct,
  type SentForm,
  type WhyNot,
} from './one-act.ts';
import { asHome, detailsOf, type KnownHome, newPerson } from './told-details.ts';
import { loadServiceRequest, writeServiceRequest } from './write-service-request.ts';

export type NewServiceRequest = {
  /** The day they asked. */
  askedOn: LocalDate;
  channel: string;
  /** `knownAs`: somebody we know already; what is new about them is added to what we know. */
  person: Contact & { knownAs: string | null };
  home: { address: string; postcode: string | null } | KnownHome | null;
  /** In their own words (R80). */
  words: string;
  serviceArea: string;
  contractor: string | null;
  healthAndSafety: boolean;
  /** Where the work itself is kept: which system, and what it is called there. */
  housing: { system: string; reference: string } | null;
  /** Nobody: it waits in the team's queue. */
  ownerId: string | null;
};

/** What is done to a request later on, in the words that were typed. */
export type RequestAct =
  | { kind: 'review'; on: LocalDate; found: string; next: string; againOn: LocalDate | null; unsafe: string | null }
  | { kind: 'hand-over'; toId: string | null; reason: string }
  | { kind: 'place'; system: string; reference: string }
  | { kind: 'complete'; on: LocalDate; evidence: string }
  | { kind: 'stop'; on: LocalDate; wish: string }
  | { kind: 'take-up-again'; on: LocalDate; reason: string }
  | { kind: 'claim'; on: LocalDate; claim: ClaimKind; answer: ClaimAnswer; words: string };

export type RequestOutcome = { kind: 'done'; requestId: string } | WhyNot;

type Asked = {
  requestId: string;
  /** The version the form was filled in from; null for a new one, and where nothing can clash. */
  versionSeen: number | null;
  form: SentForm;
  texts: readonly NewText[];
  commands: (keep: Keep) => RequestCommand[];
};

const within = (): SentForm => ({ commandId: randomUUIDv7(), payload: {} });

/** Opens a request in a transaction of its own. A second press of the button gives the first one's. */
export function openServiceRequest(
  app: Application,
  who: Viewer,
  request: NewServiceRequest,
  form: SentForm,
): Promise<RequestOutcome> {
  return allOrNothing(app, who.landlordId, async tx => {
    const requestId = await openWith(app, tx, who, request, form);
    return { kind: 'done', requestId } as const;
  });
}

/** Opens one for somebody whose words are kept already, in the transaction of deciding what they told us; refused, it undoes both. */
export async function openWithin(
  app: Application,
  tx: Tx,
  who: Viewer,
  requestId: string,
  request: Omit<Extract<RequestCommand, { type: 'OpenRequest' }>, 'type'>,
): Promise<void> {
  const commands = (): RequestCommand[] => [{ type: 'OpenRequest', ...request }];
  await changeWithin(app, tx, who, { requestId, versionSeen: null, form: within(), texts: [], commands });
}

async function openWith(
  app: Application,
  tx: Tx,
  who: Viewer,
  request: NewServiceRequest,
  form: SentForm,
): Promise<string> {
  const home = await homeOf(tx, who.landlordId, request);
  const { personId, texts } = personOf(request);
  return changeWithin(app, tx, who, {
    requestId: randomUUIDv7(),
    versionSeen: null,
    form,
    texts,
    commands: keep => [openCommand(request, { personId, homeId: home?.homeId ?? null }, keep)],
  });
}

function openCommand(
  request: NewServiceRequest,
  ids: { personId: string; homeId: string | null },
  keep: Keep,
): RequestCommand {
  const { askedOn: on, channel, serviceArea, contractor, healthAndSafety, ownerId } = request;
  return {
    type: 'OpenRequest',
    ...{ on, channel, serviceArea, contractor, healthAndSafety, ownerId },
    ...ids,
    words: keep(request.words, 'service-request'),
    housing: request.housing === null ? null : placeOf(request.housing, keep),
  };
}

function placeOf({ system, reference }: { system: string; reference: string }, keep: Keep) {
  return { system: keep(system, 'housing-system'), reference: keep(reference, 'housing-reference') };
}

async function homeOf(tx: Tx, landlordId: string, { home }: NewServiceRequest) {
  if (home === null || 'homeId' in home) return home;
  const { address, postcode } = asHome(home);
  return homeAt(tx, landlordId, address, postcode);
}

/** Somebody known keeps the name and address we have; another phone number or email address is the newer one. */
function personOf({ person, home }: NewServiceRequest): { personId: string; texts: NewText[] } {
  const { knownAs, ...contact } = person;
  if (knownAs === null) {
    const address = home !== null && 'address' in home ? asHome(home).address : null;
    return newPerson({ ...contact, address });
  }
  const { email, phone } = detailsOf(contact);
  return { personId: knownAs, texts: residentTexts(knownAs, { email, phone }) };
}

/** Does something to a request that is there, unless somebody else did since the form was shown. */
export function changeServiceRequest(
  app: Application,
  who: Viewer,
  { requestId, versionSeen }: { requestId: string; versionSeen: number | null },
  act: RequestAct,
  form: SentForm,
): Promise<RequestOutcome> {
  return allOrNothing(app, who.landlordId, async tx => {
    const commands = (keep: Keep): RequestCommand[] => commandsOf(act, keep);
    await changeWithin(app, tx, who, { requestId, versionSeen, form, texts: [], commands });
    return { kind: 'done', requestId } as const;
  });
}

/** Notes on a request that a complaint has to do with it, in the transaction of the act that links or logs the complaint. */
export async function tieComplaintWithin(
  app: Application,
  tx: Tx,
  who: Viewer,
  requestId: string,
  tie: { on: LocalDate; caseId: string; reference: string; why: ComplaintTie },
): Promise<void> {
  const commands = (): RequestCommand[] => [{ type: 'TieComplaint', ...tie }];
  await changeWithin(app, tx, who, { requestId, versionSeen: null, form: within(), texts: [], commands });
}

function commandsOf(act: RequestAct, keep: Keep): RequestCommand[] {
  const words = (text: string) => keep(text, 'service-request');
  switch (act.kind) {
    case 'review': {
      const { on, againOn } = act;
      const unsafe: RequestCommand[] = act.unsafe === null ? [] : [{ type: 'FindUnsafe', reason: words(act.unsafe) }];
      return [...unsafe, { type: 'ReviewRequest', on, againOn, found: words(act.found), next: words(act.next) }];
    }
    case 'hand-over':
      return [{ type: 'HandOverRequest', toId: act.toId, reason: words(act.reason) }];
    case 'place':
      return [{ type: 'PlaceRequest', housing: placeOf(act, keep) }];
    case 'complete':
      return [{ type: 'CompleteRequest', on: act.on, evidence: words(act.evidence) }];
    case 'stop':
      return [{ type: 'StopRequest', on: act.on, wish: words(act.wish) }];
    case 'take-up-again':
      return [{ type: 'TakeUpAgain', on: act.on, reason: words(act.reason) }];
    case 'claim':
      return [{ type: 'OfferClaimRoute', on: act.on, claim: act.claim, answer: act.answer, words: words(act.words) }];
  }
}

async function changeWithin(app: Application, tx: Tx, who: Viewer, asked: Asked): Promise<string> {
  const { requestId, versionSeen, form } = asked;
  const { landlordId } = who;
  const { streamId } = await oneAct(
    app,
    tx,
    who,
    { ...form, streamId: requestId, versionSeen },
    {
      calendar: holdCalendar,
      load: async () => {
        const [landlord, found] = await Promise.all([
          loadLandlord(app, tx, landlordId),
          loadServiceRequest(tx, landlordId, requestId),
        ]);
        return { landlord, request: found?.request ?? null, events: found?.events ?? [] };
      },
      decide: (loaded, doing) => decideOnRequest(tx, who, asked, loaded, doing),
    },
  );
  return streamId;
}

function decideOnRequest(
  tx: Tx,
  who: Viewer,
  { requestId, texts, commands }: Asked,
  { landlord, request: before }: { landlord: Landlord; request: ServiceRequest | null },
  { keep, now, today }: Doing,
): Decided {
  const deciding = { ...landlord, today, actorId: who.personId };
  const details = texts.map(prepareText);
  const { events, state } = decideEach<RequestCommand, ServiceRequest | null, ServiceRequestEvent>(
    commands(keep),
    before,
    {
      decide: (command, request) => decideRequest(command, request, deciding),
      evolve: evolveRequest,
      also: detailsKept(detailsNamed(details), today),
    },
  );
  if (state === null) throw new Error('A service request was asked for and none was made.');
  const rows = () => writeServiceRequest(tx, landlord, requestId, state, now);
  return { events, packHash: landlord.hash, texts: details, rows };
}
