/**
 * The one way anything happens to a complaint: load its events, let the domain decide, append, and write the derived rows, all in one
 * transaction. Everything else here is about telling people honestly when that did not work.
 */

import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import type { Command } from '../domain/complaint/commands.ts';
import { decide } from '../domain/complaint/decide.ts';
import type { Deciding, PersonFacts } from '../domain/complaint/deciding.ts';
import type { ComplaintEvent, TextRef } from '../domain/complaint/events.ts';
import { evolve } from '../domain/complaint/evolve.ts';
import { detailsKept } from '../domain/complaint/person-details.ts';
import type { Refusal } from '../domain/complaint/refusals.ts';
import type { CaseState } from '../domain/complaint/state.ts';
import { textIdsIn } from '../domain/complaint/text-ids.ts';
import { holdCalendar } from '../storage/calendar-revisions.ts';
import { detailsNamed } from '../storage/cases/residents.ts';
import { discardDrafts } from '../storage/drafts.ts';
import { appendEvents, type StoredEvent } from '../storage/events.ts';
import { inLandlord, metCrosswise, type Tx } from '../storage/landlord-transaction.ts';
import { type NewText, type PreparedText, prepareText, storePrepared } from '../storage/personal-text.ts';
import { closeReceipt, openReceipt } from '../storage/receipts.ts';
import type { JsonValue } from '../storage/tables.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import { isCommandList } from './command-list.ts';
import type { DraftPlace } from './drafts.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { recountFirst } from './recount-dates.ts';
import { writeCase } from './write-case.ts';

/** Keeps words beside the log and gives what an event may hold of them. They are about the case, unless about a person. */
export type Keep = (value: string, kind: string, about?: string) => TextRef;

export type Ask = {
  caseId: string;
  /** The version the form was filled in from; null where what the act does cannot clash with anything. */
  versionSeen: number | null;
  /** Drawn when the form was shown, so that a second press of the button is recognised (double submit). */
  commandId: string;
  /** What was filled in, for telling a second press from another form. */
  payload: { readonly [key: string]: JsonValue };
  /** What does it where no person does: `calendar` is written as `machine:calendar`, and makes nobody's save stale. */
  machine?: string;
  /** Of a case that has only just got its id: the day it was received, whose policy it keeps (MGL-45). */
  receivedOn?: LocalDate;
  /** The form that was sent: this person's drafts of it go with the act. */
  draft?: DraftPlace;
};

/** Everything an act may ask for while it is being made: the case as it is now, and who is asking. */
export type Making = { keep: Keep; loaded: LoadedCase; deciding: Deciding; now: Instant };

/** What comes of asking: done, refused in words, or told what happened meanwhile. */
export type Outcome =
  | { kind: 'done'; caseId: string; version: number; again: boolean }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'changed'; since: readonly StoredEvent[] }
  | { kind: 'other-sent'; earlier: JsonValue };

export type Done = Extract<Outcome, { kind: 'done' }>;

/** More to write in the same transaction, such as a letter's bytes. */
export type Beside = (tx: Tx, landlordId: string) => Promise<void>;

/** What an act asks for: commands in their order, details of people and what else is to be written with them, or why there is nothing to ask for. */
export type Made =
  | Command
  | readonly Command[]
  | { refusal: Refusal }
  | { commands: readonly Command[]; texts?: readonly NewText[]; beside?: Beside };

/** Makes the commands. `tx` is for what has to be looked up or written first, such as a new home; pages do not need it. */
export type Make = (making: Making, tx: Tx) => Made | Promise<Made>;

const tries = 5;

/** Does an act on a complaint. Retries when a machine or another person was quicker and nothing the form showed has changed. */
export async function act(app: Application, who: Viewer, ask: Ask, make: Make): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await once(app, who, ask, make);
    if (outcome !== 'conflict') return outcome;
    if (attempt === tries) throw new Error(`The case ${ask.caseId} was being changed all the time; nothing was saved.`);
  }
}

/** Carries an outcome out of a transaction that must be rolled back. */
class NotDone extends Error {
  readonly outcome: Outcome | 'conflict';
  constructor(outcome: Outcome | 'conflict') {
    super('not done');
    this.outcome = outcome;
  }
}

async function once(app: Application, who: Viewer, ask: Ask, make: Make): Promise<Outcome | 'conflict'> {
  try {
    return await inLandlord(app.database, who.landlordId, tx => actWithin(app, tx, who, ask, make));
  } catch (error) {
    if (error instanceof NotDone) return error.outcome;
    if (metCrosswise(error)) return 'conflict';
    throw error;
  }
}

/** Runs one transaction in which many cases are acted on with `actWithin`: all of them or none, again where somebody was quicker. */
export async function actOnMany<T>(app: Application, landlordId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inLandlord(app.database, landlordId, work);
    } catch (error) {
      const quicker = metCrosswise(error) || (error instanceof NotDone && error.outcome === 'conflict');
      if (!quicker || attempt === tries) throw error;
    }
  }
}

/**
 * Does an act within the transaction of another, for what is one thing to people but touches two cases. Whatever keeps it from
 * being done ends the other act in the same way.
 */
