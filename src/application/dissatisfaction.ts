/**
 * Dissatisfaction that is not, or not yet, a complaint: recorded, offered a complaint, answered, followed. Its events are a stream of
 * their own in the landlord's log, chained, signed and verified like a complaint's.
 */
import { randomUUIDv7 } from 'node:crypto';
import type { LocalDate } from '../domain/calendar/dates.ts';
import type { TextRef } from '../domain/complaint/events.ts';
import { detailsKept } from '../domain/complaint/person-details.ts';
import type { Refusal } from '../domain/complaint/refusals.ts';
import { decideRecord, type RecordCommand } from '../domain/dissatisfaction/decide.ts';
import type { DissatisfactionEvent } from '../domain/dissatisfaction/events.ts';
import { type DissatisfactionRecord, evolveRecord, replayRecord } from '../domain/dissatisfaction/record.ts';
import { holdCalendar } from '../storage/calendar-revisions.ts';
import { detailsNamed, residentTexts } from '../storage/cases/residents.ts';
import { appendEvents, loadEvents, type StoredEvent } from '../storage/events.ts';
import { inLandlord, type Tx } from '../storage/landlord-transaction.ts';
import { type NewText, type PreparedText, prepareText, storePrepared } from '../storage/personal-text.ts';
import { closeReceipt, openReceipt } from '../storage/receipts.ts';
import type { JsonValue } from '../storage/tables.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import { asEmail, asPhone } from './contact-details.ts';
import { loadLandlord } from './landlord.ts';
import type { Contact, LoggingForm } from './log-complaint.ts';
import { writeRecord } from './write-record.ts';

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
  | { kind: 'confirm'; on: LocalDate; how: 'email' | 'post' | 'by-hand'; evidence: string };

export type RecordOutcome =
  | { kind: 'done'; recordId: string }
  | { kind: 'refused'; refusal: Refusal }
  /** Somebody else changed it meanwhile, or this form was sent with something else in it. */
  | { kind: 'changed' };

type Keep = (value: string, kind: string) => TextRef;
type Asked = {
  recordId: string;
  form: LoggingForm;
  texts: readonly NewText[];
  commands: (keep: Keep) => RecordCommand[];
};

/** Ends a transaction in which the record could not be changed. */
export class RecordRefused extends Error {
  readonly outcome: Exclude<RecordOutcome, { kind: 'done' }>;
  constructor(outcome: Exclude<RecordOutcome, { kind: 'done' }>) {
    super('not done');
    this.outcome = outcome;
  }
}

/** Records dissatisfaction, with the offer and its answer where they were made in the same conversation. */
export async function recordDissatisfaction(
  app: Application,
  who: Viewer,
  told: NewDissatisfaction,
  form: LoggingForm,
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
    form,
    texts: residentTexts(personId, details),
    commands: keep => firstCommands(told, personId, keep(told.words, 'dissatisfaction')),
  });
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

/** Does something to a record that is there. */
export async function changeRecord(
  app: Application,
  who: Viewer,
  recordId: string,
  act: RecordAct,
  form: LoggingForm,
): Promise<RecordOutcome> {
  return changeOne(app, who, { recordId, form, texts: [], commands: keep => [commandOf(act, keep)] });
}

function commandOf(act: RecordAct, keep: Keep): RecordCommand {
  const { on } = act;
  if (act.kind === 'offer') return { type: 'OfferComplaint', on, channel: act.channel };
  if (act.kind === 'confirm')
    return { type: 'ConfirmRoute', on, how: act.how, evidence: keep(act.evidence, 'dissatisfaction') };
  const words = act.words === null ? null : keep(act.words, 'dissatisfaction');
  return { type: 'AnswerOffer', on, channel: act.channel, answer: act.answer, words };
}

