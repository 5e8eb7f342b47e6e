/**
 * The one way anything is done, whatever is written to: a complaint, a record of dissatisfaction, a restricted referral, or what the
 * landlord itself did. A receipt is opened and the stream loaded in one trip, somebody decides, and events, words, derived rows and
 * the closed receipt go out in another: all of them or none. Each kind of stream says what it loads and how it decides.
 */
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import type { TextRef } from '../domain/complaint/events.ts';
import type { Refusal } from '../domain/complaint/refusals.ts';
import { discardDrafts } from '../storage/drafts.ts';
import { appendEvents, type NewEvent, type StoredEvent } from '../storage/events.ts';
import { inLandlord, metCrosswise, type Tx } from '../storage/landlord-transaction.ts';
import { type PreparedText, prepareText, storePrepared } from '../storage/personal-text.ts';
import { closeReceipt, openReceipt } from '../storage/receipts.ts';
import type { JsonValue } from '../storage/tables.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import type { DraftPlace } from './drafts.ts';

/** The form that was sent. */
export type SentForm = {
  /** Drawn when the form was shown, so that a second press of the button is recognised (double submit). */
  commandId: string;
  /** What was filled in, for telling a second press from another form. */
  payload: { readonly [key: string]: JsonValue };
  /** The form that was sent: this person's drafts of it go with the act. */
  draft?: DraftPlace;
};

export type AskOfStream = SentForm & {
  /** Whose events they are: the id of a complaint, a record or a referral, or the landlord's own. */
  streamId: string;
  /** The version the form was filled in from; null where what the act does cannot clash with anything. */
  versionSeen: number | null;
  /** What does it where no person does: `calendar` is written as `machine:calendar`, and makes nobody's save stale. */
  machine?: string;
  /** Done from a link by whoever it was given to: `who` is known by the question's id, and nobody of the staff. */
  fromLink?: true;
};

/** Keeps words beside the log and gives what an event may hold of them. They are about the stream, unless about a person. */
export type Keep = (value: string, kind: string, about?: string) => TextRef;

/** What deciding is done with. `kept`: the words kept so far. */
export type Doing = { keep: Keep; kept: readonly PreparedText[]; now: Instant; today: LocalDate };

/** What an act comes to, not yet written. */
export type Decided = {
  events: readonly NewEvent[];
  /** SHA-256 of the policy pack that was asked; null where none was. */
  packHash: string | null;
  /** More to keep beside the log than the words that were kept while deciding. */
  texts?: readonly PreparedText[];
  /** What has to be written before everything else: a letter's row points to its bytes. */
  before?: () => Promise<void>;
  /** The derived rows; they go out in one trip with the events. */
  rows?: () => Promise<unknown>;
  /** What a second press has to be told, beside the version. */
  result?: { readonly [key: string]: JsonValue };
};

/** What is a stream's own. */
export type Stream<L extends { events: readonly StoredEvent[] }> = {
  /** Keeps the calendar as it is meanwhile: held together with others, or locked by whoever changes what is the landlord's own. */
  calendar: (tx: Tx, landlordId: string) => Promise<void>;
  /** Its statements go out behind the receipt's, so that what is loaded is loaded after a first press of the button. */
  load: () => Promise<L>;
  decide: (loaded: L, doing: Doing) => Decided | Promise<Decided>;
};

export type DoneTo = { streamId: string; version: number; again: boolean; result: JsonValue };

/** Why something was not done: refused in words, or told what happened meanwhile. */
export type WhyNot =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'changed'; since: readonly StoredEvent[] }
  | { kind: 'other-sent'; earlier: JsonValue };

/** Ends a transaction in which something was not done, so that all of it is rolled back. */
export class NotDone extends Error {
  readonly why: WhyNot | { kind: 'conflict' };
  constructor(why: WhyNot | { kind: 'conflict' }) {
    super('not done');
    this.why = why;
  }
}

const tries = 5;

/** One transaction: all that is done in it or nothing. Again where a machine or another person was quicker. */
export async function allOrNothing<T>(
  app: Application,
  landlordId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T | WhyNot> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inLandlord(app.database, landlordId, work);
    } catch (error) {
      if (error instanceof NotDone && error.why.kind !== 'conflict') return error.why;
      if (!(error instanceof NotDone) && !metCrosswise(error)) throw error;
      if (attempt === tries) throw new Error('It was being changed all the time; nothing was saved.', { cause: error });
    }
  }
}

/**
 * Does one act in the transaction of `allOrNothing`, for what is one thing to people but touches two streams as well. Whatever keeps
 * it from being done ends the whole transaction in the same way.
 */
