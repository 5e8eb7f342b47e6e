/** What is done to a contact, as a page asks for it, and the commands that makes. */
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import type { Elected } from '../domain/complaint/duty-events.ts';
import type { HandedOver, TextRef } from '../domain/complaint/events.ts';
import type { Contact } from '../domain/contact/contact.ts';
import type { ContactCommand } from '../domain/contact/decide.ts';
import type {
  Feedback,
  ReplyGiven,
  ResidentMatter,
  SentElsewhere,
  ToldTo,
  TriageOutcome,
} from '../domain/contact/events.ts';
import { type Suggestion, suggestionsKept } from '../domain/contact/suggest.ts';
import type { RequestCommand } from '../domain/service-request/decide.ts';
import type { Contact as Details } from './contact-details.ts';
import type { Keep } from './one-act.ts';

export type TriageAct = {
  kind: 'triage';
  outcome: TriageOutcome;
  reasons: string;
  aboutServiceRequest: boolean;
  feedback: Feedback | null;
  enquiry: (Details & { from: Elected; dueOn: LocalDate | null }) | null;
  elsewhere: { bodies: SentElsewhere['bodies']; other: string | null } | null;
  /** Of a request for a service: whom it is for, and whether it is about health and safety (MAG-13). */
  request: { serviceArea: string; healthAndSafety: boolean } | null;
};

export type ContactAct =
  | TriageAct
  | { kind: 'note-danger'; kinds: readonly string[] }
  | { kind: 'settle-danger'; outcome: 'made-safe' | 'no-danger'; at: Instant; note: string }
  | { kind: 'private'; on: LocalDate; channel: string; reached: boolean; note: string }
  | { kind: 'reply'; reply: ReplyGiven; on: LocalDate; how: HandedOver; text: string }
  | { kind: 'pass-on'; to: string; note: string | null }
  | { kind: 'resident'; as: ResidentMatter; reasons: string };

type Around = {
  keep: Keep;
  now: Instant;
  contact: Contact | null;
  suggestions: readonly Suggestion[];
  /** Drawn for the MP or councillor, where one asks. */
  electedId: string;
};

const kind = 'contact';

/** The commands of an act, its words kept. */
export function commandsOf(act: ContactAct, { keep, now, contact, suggestions, electedId }: Around): ContactCommand[] {
  switch (act.kind) {
    case 'triage':
      return [triage(act, { keep, contact, suggestions, electedId })];
    case 'note-danger':
      return [{ type: 'NoteHazard', at: now, kinds: [...act.kinds] }];
    case 'settle-danger':
      return [{ type: 'SettleHazard', outcome: act.outcome, at: act.at, note: keep(act.note, kind) }];
    case 'private': {
      const { on, channel, reached, note } = act;
      return [{ type: 'RecordPrivateContact', on, channel, reached, note: keep(note, kind) }];
    }
    case 'reply': {
      const { reply, on, how, text } = act;
      return [{ type: 'HandOverReply', on, reply, how, text: keep(text, kind) }];
    }
    case 'pass-on':
      return [{ type: 'PassOn', to: act.to, note: act.note === null ? null : keep(act.note, kind) }];
    case 'resident':
      return [{ type: 'DecideResidentMatter', as: act.as, reasons: keep(act.reasons, kind) }];
  }
}

function triage(
  { outcome, reasons, aboutServiceRequest, feedback, enquiry, elsewhere }: TriageAct,
  { keep, contact, suggestions, electedId }: Omit<Around, 'now'>,
): ContactCommand {
  return {
    type: 'TriageContact',
    outcome,
    reasons: keep(reasons, kind),
    aboutServiceRequest,
    feedback,
    enquiry: enquiry === null ? null : { from: enquiry.from, personId: electedId, dueOn: enquiry.dueOn },
    elsewhere:
      elsewhere === null
        ? null
        : { bodies: elsewhere.bodies, other: elsewhere.other === null ? null : keep(elsewhere.other, kind) },
    suggestions: suggestionsKept(suggestions, outcome, contact?.hazard != null),
  };
}

/** Whose dissatisfaction begins a record of its own with this act, to be offered a complaint; null: nobody's. */
export function dissatisfied(
  act: ContactAct,
  { personId, toldOn: on, channel, toldTo, words }: Contact,
): { on: LocalDate; channel: string; toldTo: ToldTo; personId: string; words: TextRef } | null {
  const begins =
    (act.kind === 'triage' && act.outcome === 'dissatisfaction') ||
    (act.kind === 'resident' && act.as === 'dissatisfaction');
  return begins && personId !== null ? { on, channel, toldTo, personId, words } : null;
}

/** The request for a service that begins with this act, in the team's queue; null: none. */
export function requested(
  act: ContactAct,
  { personId, homeId, toldOn, channel, words }: Contact,
): Omit<Extract<RequestCommand, { type: 'OpenRequest' }>, 'type'> | null {
  if (act.kind !== 'triage' || act.request === null || personId === null) return null;
  const { serviceArea, healthAndSafety } = act.request;
  const nobodyYet = { contractor: null, housing: null, ownerId: null };
  return { on: toldOn, channel, personId, homeId, words, serviceArea, healthAndSafety, ...nobodyYet };
}
