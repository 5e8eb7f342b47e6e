/**
 * What somebody told us, before anybody has judged it: logged, judged, followed. Its events are a stream of their own in the landlord's
 * log, chained, signed and verified like a complaint's, and kept whatever it becomes.
 */
import { randomUUIDv7 } from 'node:crypto';
import type { LocalDate } from '../domain/calendar/dates.ts';
import type { NeedKind } from '../domain/complaint/events.ts';
import { detailsKept } from '../domain/complaint/person-details.ts';
import { type Contact, evolveContact } from '../domain/contact/contact.ts';
import { type ContactCommand, decideContact } from '../domain/contact/decide.ts';
import type { ContactEvent, ToldTo } from '../domain/contact/events.ts';
import { holdCalendar } from '../storage/calendar-revisions.ts';
import { homeAt } from '../storage/cases/homes.ts';
import { detailsNamed } from '../storage/cases/residents.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { type NewText, prepareText } from '../storage/personal-text.ts';
import type { Application, Viewer } from './application.ts';
import { type ContactAct, commandsOf, dissatisfied, requested } from './contact-acts.ts';
import type { Contact as Details } from './contact-details.ts';
import { suggestionsOf } from './contact-suggestions.ts';
import { tellWithin } from './dissatisfaction.ts';
import { actorAmong, type Landlord, loadLandlord } from './landlord.ts';
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
import { openWithin } from './service-requests.ts';
import { asHome, newPerson } from './told-details.ts';
import { loadContact, writeContactRows } from './write-contact.ts';

export type NewContact = {
  /** The day anybody here was first told (R3). */
  toldOn: LocalDate;
  channel: string;
  toldTo: ToldTo;
  /** Null: they gave no name. */
  person: Details | null;
  relationship: string | null;
  home: { address: string; postcode: string | null } | null;
  /** In their own words (R80). */
  words: string;
  needs: readonly { kind: NeedKind; detail: string }[];
  /** The dangers that somebody confirmed; null: none. */
  dangers: readonly string[] | null;
};

export type ContactOutcome = { kind: 'done'; recordId: string } | WhyNot;

/** Commands, made once the words can be kept; and what else is to be written with them. */
type Making = { keep: Keep; contact: Contact | null; landlord: Landlord; doing: Doing };
type Made = { commands: ContactCommand[]; before?: () => Promise<void> };

type Asked = {
  recordId: string;
  /** The version the form was filled in from; null where there was no contact yet, or nothing can clash. */
  versionSeen: number | null;
  form: SentForm;
  texts: readonly NewText[];
  make: (making: Making, tx: Tx) => Promise<Made>;
};

/** Logs what somebody told us. A danger that was confirmed is owed being made safe from this moment. */
export function logContact(app: Application, who: Viewer, told: NewContact, form: SentForm): Promise<ContactOutcome> {
  const address = told.home?.address ?? null;
  const person = told.person === null ? null : newPerson({ ...told.person, address });
  const make: Asked['make'] = async ({ keep, landlord, doing }, tx) => ({
    commands: await firstCommands(told, person?.personId ?? null, keep, landlord, doing, tx),
  });
  return change(app, who, {
    ...{ recordId: randomUUIDv7(), versionSeen: null, form, make },
    texts: person?.texts ?? [],
  });
}

async function firstCommands(
  told: NewContact,
  personId: string | null,
  keep: Keep,
  { landlordId }: Landlord,
  { now }: Doing,
  tx: Tx,
): Promise<ContactCommand[]> {
  const home = told.home === null ? null : asHome(told.home);
  const found = home === null ? null : await homeAt(tx, landlordId, home.address, home.postcode);
  const first: ContactCommand = {
    type: 'TellContact',
    on: told.toldOn,
    channel: told.channel,
    toldTo: told.toldTo,
    personId,
    relationship: told.relationship,
    homeId: found?.homeId ?? null,
    words: keep(told.words, 'complaint'),
    needs: told.needs.map(({ kind, detail }) => ({ kind, detail: keep(detail, 'need') })),
  };
  return told.dangers === null ? [first] : [first, { type: 'NoteHazard', at: now, kinds: [...told.dangers] }];
}

