/** What is owed on something that somebody told us: that it is judged, that a danger is made safe, and what the decision asks for. */
import { addHours, type LocalDate, londonDateOf, londonInstant } from '../calendar/dates.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { saySpan } from '../complaint/clock-rules.ts';
import type { Obligation, ObligationKind, Owner } from '../complaint/obligation.ts';
import { ON_CALL } from '../complaint/obligations/duties.ts';
import { newObligation } from '../complaint/obligations/shape.ts';
import { plus } from '../complaint/span-dates.ts';
import { type Duty, dutyTime } from '../policy/duty-times.ts';
import type { Policy } from '../policy/policy.ts';
import { type Contact, leadsToComplaint } from './contact.ts';
import { isPublic } from './decide.ts';
import type { ReplyGiven } from './events.ts';

export type ContactContext = { policy: Policy; code: Policy; calendar: Calendar };

/** The queue of what nobody has judged yet (R69). */
export const TRIAGE_TEAM = 'triage';

/** All that is or was owed. Throws `BeyondCalendar`. */
export function owedOnContact(contact: Contact, context: ContactContext): Obligation[] {
  return [
    triage(contact, context),
    ...makeSafe(contact, context),
    ...privately(contact, context),
    ...logging(contact),
    ...enquiry(contact, context),
    ...personalData(contact, context),
    ...signpost(contact, context),
  ];
}

type Part = Pick<Obligation, 'dueOn' | 'from' | 'rule' | 'clause' | 'dischargedOn'> & Partial<Obligation>;

function owed(contact: Contact, kind: ObligationKind, part: Part): Obligation {
  return newObligation({ id: kind, kind, stage: null, owner: ownerOf(contact), ...part });
}

/** Whoever judged it owes what follows; before that it is the queue's. */
function ownerOf({ triage: decided }: Contact): Owner {
  return { personId: decided?.by ?? null, team: TRIAGE_TEAM };
}

/** What counts from one day and is done on another. */
function timed(
  contact: Contact,
  kind: ObligationKind & Duty,
  from: { event: string; on: LocalDate },
  dischargedOn: LocalDate | null,
  rule: (span: string) => string,
  context: ContactContext,
): Obligation {
  const time = dutyTime(kind, context);
  const dueOn = plus(from.on, time, context.calendar);
  return owed(contact, kind, { dueOn, from, rule: rule(saySpan(time)), clause: time.clause, dischargedOn });
}

function triage(contact: Contact, context: ContactContext): Obligation {
  const from = { event: 'contact-logged', on: contact.loggedOn };
  const judged = contact.firstTriagedOn ?? contact.complaint?.on ?? null;
  const one = timed(contact, 'triage', from, judged, span => `what anybody tells us is judged within ${span}`, context);
  return { ...one, owner: { personId: null, team: TRIAGE_TEAM } };
}

/** Due at a moment, by elapsed hours, and whoever is on call sees to it (R13). Carried to a complaint it is owed there. */
function makeSafe(contact: Contact, context: ContactContext): Obligation[] {
  const { hazard } = contact;
  if (hazard === null) return [];
  const time = dutyTime('make-safe', context);
  const { at, settled, carriedOn } = hazard;
  const dueAt = time.unit === 'hours' ? addHours(at, time.value) : londonInstant(londonDateOf(at), '23:59');
  return [
    owed(contact, 'make-safe', {
      owner: { personId: null, team: ON_CALL },
      dueOn: londonDateOf(dueAt),
      dueAt,
      from: { event: 'danger-reported', on: londonDateOf(at) },
      rule: `a danger is made safe within ${saySpan(time)} of our knowing of it`,
      clause: time.clause,
      dischargedOn: settled === null ? null : londonDateOf(settled.at),
      ...(settled === null ? {} : { dischargedAt: settled.at }),
      lapsedOn: settled === null ? carriedOn : null,
    }),
  ];
}