export async function oneAct<L extends { events: readonly StoredEvent[] }>(
  app: Application,
  tx: Tx,
  who: Viewer,
  ask: AskOfStream,
  stream: Stream<L>,
): Promise<DoneTo> {
  const { landlordId } = who;
  const { now, today } = timeNow(app);
  const command = { landlordId, commandId: ask.commandId, payload: ask.payload, receivedAt: now };
  // One trip: the server answers in order, so what is loaded is loaded after the receipt has waited for a first press.
  const [receipt, , loaded] = await Promise.all([
    openReceipt(tx, command),
    stream.calendar(tx, landlordId),
    stream.load(),
  ]);
  if (receipt.kind === 'other') throw new NotDone({ kind: 'other-sent', earlier: receipt.earlierPayload });
  if (receipt.kind === 'same') return doneBefore(receipt.result, ask.streamId);
  const since = changesSince(loaded.events, ask.versionSeen);
  if (since.length > 0) throw new NotDone({ kind: 'changed', since });

  const { keep, kept } = keeping(ask.streamId);
  const decided = await stream.decide(loaded, { keep, kept, now, today });
  return write(tx, who, ask, command, loaded.events.at(-1), { ...decided, texts: [...kept, ...(decided.texts ?? [])] });
}

async function write(
  tx: Tx,
  { landlordId, personId }: Viewer,
  ask: AskOfStream,
  command: Parameters<typeof closeReceipt>[1],
  last: StoredEvent | undefined,
  { events, packHash, texts = [], before, rows, result }: Decided,
): Promise<DoneTo> {
  const { streamId } = ask;
  const expectedVersion = last?.version ?? 0;
  const version = expectedVersion + events.length;
  const told = { caseId: streamId, version, ...result };
  await before?.();
  const [stored] = await Promise.all([
    appendEvents(tx, {
      ...{ landlordId, caseId: streamId, expectedVersion, events, packHash },
      actor: actorOf(ask, personId),
      recordedAt: command.receivedAt,
      ...(last === undefined ? {} : { lastHash: last.hash }),
    }),
    storePrepared(tx, landlordId, texts),
    rows?.(),
    closeReceipt(tx, command, told),
    ask.draft === undefined ? undefined : discardDrafts(tx, landlordId, personId, ask.draft),
  ]);
  if (stored.kind === 'version-conflict') throw new NotDone({ kind: 'conflict' });
  return { streamId, version, again: false, result: told };
}

function actorOf({ machine, fromLink }: AskOfStream, personId: string): string {
  if (machine !== undefined) return `machine:${machine}`;
  return `${fromLink === true ? 'outsider' : 'person'}:${personId}`;
}

function keeping(streamId: string): { keep: Keep; kept: readonly PreparedText[] } {
  const kept: PreparedText[] = [];
  const keep: Keep = (value, kind, about = streamId) => {
    const text = prepareText({ subject: about, class: kind, value });
    kept.push(text);
    return text.reference;
  };
  return { keep, kept };
}

/** What people did since the form was shown. What machines did makes nobody's save stale. */
function changesSince(events: readonly StoredEvent[], versionSeen: number | null): readonly StoredEvent[] {
  if (versionSeen === null) return [];
  return events.filter(event => event.version > versionSeen && !event.actor.startsWith('machine:'));
}

/** What the first press came to. Where that began a stream, it is not the one the second press drew an id for. */
function doneBefore(result: JsonValue, streamId: string): DoneTo {
  const told = typeof result === 'object' && result !== null && !Array.isArray(result) ? result : {};
  const first = 'caseId' in told ? told['caseId'] : streamId;
  const version = 'version' in told ? Number(told['version']) : 0;
  return { streamId: typeof first === 'string' ? first : streamId, version, again: true, result };
}

/** Each command is decided on what the ones before it made of the stream; the first refusal refuses all. `also`: facts besides. */
export function decideEach<C, S, E>(
  commands: readonly C[],
  before: S,
  by: {
    decide: (command: C, state: S) => { events: readonly E[] } | { refusal: Refusal };
    evolve: (state: S, event: E) => S;
    also?: readonly E[];
  },
): { events: E[]; state: S } {
  const events: E[] = [];
  let state = before;
  for (const command of commands) {
    const decision = by.decide(command, state);
    if ('refusal' in decision) throw new NotDone({ kind: 'refused', refusal: decision.refusal });
    events.push(...decision.events);
    state = decision.events.reduce(by.evolve, state);
  }
  events.push(...(by.also ?? []));
  return { events, state: (by.also ?? []).reduce(by.evolve, state) };
}
