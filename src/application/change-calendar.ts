/**
 * Changing a landlord's calendar (R11): the next numbered revision, one event of the landlord's, and the cases it may touch, in one
 * short transaction. Those are then counted anew in batches (`recount-dates.ts`).
 */
import type { CalendarChange } from '../domain/calendar/change.ts';
import { BeyondCalendar, type Calendar } from '../domain/calendar/working-days.ts';
import type { CalendarChanged } from '../domain/landlord/events.ts';
import { queueRecounts } from '../storage/calendar-recounts.ts';
import { addCalendarRevision, lockCalendar } from '../storage/calendar-revisions.ts';
import { appendEvents, lockStream } from '../storage/events.ts';
import { inLandlord, type Tx } from '../storage/landlord-transaction.ts';
import { prepareText, storePrepared } from '../storage/personal-text.ts';
import { closeReceipt, openReceipt } from '../storage/receipts.ts';
import type { JsonValue } from '../storage/tables.ts';
import { actOnMany } from './act.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import { loadLandlord } from './landlord.ts';
import { allowedCalendar, type NotChanged } from './preview-calendar.ts';
import { candidatesStatement } from './queries/calendar-cases.ts';
import { calendarProgress, type RecountProgress, recountLandlord } from './recount-dates.ts';

/**
 * `moved`: how many cases have a note of it; `waiting`: how many are still to be counted, which goes on by itself. `changed`: somebody
 * else changed the calendar, or this form was sent before.
 */
export type CalendarOutcome = ({ kind: 'done' } & RecountProgress) | { kind: 'changed' } | NotChanged;

/** So many batches are done while the person waits; the job does the rest. */
const batchesAtOnce = 4;

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
  const { landlordId } = who;
  try {
    const revision = await actOnMany(app, landlordId, tx => changeWithin(app, tx, who, ask));
    await recountLandlord(app, landlordId, batchesAtOnce);
    const progress = await inLandlord(app.database, landlordId, tx => calendarProgress(tx, landlordId, revision));
    return { kind: 'done', ...progress };
  } catch (error) {
    if (error instanceof NotDone) return error.outcome;
    if (error instanceof BeyondCalendar) return { kind: 'refused', sentence: error.message };
    throw error;
  }
}

async function changeWithin(app: Application, tx: Tx, who: Viewer, ask: CalendarAsk): Promise<number> {
  const { landlordId } = who;
  const { change, reason, commandId } = ask;
  const payload = { act: 'change-calendar', ...change, reason };
  const command = { landlordId, commandId, payload, receivedAt: timeNow(app).now };
  const receipt = await openReceipt(tx, command);
  if (receipt.kind === 'same') return revisionOf(receipt.result);
  if (receipt.kind === 'other') throw new NotDone({ kind: 'changed' });

  await lockCalendar(tx, landlordId);
  const landlord = await loadLandlord(app, tx, landlordId);
  if (landlord.calendarRevision !== ask.revisionSeen) throw new NotDone({ kind: 'changed' });
  const after = await allowedCalendar(app, tx, landlord, change);
  if ('refused' in after) throw new NotDone({ kind: 'refused', sentence: after.refused });
  const revision = await addRevision(app, tx, who, ask, after.calendar);
  const numbers = { fromRevision: landlord.calendarRevision, revision };
  await queueRecounts(tx, landlordId, numbers, candidatesStatement(landlordId, change.date));
  await closeReceipt(tx, command, { revision });
  return revision;
}

function revisionOf(result: JsonValue): number {
  return typeof result === 'object' && result !== null && 'revision' in result ? Number(result['revision']) : 0;
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
  const revision = await addCalendarRevision(tx, landlordId, app.calendars.shipped.revision, added);
  const expectedVersion = await lockStream(tx, landlordId, landlordId);
  const text = prepareText({ subject: landlordId, class: 'calendar-change', value: reason });
  const body = { revision, ...change, reason: text.reference };
  const event: CalendarChanged = { type: 'CalendarChanged', schema: 1, occurredOn: today, body };
  const append = { landlordId, caseId: landlordId, expectedVersion, events: [event] };
  const stored = await appendEvents(tx, { ...append, actor, recordedAt: now, packHash: null });
  if (stored.kind !== 'appended') throw new Error(`The calendar of ${landlordId} was being changed by somebody else.`);
  await storePrepared(tx, landlordId, [text]);
  return revision;
}
