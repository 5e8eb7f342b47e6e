/**
 * Dissatisfaction that is not, or not yet, a complaint: recorded, offered a complaint, answered, followed. Its events are a stream of
 * their own in the landlord's log, chained, signed and verified like a complaint's.
 */
import { randomUUIDv7 } from 'node:crypto';
import type { LocalDate } from '../domain/calendar/dates.ts';
import type { TextRef } from '../domain/complaint/events.ts';
import { detailsKept } from '../domain/complaint/person-details.ts';
import { decideRecord, type RecordCommand } from '../domain/dissatisfaction/decide.ts';
import type { DissatisfactionEvent, ReviewVerdict } from '../domain/dissatisfaction/events.ts';
import { type DissatisfactionRecord, evolveRecord } from '../domain/dissatisfaction/record.ts';
import { holdCalendar } from '../storage/calendar-revisions.ts';
import { detailsNamed, residentTexts } from '../storage/cases/residents.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { type NewText, prepareText } from '../storage/personal-text.ts';
import type { Application, Viewer } from './application.ts';
import { asEmail, asPhone, type Contact } from './contact-details.ts';
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
import { loadDissatisfaction, writeDissatisfactionRows } from './write-dissatisfaction.ts';

export type NewDissatisfaction = {
  source: 'contact' | 'survey';
  toldOn: LocalDate;
  channel: string;
  toldTo: 'staff' | 'contractor' | 'landlord-inbox';
  person: Contact;
  /** In their own words (R80). */
  words: string;
  aboutServiceRequest: boolean;
  /** What came of offering a complaint in the same breath; null: it has not been offered yet. */
  offer: 'yes' | 'no' | 'no-answer' | null;
};

/** What is done to a record later on. */
export type RecordAct =
  | { kind: 'offer'; on: LocalDate; channel: string }
  | { kind: 'answer'; on: LocalDate; channel: string; answer: 'yes' | 'no'; words: string | null }
  | { kind: 'review'; verdict: ReviewVerdict; note: string }
  | { kind: 'confirm'; on: LocalDate; how: 'email' | 'post' | 'by-hand'; evidence: string };

export type RecordOutcome = { kind: 'done'; recordId: string } | WhyNot;

type Asked = {
  recordId: string;
  /** The version the form was filled in from; null where there was no record yet, or nothing can clash. */
  versionSeen: number | null;
  form: SentForm;
  texts: readonly NewText[];
  commands: (keep: Keep) => RecordCommand[];
};

/** Records dissatisfaction, with the offer and its answer where they were made in the same conversation. */
export async function recordDissatisfaction(
  app: Application,
  who: Viewer,
  told: NewDissatisfaction,
  form: SentForm,
): Promise<RecordOutcome> {
  const personId = randomUUIDv7();
  const { name, email, phone } = told.person;
  const details = {
    name,
    email: email === null ? null : asEmail(email),
    phone: phone === null ? null : asPhone(phone),
  };
  return changeOne(app, who, {
    recordId: randomUUIDv7(),
    versionSeen: null,
    form,
    texts: residentTexts(personId, details),
    commands: keep => firstCommands(told, personId, keep(told.words, 'dissatisfaction')),
  });
}

/** The record of somebody’s dissatisfaction that was told of in a contact: their words, and whose they are, are kept there. */
export async function tellWithin(
  app: Application,
  tx: Tx,
  who: Viewer,
  recordId: string,
  told: { on: LocalDate; channel: string; toldTo: NewDissatisfaction['toldTo']; personId: string; words: TextRef },
): Promise<void> {
  const form = { commandId: randomUUIDv7(), payload: {} };
  const commands = (): RecordCommand[] => [
    { type: 'TellDissatisfaction', source: 'contact', aboutServiceRequest: false, ...told },
  ];
  await changeWithin(app, tx, who, { recordId, versionSeen: null, form, texts: [], commands });
}

