/** What people may record of a contact, and why not. Pure: today and the policies are told. */
import { type Instant, type LocalDate, londonDateOf } from '../calendar/dates.ts';
import type { HandedOver, PersonId, TextRef } from '../complaint/events.ts';
import { type Refusal, refuse } from '../complaint/refusals.ts';
import { type IntakeRules, intakeRules } from '../policy/intake-rules.ts';
import type { Policy } from '../policy/policy.ts';
import { type Contact, leadsToComplaint } from './contact.ts';
import type { ContactEvent, ReplyGiven, ResidentMatter } from './events.ts';
import { notTriage } from './not-triage.ts';
import { mayTriage } from './who.ts';

type Body<T extends ContactEvent['type']> = Extract<ContactEvent, { type: T }>['body'];

export type TriageCommand = { type: 'TriageContact' } & Omit<Body<'ContactTriaged'>, 'by'> & {
    /** It is about how a request for a service was dealt with: then it is a complaint, and nothing is offered (MAG-14). */
    aboutServiceRequest: boolean;
  };

export type ContactCommand =
  | ({ type: 'TellContact'; on: LocalDate } & Omit<Body<'ContactTold'>, 'loggedOn' | 'recordedBy'>)
  | { type: 'NoteHazard'; at: Instant; kinds: string[] }
  | { type: 'SettleHazard'; outcome: 'made-safe' | 'no-danger'; at: Instant; note: TextRef }
  | TriageCommand
  | { type: 'RecordPrivateContact'; on: LocalDate; channel: string; reached: boolean; note: TextRef }
  | { type: 'HandOverReply'; on: LocalDate; reply: ReplyGiven; how: HandedOver; text: TextRef }
  | { type: 'PassOn'; to: PersonId; note: TextRef | null }
  | { type: 'DecideResidentMatter'; as: ResidentMatter; reasons: TextRef }
  | { type: 'BecomeComplaint'; caseId: string; reference: string; receivedOn: LocalDate; safety: boolean }
  | { type: 'BecomeDissatisfaction'; recordId: string }
  | { type: 'BecomeServiceRequest'; requestId: string };

export type ContactDeciding = {
  policy: Policy;
  code: Policy;
  today: LocalDate;
  actor: { personId: PersonId; roles: readonly string[] };
};
type Decided = { events: ContactEvent[] } | { refusal: Refusal };

/** New facts, or a refusal in words. */
export function decideContact(command: ContactCommand, contact: Contact | null, deciding: ContactDeciding): Decided {
  const rules = intakeRules(deciding);
  const refusal =
    notNow(command, contact, deciding) ?? wrongDay(command, contact, deciding) ?? unknown(command, deciding, rules);
  return refusal === null ? { events: facts(command, contact, deciding) } : { refusal };
}

/** Why something cannot be recorded of the contact as it is. */
function notNow(command: ContactCommand, contact: Contact | null, deciding: ContactDeciding): Refusal | null {
  if (command.type === 'TellContact') return null;
  if (contact === null) return refuse('no-such-contact', {});
  switch (command.type) {
    case 'TriageContact':
      return mayTriage(contact, deciding) ? notTriage(command, contact, deciding) : refuse('contact-not-yours', {});
    case 'NoteHazard':
      return contact.hazard === null || contact.hazard.settled !== null ? null : refuse('hazard-known', {});
    case 'SettleHazard':
      return notSettled(contact);
    case 'RecordPrivateContact':
      return isPublic(contact.channel, deciding.policy) ? null : refuse('contact-not-public', {});
    case 'HandOverReply':
      return notReplied(command.reply, contact);
    case 'PassOn':
      return passable(contact) ? null : refuse('contact-not-passed-on', {});
    case 'DecideResidentMatter':
      return notResident(contact);
    case 'BecomeComplaint':
      if (contact.complaint !== null) return became(contact.complaint.reference);
      return leadsToComplaint(contact) ? null : refuse('contact-not-complaint', {});
    case 'BecomeDissatisfaction':
      return contact.dissatisfaction === null ? null : refuse('nothing-changes', { what: 'It is recorded already' });
    case 'BecomeServiceRequest':
      return contact.serviceRequest === null ? null : refuse('nothing-changes', { what: 'It is recorded already' });
  }
}

const became = (reference: string): Refusal => refuse('contact-became-complaint', { reference });

/** Whether what is said that way can be read by anybody (MAG-05). */
export function isPublic(channel: string, policy: Policy): boolean {
  return policy.channels.some(one => one.id === channel && one.public === true);
}

function notSettled({ hazard, complaint }: Contact): Refusal | null {
  if (hazard === null || hazard.settled !== null) return refuse('nothing-of-the-kind-open', {});
  return hazard.carriedOn !== null && complaint !== null ? became(complaint.reference) : null;
}

const outcomeOf: Readonly<Record<ReplyGiven, readonly string[]>> = {
  signpost: ['not-ours'],
  thanks: ['feedback'],
  'service-request': ['service-request'],
  'data-protection': ['data-protection'],
  'data-outcome': ['data-protection'],
  enquiry: ['elected-enquiry'],
};