async function changeOne(app: Application, who: Viewer, asked: Asked): Promise<RecordOutcome> {
  try {
    return await inLandlord(app.database, who.landlordId, async tx => {
      const { now: receivedAt } = timeNow(app);
      const command = { landlordId: who.landlordId, ...asked.form, receivedAt };
      const receipt = await openReceipt(tx, command);
      if (receipt.kind === 'other') throw new RecordRefused({ kind: 'changed' });
      if (receipt.kind === 'same') return { kind: 'done', recordId: doneBefore(receipt.result, asked.recordId) };
      await changeWithin(app, tx, who, asked);
      await closeReceipt(tx, command, { recordId: asked.recordId });
      return { kind: 'done', recordId: asked.recordId };
    });
  } catch (error) {
    if (error instanceof RecordRefused) return error.outcome;
    throw error;
  }
}

function doneBefore(result: JsonValue, recordId: string): string {
  const first = typeof result === 'object' && result !== null && 'recordId' in result ? result['recordId'] : recordId;
  return typeof first === 'string' ? first : recordId;
}

/** The complaint that came of it, noted in the transaction that logs it. Throws `RecordRefused`, which undoes both. */
export async function noteComplaintMade(
  app: Application,
  tx: Tx,
  who: Viewer,
  recordId: string,
  made: { caseId: string; reference: string; receivedOn: LocalDate },
): Promise<void> {
  const commands = (): RecordCommand[] => [{ type: 'MakeComplaint', ...made }];
  await changeWithin(app, tx, who, { recordId, texts: [], commands });
}

async function changeWithin(
  app: Application,
  tx: Tx,
  who: Viewer,
  { recordId, texts, commands }: Omit<Asked, 'form'>,
): Promise<void> {
  const { now, today } = timeNow(app);
  await holdCalendar(tx, who.landlordId);
  const landlord = await loadLandlord(app, tx, who.landlordId);
  const before = await loadRecord(tx, landlord.landlordId, recordId);
  const kept: PreparedText[] = [];
  const keep: Keep = (value, kind) => {
    const text = prepareText({ subject: recordId, class: kind, value });
    kept.push(text);
    return text.reference;
  };
  const deciding = { policy: landlord.policy, today, actorId: who.personId };
  let record = before?.record ?? null;
  const events: DissatisfactionEvent[] = [];
  for (const command of commands(keep)) {
    const decided = decideRecord(command, record, deciding);
    if ('refusal' in decided) throw new RecordRefused({ kind: 'refused', refusal: decided.refusal });
    events.push(...decided.events);
    record = decided.events.reduce(evolveRecord, record);
  }
  const details = texts.map(prepareText);
  const named = detailsKept(detailsNamed(details), today);
  events.push(...named);
  record = named.reduce<DissatisfactionRecord | null>(evolveRecord, record);
  if (record === null) throw new Error('A record of dissatisfaction was asked for and none was made.');
  const stored = await appendEvents(tx, {
    ...{ landlordId: who.landlordId, caseId: recordId, expectedVersion: before?.record.version ?? 0, events },
    ...{ actor: `person:${who.personId}`, recordedAt: now, packHash: landlord.hash },
  });
  if (stored.kind === 'version-conflict') throw new RecordRefused({ kind: 'changed' });
  await storePrepared(tx, who.landlordId, [...kept, ...details]);
  await writeRecord(tx, landlord, recordId, record, now);
}

export type LoadedRecord = { record: DissatisfactionRecord; events: readonly StoredEvent[] };

/** A record from its events; null where the id is none of a record of this landlord. */
export async function loadRecord(tx: Tx, landlordId: string, recordId: string): Promise<LoadedRecord | null> {
  const events = await loadEvents(tx, landlordId, recordId);
  if (events[0]?.type !== 'DissatisfactionTold') return null;
  const record = replayRecord(events.map(asRecordEvent));
  return record === null ? null : { record, events };
}

/** A stored event as the domain knows it. */
export function asRecordEvent({ type, schema, occurredOn, body }: StoredEvent): DissatisfactionEvent {
  return { type, schema, occurredOn, body } as object as DissatisfactionEvent;
}