function firstCommands(told: NewDissatisfaction, personId: string, words: TextRef): RecordCommand[] {
  const { source, toldOn: on, channel, toldTo, aboutServiceRequest, offer } = told;
  const first: RecordCommand = {
    type: 'TellDissatisfaction',
    ...{ on, source, channel, toldTo, personId, words, aboutServiceRequest },
  };
  if (offer === null) return [first];
  if (offer === 'no-answer') return [first, { type: 'OfferComplaint', on, channel }];
  return [first, { type: 'AnswerOffer', on, channel, answer: offer, words: null }];
}

/** Does something to a record that is there, unless somebody else did since the form was shown. */
export async function changeRecord(
  app: Application,
  who: Viewer,
  { recordId, versionSeen }: { recordId: string; versionSeen: number | null },
  act: RecordAct,
  form: SentForm,
): Promise<RecordOutcome> {
  return changeOne(app, who, { recordId, versionSeen, form, texts: [], commands: keep => [commandOf(act, keep)] });
}

function commandOf(act: RecordAct, keep: Keep): RecordCommand {
  if (act.kind === 'review')
    return { type: 'ReviewNoAnswer', verdict: act.verdict, note: keep(act.note, 'dissatisfaction') };
  const { on } = act;
  if (act.kind === 'offer') return { type: 'OfferComplaint', on, channel: act.channel };
  if (act.kind === 'confirm')
    return { type: 'ConfirmRoute', on, how: act.how, evidence: keep(act.evidence, 'dissatisfaction') };
  const words = act.words === null ? null : keep(act.words, 'dissatisfaction');
  return { type: 'AnswerOffer', on, channel: act.channel, answer: act.answer, words };
}

function changeOne(app: Application, who: Viewer, asked: Asked): Promise<RecordOutcome> {
  return allOrNothing(app, who.landlordId, async tx => {
    const recordId = await changeWithin(app, tx, who, asked);
    return { kind: 'done', recordId } as const;
  });
}

/** The complaint that came of it, noted in the transaction that logs it; what keeps it from being noted undoes both. */
export async function noteComplaintMade(
  app: Application,
  tx: Tx,
  who: Viewer,
  recordId: string,
  made: { caseId: string; reference: string; receivedOn: LocalDate },
): Promise<void> {
  const commands = (): RecordCommand[] => [{ type: 'MakeComplaint', ...made }];
  const form = { commandId: randomUUIDv7(), payload: {} };
  await changeWithin(app, tx, who, { recordId, versionSeen: null, form, texts: [], commands });
}

async function changeWithin(app: Application, tx: Tx, who: Viewer, asked: Asked): Promise<string> {
  const { recordId, versionSeen, form } = asked;
  const { landlordId } = who;
  const { streamId } = await oneAct(
    app,
    tx,
    who,
    { ...form, streamId: recordId, versionSeen },
    {
      calendar: holdCalendar,
      load: async () => {
        const [landlord, found] = await Promise.all([
          loadLandlord(app, tx, landlordId),
          loadDissatisfaction(tx, landlordId, recordId),
        ]);
        return { landlord, record: found?.record ?? null, events: found?.events ?? [] };
      },
      decide: (loaded, doing) => decideOnRecord(tx, who, asked, loaded, doing),
    },
  );
  return streamId;
}

function decideOnRecord(
  tx: Tx,
  who: Viewer,
  { recordId, texts, commands }: Asked,
  { landlord, record: before }: { landlord: Landlord; record: DissatisfactionRecord | null },
  { keep, now, today }: Doing,
): Decided {
  const deciding = { ...landlord, today, actorId: who.personId, recordId };
  const details = texts.map(prepareText);
  const { events, state } = decideEach<RecordCommand, DissatisfactionRecord | null, DissatisfactionEvent>(
    commands(keep),
    before,
    {
      decide: (command, record) => decideRecord(command, record, deciding),
      evolve: evolveRecord,
      also: detailsKept(detailsNamed(details), today),
    },
  );
  if (state === null) throw new Error('A record of dissatisfaction was asked for and none was made.');
  const rows = () => writeDissatisfactionRows(tx, landlord, recordId, state, now);
  return { events, packHash: landlord.hash, texts: details, rows };
}