function notReplied(reply: ReplyGiven, { triage, personId, complaint }: Contact): Refusal | null {
  const fits = triage !== null && outcomeOf[reply].includes(triage.outcome);
  if (!fits) return refuse('reply-does-not-fit', {});
  if (complaint !== null && reply === 'enquiry') return became(complaint.reference);
  return personId === null ? refuse('contact-without-name', {}) : null;
}

/** Praise goes to whom it is about, personal data to whoever looks after them. */
function passable({ triage }: Contact): boolean {
  return triage?.outcome === 'data-protection' || triage?.feedback?.kind === 'compliment';
}

function notResident({ triage, complaint, dissatisfaction }: Contact): Refusal | null {
  if (triage?.outcome !== 'elected-enquiry') return refuse('no-enquiry', {});
  if (complaint !== null) return became(complaint.reference);
  return dissatisfaction === null ? null : refuse('nothing-changes', { what: 'Their choice is being offered already' });
}

function wrongDay(command: ContactCommand, contact: Contact | null, { today }: ContactDeciding): Refusal | null {
  const toldOn = contact?.toldOn ?? null;
  if (command.type === 'BecomeComplaint') return receivedTooLate(command.receivedOn, toldOn);
  const on = dayOf(command);
  if (on === null) return null;
  const what = command.type === 'TellContact' ? 'The day they told us' : 'That day';
  if (on > today) return refuse('date-in-future', { what, today });
  if (toldOn === null || on >= toldOn) return null;
  return refuse('date-before', { what, date: on, before: 'the day they told us', limit: toldOn });
}

function receivedTooLate(receivedOn: LocalDate, toldOn: LocalDate | null): Refusal | null {
  if (toldOn === null || receivedOn <= toldOn) return null;
  const what = 'The day the complaint was received';
  return refuse('date-after', { what, date: receivedOn, after: 'the day they first told us', limit: toldOn });
}

function dayOf(command: ContactCommand): LocalDate | null {
  if ('on' in command) return command.on;
  return 'at' in command ? londonDateOf(command.at) : null;
}

/** What no list of the landlord has. */
function unknown(command: ContactCommand, { policy }: ContactDeciding, rules: IntakeRules): Refusal | null {
  if ('channel' in command && !policy.channels.some(one => one.id === command.channel))
    return refuse('not-in-policy', { what: 'way of telling us', value: command.channel });
  if (command.type !== 'NoteHazard') return null;
  const wrong = command.kinds.find(kind => !rules.hazards.some(one => one.id === kind));
  return wrong === undefined ? null : refuse('not-in-policy', { what: 'danger', value: wrong });
}

function fact<T extends ContactEvent['type']>(type: T, on: LocalDate, body: Body<T>): ContactEvent {
  return { type, schema: 1, occurredOn: on, body } as Extract<ContactEvent, { type: T }>;
}

function facts(command: ContactCommand, contact: Contact | null, { today, actor }: ContactDeciding): ContactEvent[] {
  const by = actor.personId;
  switch (command.type) {
    case 'TellContact': {
      const { type: _, on, ...told } = command;
      return [fact('ContactTold', on, { ...told, loggedOn: today, recordedBy: by })];
    }
    case 'NoteHazard':
      return [fact('HazardNoted', londonDateOf(command.at), { at: command.at, kinds: command.kinds, by })];
    case 'SettleHazard': {
      const { outcome, at, note } = command;
      return [fact('HazardSettled', londonDateOf(at), { outcome, at, note, by })];
    }
    case 'TriageContact': {
      const { type: _, aboutServiceRequest: _asked, ...decided } = command;
      return [fact('ContactTriaged', today, { ...decided, by })];
    }
    case 'RecordPrivateContact': {
      const { on, channel, reached, note } = command;
      return [fact('PrivateContactMade', on, { channel, reached, note, by })];
    }
    case 'HandOverReply': {
      const { on, reply, how, text } = command;
      return [fact('ReplyHandedOver', on, { reply, how, text, by })];
    }
    case 'PassOn':
      return [fact('PassedOn', today, { to: command.to, note: command.note, by })];
    case 'DecideResidentMatter':
      return [fact('ResidentMatterDecided', today, { as: command.as, reasons: command.reasons, by })];
    case 'BecomeComplaint':
      return [madeComplaint(command, contact, today)];
    case 'BecomeDissatisfaction':
      return [fact('BecameDissatisfaction', today, { recordId: command.recordId })];
    case 'BecomeServiceRequest':
      return [fact('BecameServiceRequest', today, { requestId: command.requestId })];
  }
}

function madeComplaint(
  { caseId, reference, safety }: Extract<ContactCommand, { type: 'BecomeComplaint' }>,
  contact: Contact | null,
  today: LocalDate,
): ContactEvent {
  const open = contact?.hazard !== null && contact?.hazard?.settled === null;
  return fact('BecameComplaint', today, { caseId, reference, hazardCarried: safety && open });
}

/** Whether it waits to be logged as a complaint. */
export function waitsForLogging(contact: Contact): boolean {
  return contact.complaint === null && leadsToComplaint(contact);
}