/** Does something to a contact that is there, unless somebody else did since the form was shown. */
export function changeContact(
  app: Application,
  who: Viewer,
  { recordId, versionSeen }: { recordId: string; versionSeen: number | null },
  act: ContactAct,
  form: SentForm,
): Promise<ContactOutcome> {
  const made = act.kind === 'triage' ? act.enquiry : null;
  const elected = made === null ? null : newPerson({ ...made, address: null });
  const make: Asked['make'] = async ({ keep, contact, landlord, doing }, tx) => {
    const suggestions = act.kind === 'triage' && contact !== null ? await suggestionsOf(tx, landlord, contact) : [];
    const commands = commandsOf(act, {
      keep,
      now: doing.now,
      suggestions,
      contact,
      electedId: elected?.personId ?? '',
    });
    return contact === null ? { commands } : withWhatBegins({ app, tx, who }, act, contact, commands);
  };
  return change(app, who, { recordId, versionSeen, form, texts: elected?.texts ?? [], make });
}

/** A decision that begins a record of its own is noted here with it, and both are kept or neither. */
function withWhatBegins(
  { app, tx, who }: { app: Application; tx: Tx; who: Viewer },
  act: ContactAct,
  contact: Contact,
  commands: ContactCommand[],
): Made {
  const becomes = randomUUIDv7();
  const told = dissatisfied(act, contact);
  if (told !== null) {
    return {
      commands: [...commands, { type: 'BecomeDissatisfaction', recordId: becomes }],
      before: () => tellWithin(app, tx, who, becomes, told),
    };
  }
  const request = requested(act, contact);
  if (request === null) return { commands };
  return {
    commands: [...commands, { type: 'BecomeServiceRequest', requestId: becomes }],
    before: () => openWithin(app, tx, who, becomes, request),
  };
}

function change(app: Application, who: Viewer, asked: Asked): Promise<ContactOutcome> {
  return allOrNothing(app, who.landlordId, async tx => {
    const recordId = await changeWithin(app, tx, who, asked);
    return { kind: 'done', recordId } as const;
  });
}

/** The complaint that came of it, noted in the transaction that logs it; what keeps it from being noted undoes both. */
export async function noteComplaintFrom(
  app: Application,
  tx: Tx,
  who: Viewer,
  recordId: string,
  made: { caseId: string; reference: string; receivedOn: LocalDate; safety: boolean },
): Promise<void> {
  const form = { commandId: randomUUIDv7(), payload: {} };
  const make = async (): Promise<Made> => ({ commands: [{ type: 'BecomeComplaint', ...made }] });
  await changeWithin(app, tx, who, { recordId, versionSeen: null, form, texts: [], make });
}

async function changeWithin(app: Application, tx: Tx, who: Viewer, asked: Asked): Promise<string> {
  const { recordId, versionSeen, form } = asked;
  const { landlordId } = who;
  const ask = { ...form, streamId: recordId, versionSeen };
  const { streamId } = await oneAct(app, tx, who, ask, {
    calendar: holdCalendar,
    load: async () => {
      const [landlord, found] = await Promise.all([
        loadLandlord(app, tx, landlordId),
        loadContact(tx, landlordId, recordId),
      ]);
      return { landlord, contact: found?.contact ?? null, events: found?.events ?? [] };
    },
    decide: ({ landlord, contact }, doing) => decideOnContact(tx, who, asked, landlord, contact, doing),
  });
  return streamId;
}

async function decideOnContact(
  tx: Tx,
  who: Viewer,
  { recordId, texts, make }: Asked,
  landlord: Landlord,
  contact: Contact | null,
  doing: Doing,
): Promise<Decided> {
  const { today, now, keep } = doing;
  const deciding = { ...landlord, today, actor: actorAmong(landlord.people, who) };
  const { commands, before } = await make({ keep, contact, landlord, doing }, tx);
  const details = texts.map(prepareText);
  const { events, state } = decideEach<ContactCommand, Contact | null, ContactEvent>(commands, contact, {
    decide: (command, so) => decideContact(command, so, deciding),
    evolve: evolveContact,
    also: detailsKept(detailsNamed(details), today),
  });
  if (state === null) throw new Error('A contact was asked for and none was made.');
  const rows = () => writeContactRows(tx, landlord, recordId, state, now);
  return { events, packHash: landlord.hash, texts: details, rows, ...(before === undefined ? {} : { before }) };
}
