/**
 * Work goes from one person to others in one act: each complaint, promise and question by its own command, so that each is
 * decided by its own rules at that moment; then what went and what stayed is written into the stream of whoever had it. A press that
 * broke off is gone on with by pressing again: what went the first time is found by its receipt.
 */
import { createHash, randomUUID } from 'node:crypto';
import { holds } from '../domain/access/permissions.ts';
import type { Command } from '../domain/complaint/commands.ts';
import type { TextRef } from '../domain/complaint/events.ts';
import { sayRefusal } from '../domain/complaint/refusals.ts';
import type { HeldThing, StaffEvent } from '../domain/staff/events.ts';
import { evolveStaff } from '../domain/staff/record.ts';
import { holdCalendar } from '../storage/calendar-revisions.ts';
import { isReceived } from '../storage/receipts.ts';
import type { JsonValue } from '../storage/tables.ts';
import { act } from './act.ts';
import type { Application, Viewer } from './application.ts';
import { loadLandlord } from './landlord.ts';
import { allOrNothing, oneAct, type SentForm } from './one-act.ts';
import { keyOf } from './queries/held-work.ts';
import type { Reading } from './reading.ts';
import { inSentences, RefusedInWords, type SaidNo } from './said-no.ts';
import { loadStaffRecord, writeStaffRecord } from './staff-record.ts';

/** One thing and to whom it goes; null: it stays, with the reason where there is one. */
export type ToHandOver = { thing: HeldThing; to: string | null; because: string | null; clause: string | null };

export type HandOverAsk = { from: string; reason: string; things: readonly ToHandOver[]; form: SentForm };

type Stayed = Extract<StaffEvent, { type: 'WorkHandedOver' }>['body']['stayed'][number];
type Moved = Extract<StaffEvent, { type: 'WorkHandedOver' }>['body']['moved'][number];

/** Hands the things over and records what came of each. */
export async function handWorkOver(
  app: Application,
  who: Viewer,
  ask: HandOverAsk,
): Promise<{ kind: 'done'; handOverId: string } | SaidNo> {
  const moved: Moved[] = [];
  const stayed: Stayed[] = [];
  for (const { thing, to, because, clause } of ask.things) {
    const why = to === null ? { because: because ?? 'left where it is', clause } : await move(app, who, ask, thing, to);
    if (why === null && to !== null) moved.push({ thing, to });
    else if (why !== null) stayed.push({ thing, ...why });
  }
  return writeDown(app, who, ask, moved, stayed);
}

/** Whether this form has been sent and done before: then there is nothing left to choose, and its result is asked for with nothing to move. */
export function isSecondPress(tx: Reading, { landlordId }: Viewer, commandId: string): Promise<boolean> {
  return isReceived(tx, landlordId, commandId);
}

/** What is said of a record that is no complaint: it is not handed over yet, and so is shown as staying. */
export const recordsStay = 'whoever recorded it follows it; ask somebody who sees all records to go on with it';

/** Moves one thing; why it stayed, or null where it went. */
async function move(
  app: Application,
  who: Viewer,
  { reason, form }: HandOverAsk,
  thing: HeldThing,
  to: string,
): Promise<Omit<Stayed, 'thing'> | null> {
  const own = {
    commandId: ownId(form.commandId, thing),
    payload: { act: 'hand-over-work', to, thing: keyOf(thing), reason },
  };
  if (thing.kind === 'record') return { because: recordsStay, clause: null };
  const outcome = await act(app, who, { ...own, caseId: thing.caseId, versionSeen: null }, ({ keep }) =>
    commandFor(thing, to, keep(reason, 'assignment')),
  );
  if (outcome.kind === 'done') return null;
  if (outcome.kind === 'refused') return { because: sayRefusal(outcome.refusal).why, clause: null };
  return { because: 'somebody else changed it meanwhile', clause: null };
}

function commandFor(thing: Exclude<HeldThing, { kind: 'record' }>, to: string, reason: TextRef): Command {
  if (thing.kind === 'complaint') return { type: 'HandOver', stage: thing.stage, personId: to, reason };
  if (thing.kind === 'promise') return { type: 'HandOverAction', actionId: thing.actionId, to, reason };
  return { type: 'HandOverInformation', requestId: thing.requestId, to, reason };
}

/** The id of the command for one thing of a form: the same each time the form is sent. */
function ownId(commandId: string, thing: HeldThing): string {
  const hex = createHash('sha256')
    .update(`${commandId} ${keyOf(thing)}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

function writeDown(
  app: Application,
  who: Viewer,
  { from, reason, form }: HandOverAsk,
  moved: Moved[],
  stayed: Stayed[],
): Promise<{ kind: 'done'; handOverId: string } | SaidNo> {
  const { landlordId, personId } = who;
  const outcome = allOrNothing(app, landlordId, async tx => {
    const { result } = await oneAct(
      app,
      tx,
      who,
      { ...form, streamId: from, versionSeen: null },
      {
        calendar: holdCalendar,
        load: async () => {
          const [landlord, loaded] = await Promise.all([
            loadLandlord(app, tx, landlordId),
            loadStaffRecord(tx, landlordId, from),
          ]);
          return { landlord, ...loaded };
        },
        decide: ({ landlord, record }, { keep, today }) => {
          if (!holds(who.roles, 'assign', landlord.policy))
            throw new RefusedInWords('Work is handed over by whoever hands it out.');
          const handOverId = randomUUID();
          const event: StaffEvent = {
            type: 'WorkHandedOver',
            schema: 1,
            occurredOn: today,
            body: { handOverId, reason: keep(reason, 'assignment'), moved, stayed, by: personId },
          };
          const rows = () => writeStaffRecord(tx, { landlordId, personId: from }, record, evolveStaff(record, event));
          return { events: [event], packHash: landlord.hash, rows, result: { handOverId } };
        },
      },
    );
    return { kind: 'done', handOverId: textIn(result, 'handOverId') } as const;
  });
  return inSentences(outcome);
}

function textIn(result: JsonValue, name: string): string {
  if (typeof result !== 'object' || result === null) return '';
  const value = Object.entries(result).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}
