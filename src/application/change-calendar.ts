/**
 * Changing a landlord's calendar (R11): the next numbered revision, one event of the landlord's, and the cases it may touch, in one
 * short transaction. Those are then counted anew in batches (`recount-dates.ts`).
 */
import type { CalendarChange } from '../domain/calendar/change.ts';
import { BeyondCalendar, type Calendar } from '../domain/calendar/working-days.ts';
import type { CalendarChanged } from '../domain/landlord/events.ts';
import { queueRecounts } from '../storage/calendar-recounts.ts';
import { addCalendarRevision } from '../storage/calendar-revisions.ts';
import { inLandlord, type Tx } from '../storage/landlord-transaction.ts';
import type { JsonValue } from '../storage/tables.ts';
import { actOnLandlord, type LandlordOutcome } from './act-on-landlord.ts';
import type { Application, Viewer } from './application.ts';
import { type Doing, NotDone } from './one-act.ts';
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

/** Does the change. Pressed twice it is done once; where the calendar was changed since it was looked at, nothing is done. */
export async function changeCalendar(app: Application, who: Viewer, ask: CalendarAsk): Promise<CalendarOutcome> {
  const { landlordId } = who;
  const outcome = await changeUnlessBeyond(app, who, ask);
  if (outcome.kind === 'refused') return outcome;
  if (outcome.kind !== 'done') return { kind: 'changed' };
  await recountLandlord(app, landlordId, batchesAtOnce);
  const revision = revisionOf(outcome.result);
  const progress = await inLandlord(app.database, landlordId, tx => calendarProgress(tx, landlordId, revision));
  return { kind: 'done', ...progress };
}

function revisionOf(result: JsonValue): number {
  return typeof result === 'object' && result !== null && 'revision' in result ? Number(result['revision']) : 0;
}

async function changeUnlessBeyond(app: Application, who: Viewer, ask: CalendarAsk): Promise<LandlordOutcome> {
  const { landlordId } = who;
  const { change, reason, commandId } = ask;
  const form = { commandId, payload: { act: 'change-calendar', ...change, reason } };
  try {
    return await actOnLandlord(app, who, form, async ({ landlord, tx }, doing) => {
      if (landlord.calendarRevision !== ask.revisionSeen) throw new NotDone({ kind: 'changed', since: [] });
      const after = await allowedCalendar(app, tx, landlord, change);
      if ('refused' in after) return after;
      const revision = await addRevision(app, tx, who, ask, after.calendar, doing);
      const numbers = { fromRevision: landlord.calendarRevision, revision };
      await queueRecounts(tx, landlordId, numbers, candidatesStatement(landlordId, change.date));
      const body = { revision, ...change, reason: doing.keep(reason, 'calendar-change') };
      const event: CalendarChanged = { type: 'CalendarChanged', schema: 1, occurredOn: doing.today, body };
      return { events: [event], packHash: null, result: { revision } };
    });
  } catch (error) {
    if (error instanceof BeyondCalendar) return { kind: 'refused', sentence: error.message };
    throw error;
  }
}

function addRevision(
  app: Application,
  tx: Tx,
  { landlordId, personId }: Viewer,
  { reason }: CalendarAsk,
  { from: firstOn, to: lastOn, source, holidays }: Calendar,
  { now }: Doing,
): Promise<number> {
  const actor = `person:${personId}`;
  const added = { firstOn, lastOn, source, reason, actor, recordedAt: now, holidays };
  return addCalendarRevision(tx, landlordId, app.calendars.shipped.revision, added);
}
