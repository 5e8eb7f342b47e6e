/** What a contact is, built from its events. */
import type { Instant, LocalDate } from '../calendar/dates.ts';
import type { NeedKind, PersonId, TextRef } from '../complaint/events.ts';
import type { ContactEvent, ReplyGiven, ResidentMatter, ToldTo } from './events.ts';

type Body<T extends ContactEvent['type']> = Extract<ContactEvent, { type: T }>['body'];

export type Triage = Body<'ContactTriaged'> & { on: LocalDate };

export type Hazard = {
  at: Instant;
  kinds: readonly string[];
  settled: { outcome: 'made-safe' | 'no-danger'; at: Instant } | null;
  /** The day it went on to the complaint, where it is followed since. */
  carriedOn: LocalDate | null;
};

export type Contact = {
  version: number;
  channel: string;
  toldTo: ToldTo;
  /** The day anybody here was first told: if it becomes a complaint, it was received that day (R3). */
  toldOn: LocalDate;
  loggedOn: LocalDate;
  personId: PersonId | null;
  relationship: string | null;
  homeId: string | null;
  words: TextRef;
  needs: readonly { kind: NeedKind; detail: TextRef }[];
  recordedBy: PersonId;
  hazard: Hazard | null;
  /** The latest decision; a wrong one is decided anew, and the first stays in the record. */
  triage: Triage | null;
  firstTriagedOn: LocalDate | null;
  privateContacts: readonly { on: LocalDate; reached: boolean; note: TextRef }[];
  replies: readonly { reply: ReplyGiven; on: LocalDate; text: TextRef }[];
  passedOn: readonly { to: PersonId; on: LocalDate }[];
  resident: { as: ResidentMatter; on: LocalDate } | null;
  complaint: { caseId: string; reference: string; on: LocalDate } | null;
  dissatisfaction: { recordId: string; on: LocalDate } | null;
  serviceRequest: { requestId: string; on: LocalDate } | null;
};

/** The contact after one more event; the first one makes it. */
export function evolveContact(contact: Contact | null, event: ContactEvent): Contact {
  if (event.type === 'ContactTold') return told(event);
  if (contact === null) throw new Error(`A contact cannot begin with ${event.type}.`);
  return { ...contact, ...changeBy(contact, event), version: contact.version + 1 };
}

/** The contact that the events make; null where there are none. */
export function replayContact(events: readonly ContactEvent[]): Contact | null {
  return events.reduce<Contact | null>(evolveContact, null);
}

function told({ occurredOn, body }: Extract<ContactEvent, { type: 'ContactTold' }>): Contact {
  return {
    ...body,
    version: 1,
    toldOn: occurredOn,
    hazard: null,
    triage: null,
    firstTriagedOn: null,
    privateContacts: [],
    replies: [],
    passedOn: [],
    resident: null,
    complaint: null,
    dissatisfaction: null,
    serviceRequest: null,
  };
}

function changeBy(contact: Contact, event: ContactEvent): Partial<Contact> {
  const { occurredOn: on } = event;
  switch (event.type) {
    case 'HazardNoted':
      return { hazard: { at: event.body.at, kinds: event.body.kinds, settled: null, carriedOn: null } };
    case 'HazardSettled':
      return { hazard: contact.hazard && { ...contact.hazard, settled: event.body } };
    case 'ContactTriaged':
      return { triage: { ...event.body, on }, firstTriagedOn: contact.firstTriagedOn ?? on };
    case 'PrivateContactMade':
      return {
        privateContacts: [...contact.privateContacts, { on, reached: event.body.reached, note: event.body.note }],
      };
    case 'ReplyHandedOver':
      return { replies: [...contact.replies, { reply: event.body.reply, on, text: event.body.text }] };
    case 'PassedOn':
      return { passedOn: [...contact.passedOn, { to: event.body.to, on }] };
    case 'ResidentMatterDecided':
      return { resident: { as: event.body.as, on } };
    case 'BecameComplaint':
      return becameComplaint(contact, event);
    case 'BecameDissatisfaction':
      return { dissatisfaction: { recordId: event.body.recordId, on } };
    case 'BecameServiceRequest':
      return { serviceRequest: { requestId: event.body.requestId, on } };
    default:
      return {};
  }
}

function becameComplaint(
  { hazard }: Contact,
  { occurredOn: on, body }: Extract<ContactEvent, { type: 'BecameComplaint' }>,
): Partial<Contact> {
  const { caseId, reference, hazardCarried } = body;
  const carried = hazard !== null && hazardCarried ? { ...hazard, carriedOn: on } : hazard;
  return { complaint: { caseId, reference, on }, hazard: carried };
}

/** Whether a danger is still to be made safe here. */
export function hazardOpen({ hazard }: Contact): boolean {
  return hazard !== null && hazard.settled === null && hazard.carriedOn === null;
}

/** Whether it goes on as a complaint: because it is one, is one that is refused on a ground, or the resident of an enquiry has one. */
export function leadsToComplaint({ triage, resident }: Contact): boolean {
  if (triage?.outcome === 'elected-enquiry') return resident?.as === 'complaint';
  return triage?.outcome === 'complaint' || triage?.outcome === 'refused';
}
