/**
 * The one way anything happens to a complaint: its events are loaded, the domain decides, and the derived rows follow. Receipt, stale
 * forms, appending and trying again are those of every stream (`one-act.ts`).
 */

import type { LocalDate } from '../domain/calendar/dates.ts';
import type { Command } from '../domain/complaint/commands.ts';
import { decide } from '../domain/complaint/decide.ts';
import type { Deciding } from '../domain/complaint/deciding.ts';
import type { ComplaintEvent } from '../domain/complaint/events.ts';
import { evolve } from '../domain/complaint/evolve.ts';
import { detailsKept } from '../domain/complaint/person-details.ts';
import type { Refusal } from '../domain/complaint/refusals.ts';
import { textIdsIn } from '../domain/complaint/text-ids.ts';
import { holdCalendar } from '../storage/calendar-revisions.ts';
import { detailsNamed } from '../storage/cases/residents.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { type NewText, type PreparedText, prepareText } from '../storage/personal-text.ts';
import type { Application, Viewer } from './application.ts';
import { isCommandList } from './command-list.ts';
import { actorAmong } from './landlord.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import {
  type AskOfStream,
  allOrNothing,
  type Decided,
  type Doing,
  decideEach,
  NotDone,
  oneAct,
  type WhyNot,
} from './one-act.ts';
import { recountFirst } from './recount-dates.ts';
import { writeCase } from './write-case.ts';

export type Ask = Omit<AskOfStream, 'streamId'> & {
  caseId: string;
  /** Of a case that has only just got its id: the day it was received, whose policy it keeps (MGL-45). */
  receivedOn?: LocalDate;
};

/** Everything an act may ask for while it is being made: the case as it is now, and who is asking. */
export type Making = Pick<Doing, 'keep' | 'now'> & { loaded: LoadedCase; deciding: Deciding };

/** What comes of asking: done, refused in words, or told what happened meanwhile. */
export type Outcome = Done | WhyNot;

export type Done = { kind: 'done'; caseId: string; version: number; again: boolean };

/** More to write in the same transaction, such as a letter's bytes. */
export type Beside = (tx: Tx, landlordId: string) => Promise<void>;

/** Words that are kept already, in another stream, and that an event of this one names too. */
export type KnownWords = Pick<PreparedText, 'reference' | 'value'>;

/** What an act asks for: commands in their order, details of people and what else is to be written with them, or why there is nothing to ask for. */
export type Made =
  | Command
  | readonly Command[]
  | { refusal: Refusal }
  | { commands: readonly Command[]; texts?: readonly NewText[]; beside?: Beside; known?: readonly KnownWords[] };

/** Makes the commands. `tx` is for what has to be looked up or written first, such as a new home; pages do not need it. */
export type Make = (making: Making, tx: Tx) => Made | Promise<Made>;

/** Does an act on a complaint. Retries when a machine or another person was quicker and nothing the form showed has changed. */
export function act(app: Application, who: Viewer, ask: Ask, make: Make): Promise<Outcome> {
  return allOrNothing(app, who.landlordId, tx => actWithin(app, tx, who, ask, make));
}

/**
 * Does an act within the transaction of another, for what is one thing to people but touches two cases. Whatever keeps it from
 * being done ends the other act in the same way.
 */
export async function actWithin(
  app: Application,
  tx: Tx,
  who: Viewer,
  { caseId, receivedOn, ...ask }: Ask,
  make: Make,
): Promise<Done> {
  const { landlordId } = who;
  const { version, again, streamId } = await oneAct(
    app,
    tx,
    who,
    { ...ask, streamId: caseId },
    {
      calendar: holdCalendar,
      load: async () => recounted(app, tx, landlordId, caseId, await loadCase(app, tx, landlordId, caseId, receivedOn)),
      decide: (loaded, doing) => decideOnCase(tx, who, caseId, loaded, doing, make),
    },
  );
  return { kind: 'done', caseId: streamId, version, again };
}

async function decideOnCase(
  tx: Tx,
  who: Viewer,
  caseId: string,
  loaded: LoadedCase,
  { keep, kept, now, today }: Doing,
  make: Make,
): Promise<Decided> {
  const { landlordId } = who;
  const { context, people, hash } = loaded;
  const deciding: Deciding = { ...context, today, actor: actorAmong(people, who), people };
  const { commands, texts = [], beside, known = [] } = asList(await make({ keep, loaded, deciding, now }, tx));
  const details = texts.map(prepareText);
  // Names and ways to reach people are proved by an event of their own, in the same append.
  const { events, state } = decideEach<Command, LoadedCase['state'], ComplaintEvent>(commands, loaded.state, {
    decide: (command, before) => decide(command, before, deciding),
    evolve,
    also: detailsKept(detailsNamed(details), today),
  });
  return {
    ...{ events, packHash: hash, texts: details },
    before: async () => beside?.(tx, landlordId),
    rows: () => writeCase(tx, { landlordId, caseId }, loaded, state, wordsIn(events, [...kept, ...known]), now),
  };
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

function asList(made: Made): Exclude<Made, Command | readonly Command[] | { refusal: Refusal }> {
  if ('refusal' in made) throw new NotDone({ kind: 'refused', refusal: made.refusal });
  if ('commands' in made) return made;
  return { commands: isCommandList(made) ? made : [made] };
}

/** The new words in the order in which the events name them. */
function wordsIn(events: readonly ComplaintEvent[], texts: readonly KnownWords[]): string[] {
  const byId = new Map(texts.map(text => [text.reference.textId, text.value]));
  return textIdsIn(events).flatMap(id => byId.get(id) ?? []);
}
