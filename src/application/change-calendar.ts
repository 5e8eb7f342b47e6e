/**
 * Changing a landlord's calendar (R11): the next numbered revision, one event of the landlord's, a note on each case that moved, and
 * all derived rows, in one transaction.
 */
import { randomUUIDv7 } from 'node:crypto';
import type { CalendarChange } from '../domain/calendar/change.ts';
import { BeyondCalendar, type Calendar } from '../domain/calendar/working-days.ts';
import { movedDates } from '../domain/complaint/moved-dates.ts';
import { addCalendarRevision, lockCalendar } from '../storage/calendar-revisions.ts';
import { recordsDueSince } from '../storage/dissatisfaction.ts';
import { appendEvents, lockStream } from '../storage/events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { closeReceipt, openReceipt } from '../storage/receipts.ts';
import type { JsonValue } from '../storage/tables.ts';
import { actOnMany, actWithin } from './act.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import { loadLandlord } from './landlord.ts';
import { loadCase } from './load-case.ts';
import { allowedCalendar, type NotChanged } from './preview-calendar.ts';
import { casesAcross } from './queries/calendar-cases.ts';
import { rebuildRecord } from './rebuild.ts';
import { writeCase } from './write-case.ts';

/** `cases`: how many have a note of it. `changed`: somebody else changed the calendar, or this form was sent before. */
export type CalendarOutcome = { kind: 'done'; cases: number } | { kind: 'changed' } | NotChanged;

export type CalendarAsk = {
  change: CalendarChange;
  /** Who announced it, or why the day is a working day after all. */
  reason: string;
  /** The landlord's revision that the preview was made from. */
  revisionSeen: number;
  commandId: string;
};

/** Carries an outcome out of the transaction that is to be rolled back. */
class NotDone extends Error {
  readonly outcome: CalendarOutcome;
  constructor(outcome: CalendarOutcome) {
    super('not done');
    this.outcome = outcome;
  }
}

/** Does the change. Pressed twice it is done once; where the calendar was changed since it was looked at, nothing is done. */
export async function changeCalendar(app: Application, who: Viewer, ask: CalendarAsk): Promise<CalendarOutcome> {
  try {
    return await actOnMany(app, who.landlordId, tx => changeWithin(app, tx, who, ask));
  } catch (error) {
    if (error instanceof NotDone) return error.outcome;
    if (error instanceof BeyondCalendar) return { kind: 'refused', sentence: error.message };
    throw error;
  }
}

async function changeWithin(app: Application, tx: Tx, who: Viewer, ask: CalendarAsk): Promise<CalendarOutcome> {
  const { landlordId } = who;
  const { change, reason, commandId } = ask;
  const payload = { act: 'change-calendar', ...change, reason };
  const command = { landlordId, commandId, payload, receivedAt: timeNow(app).now };
  const receipt = await openReceipt(tx, command);
  if (receipt.kind === 'same') return { kind: 'done', cases: casesOf(receipt.result) };
  if (receipt.kind === 'other') throw new NotDone({ kind: 'changed' });

  await lockCalendar(tx, landlordId);
  const landlord = await loadLandlord(app, tx, landlordId);
  if (landlord.calendarRevision !== ask.revisionSeen) throw new NotDone({ kind: 'changed' });
  const after = await allowedCalendar(app, tx, landlord, change);
  if ('refused' in after) throw new NotDone({ kind: 'refused', sentence: after.refused });
  const revision = await addRevision(app, tx, who, ask, after.calendar);
  try {
    const cases = await moveCases(app, tx, who, landlord.calendar, ask);
    await closeReceipt(tx, command, { revision, cases });
    return { kind: 'done', cases };
  } catch (error) {
    app.calendars.forget(landlordId, revision);
    throw error;
  }
}

function casesOf(result: JsonValue): number {
  return typeof result === 'object' && result !== null && 'cases' in result ? Number(result['cases']) : 0;
}

/** Stores the revision, and tells of it in the landlord's own stream, whose id is the landlord's. */
async function addRevision(
  app: Application,
  tx: Tx,
  { landlordId, personId }: Viewer,
  { change, reason }: CalendarAsk,
  calendar: Calendar,
): Promise<number> {
  const { now, today } = timeNow(app);
  const actor = `person:${personId}`;
  const { from: firstOn, to: lastOn, source, holidays } = calendar;
  const added = { firstOn, lastOn, source, reason, actor, recordedAt: now, holidays };
  const revision = await addCalendarRevision(tx, landlordId, added);
  const expectedVersion = await lockStream(tx, landlordId, landlordId);
  const event = { type: 'CalendarChanged', schema: 1, occurredOn: today, body: { revision, ...change } };
  const append = { landlordId, caseId: landlordId, expectedVersion, events: [event] };
  const stored = await appendEvents(tx, { ...append, actor, recordedAt: now, packHash: null });
  if (stored.kind !== 'appended') throw new Error(`The calendar of ${landlordId} was being changed by somebody else.`);
  return revision;
}

/** Each case with something counted over the day: a note where an open date moved, and its rows by the new calendar. */
async function moveCases(
  app: Application,
  tx: Tx,
  who: Viewer,
  before: Calendar,
  { change }: CalendarAsk,
): Promise<number> {
  let moved = 0;
  for (const caseId of await casesAcross(tx, who.landlordId, change.date)) {
    await lockStream(tx, who.landlordId, caseId);
    if (await moveCase(app, tx, who, before, caseId)) moved += 1;
  }
  // What is owed on dissatisfaction is told to nobody as a date: its rows follow the calendar without a note.
  for (const recordId of await recordsDueSince(tx, who.landlordId, change.date)) {
    await lockStream(tx, who.landlordId, recordId);
    await rebuildRecord(app, tx, who.landlordId, recordId);
  }
  return moved;
}

async function moveCase(app: Application, tx: Tx, who: Viewer, before: Calendar, caseId: string): Promise<boolean> {
  const { landlordId } = who;
  const loaded = await loadCase(app, tx, landlordId, caseId);
  const { calendar, calendarRevision } = loaded.landlord;
  const moved = movedDates(loaded.state, loaded.context, before, calendar).map(one => ({
    obligationId: one.obligationId,
    from: one.from,
    to: one.to,
  }));
  if (moved.length === 0) {
    const changedAt = loaded.events.at(-1)?.recordedAt ?? timeNow(app).now;
    await writeCase(tx, { landlordId, caseId }, loaded, loaded.state, [], changedAt);
    return false;
  }
  const ask = { caseId, versionSeen: null, commandId: randomUUIDv7(), payload: {}, machine: 'calendar' };
  await actWithin(app, tx, who, ask, () => ({ type: 'RecalculateDates', calendarRevision, moved }));
  return true;
}