export async function actWithin(app: Application, tx: Tx, who: Viewer, ask: Ask, make: Make): Promise<Done> {
  const { now, today } = timeNow(app);
  const command = { landlordId: who.landlordId, commandId: ask.commandId, payload: ask.payload, receivedAt: now };
  // One trip: the server answers in order, so what is loaded is loaded after the receipt has waited for a first press.
  const [receipt, , found] = await Promise.all([
    openReceipt(tx, command),
    holdCalendar(tx, who.landlordId),
    loadCase(app, tx, who.landlordId, ask.caseId, ask.receivedOn),
  ]);
  if (receipt.kind === 'other') throw new NotDone({ kind: 'other-sent', earlier: receipt.earlierPayload });
  if (receipt.kind === 'same') return { kind: 'done', ...doneBefore(receipt.result, ask.caseId), again: true };

  const loaded = await recounted(app, tx, who.landlordId, ask.caseId, found);
  const since = changesSince(loaded.events, ask.versionSeen);
  if (since.length > 0) throw new NotDone({ kind: 'changed', since });

  const texts: PreparedText[] = [];
  const keep: Keep = (value, kind, about = ask.caseId) => {
    const text = prepareText({ subject: about, class: kind, value });
    texts.push(text);
    return text.reference;
  };
  const deciding: Deciding = { ...loaded.context, today, actor: actorFacts(loaded, who), people: loaded.people };
  const made = asList(await make({ keep, loaded, deciding, now }, tx));
  const details = (made.texts ?? []).map(prepareText);
  const { events, state } = withDetails(decideAll(made.commands, loaded.state, deciding), details, today);
  // What is written beside comes first: a letter's row points to its bytes.
  await made.beside?.(tx, who.landlordId);
  const appended = appendEvents(tx, {
    landlordId: who.landlordId,
    ...{ caseId: ask.caseId, expectedVersion: loaded.state.version, events },
    actor: ask.machine === undefined ? `person:${who.personId}` : `machine:${ask.machine}`,
    recordedAt: now,
    packHash: loaded.hash,
    ...(loaded.lastHash === null ? {} : { lastHash: loaded.lastHash }),
  });
  const { version } = state;
  const [stored] = await Promise.all([
    appended,
    storePrepared(tx, who.landlordId, [...texts, ...details]),
    writeCase(tx, { landlordId: who.landlordId, caseId: ask.caseId }, loaded, state, wordsIn(events, texts), now),
    closeReceipt(tx, command, { caseId: ask.caseId, version }),
    ask.draft === undefined ? undefined : discardDrafts(tx, who.landlordId, who.personId, ask.draft),
  ]);
  if (stored.kind === 'version-conflict') throw new NotDone('conflict');
  if (stored.version !== version)
    throw new Error(`${ask.caseId} was stored at ${stored.version}, decided at ${version}.`);
  return { kind: 'done', caseId: ask.caseId, version, again: false };
}

/** The case by the calendar as it is: where a change of it has not come to this case yet, that is done first. */
async function recounted(
  app: Application,
  tx: Tx,
  landlordId: string,
  caseId: string,
  found: LoadedCase,
): Promise<LoadedCase> {
  if (found.landlord.calendarRevision === 0 || found.state.version === 0) return found;
  const moved = await recountFirst(app, tx, landlordId, caseId);
  return moved ? loadCase(app, tx, landlordId, caseId) : found;
}

function asList(made: Made): { commands: readonly Command[]; texts?: readonly NewText[]; beside?: Beside } {
  if ('refusal' in made) throw new NotDone({ kind: 'refused', refusal: made.refusal });
  if ('commands' in made) return made;
  return { commands: isCommandList(made) ? made : [made] };
}

/** Each command is decided on what the ones before it made of the case; the first refusal refuses all. */
function decideAll(
  commands: readonly Command[],
  before: CaseState,
  deciding: Deciding,
): { events: ComplaintEvent[]; state: CaseState } {
  const events: ComplaintEvent[] = [];
  let state = before;
  for (const command of commands) {
    const decision = decide(command, state, deciding);
    if ('refusal' in decision) throw new NotDone({ kind: 'refused', refusal: decision.refusal });
    events.push(...decision.events);
    state = decision.events.reduce(evolve, state);
  }
  return { events, state };
}

/** Names and ways to reach people are proved by an event of their own, in the same append. */
function withDetails(
  decided: Pick<ReturnType<typeof decideAll>, 'events' | 'state'>,
  details: readonly PreparedText[],
  today: LocalDate,
): typeof decided {
  const kept = detailsKept(detailsNamed(details), today);
  return { events: [...decided.events, ...kept], state: kept.reduce(evolve, decided.state) };
}

/** What people did to the case since the form was shown. What machines did makes nobody's save stale. */
function changesSince(events: readonly StoredEvent[], versionSeen: number | null): readonly StoredEvent[] {
  if (versionSeen === null) return [];
  return events.filter(event => event.version > versionSeen && !event.actor.startsWith('machine:'));
}

/** The new words in the order in which the events name them. */
function wordsIn(events: readonly ComplaintEvent[], texts: readonly PreparedText[]): string[] {
  const byId = new Map(texts.map(text => [text.reference.textId, text.value]));
  return textIdsIn(events).flatMap(id => byId.get(id) ?? []);
}

function actorFacts(loaded: LoadedCase, who: Viewer): PersonFacts {
  return (
    loaded.people[who.personId] ?? {
      personId: who.personId,
      name: who.name,
      roles: who.roles,
      managerId: null,
      active: true,
    }
  );
}

/** What the first press came to. Where that made a case, it is not the one the second press drew an id for. */
function doneBefore(result: JsonValue, caseId: string): { caseId: string; version: number } {
  if (typeof result !== 'object' || result === null || !('version' in result)) return { caseId, version: 0 };
  const first = 'caseId' in result ? result['caseId'] : caseId;
  return { caseId: typeof first === 'string' ? first : caseId, version: Number(result['version']) };
}