/** Said where anybody reads it, answered where nobody else does (MAG-05). A complaint owes it itself. */
function privately(contact: Contact, context: ContactContext): Obligation[] {
  if (!isPublic(contact.channel, context.policy)) return [];
  const from = { event: 'contact-logged', on: contact.loggedOn };
  const reached = contact.privateContacts.find(one => one.reached)?.on ?? null;
  const rule = (span: string) => `what is said in public is answered in private, within ${span}`;
  const one = timed(contact, 'private-contact', from, reached, rule, context);
  const channel = context.policy.channels.find(({ id }) => id === contact.channel);
  return [
    {
      ...one,
      clause: channel?.clause ?? one.clause,
      lapsedOn: reached === null ? (contact.complaint?.on ?? nobodyToReach(contact)) : null,
    },
  ];
}

/** Nobody can be reached who gave no name, once that has been judged. */
function nobodyToReach({ personId, triage: decided }: Contact): LocalDate | null {
  return personId === null && decided?.outcome === 'feedback' ? decided.on : null;
}

/** A complaint from that moment, received the day they first told us (R3). */
function logging(contact: Contact): Obligation[] {
  const { triage: decided, resident, complaint } = contact;
  if (decided === null || !leadsToComplaint(contact)) return [];
  const on = resident?.on ?? decided.on;
  return [
    owed(contact, 'log-complaint', {
      dueOn: on,
      from: { event: 'contact-triaged', on },
      rule: 'it is a complaint: it is logged the same day, as received when they first told us',
      clause: 'R3',
      dischargedOn: complaint?.on ?? null,
    }),
  ];
}

/** Two things are owed: an answer to who asks, and that the resident’s own matter is taken up beside it (R22). */
function enquiry(contact: Contact, context: ContactContext): Obligation[] {
  const { triage: decided, resident, complaint } = contact;
  if (decided === null || decided.enquiry === null) return [];
  const time = dutyTime('reply-to-enquiry', context);
  const { dueOn: named } = decided.enquiry;
  const answered = repliedOn(contact, 'enquiry');
  const reply = owed(contact, 'reply-to-enquiry', {
    dueOn: named ?? plus(contact.toldOn, time, context.calendar),
    from: { event: 'enquiry-received', on: contact.toldOn },
    rule:
      named === null
        ? `an MP or councillor is answered within ${saySpan(time)}`
        : 'the date they asked for an answer by',
    clause: time.clause,
    dischargedOn: answered,
    lapsedOn: answered === null ? (complaint?.on ?? null) : null,
  });
  const from = { event: 'contact-triaged', on: decided.on };
  const rule = (span: string) => `whoever is asked for is asked too whether they want to complain, within ${span}`;
  return [reply, timed(contact, 'ask-resident', from, resident?.on ?? null, rule, context)];
}

function personalData(contact: Contact, context: ContactContext): Obligation[] {
  if (contact.triage?.outcome !== 'data-protection') return [];
  const from = { event: 'contact-told', on: contact.toldOn };
  const passed = contact.passedOn[0]?.on ?? null;
  const outcome = repliedOn(contact, 'data-outcome');
  const receipt = repliedOn(contact, 'data-protection') ?? outcome;
  const owes = (kind: ObligationKind & Duty, on: LocalDate | null, rule: (span: string) => string) =>
    timed(contact, kind, from, on, rule, context);
  return [
    owes('pass-on-data-complaint', passed, span => `whoever looks after personal data is told within ${span}`),
    owes(
      'acknowledge-data-complaint',
      receipt,
      span => `a complaint about personal data is acknowledged within ${span}`,
    ),
    owes('answer-data-complaint', outcome, span => `its outcome is told without undue delay, at most ${span}`),
  ];
}

/** Whoever is sent elsewhere is told so in writing, with who can help. */
function signpost(contact: Contact, context: ContactContext): Obligation[] {
  const { triage: decided, personId } = contact;
  if (decided?.outcome !== 'not-ours' || personId === null) return [];
  const from = { event: 'contact-triaged', on: decided.on };
  const rule = (span: string) => `who can help instead is told in writing within ${span}`;
  return [timed(contact, 'send-signpost', from, repliedOn(contact, 'signpost'), rule, context)];
}

function repliedOn({ replies }: Contact, reply: ReplyGiven): LocalDate | null {
  return replies.find(one => one.reply === reply)?.on ?? null;
}
