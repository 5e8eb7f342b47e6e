/** What a change of the calendar would do, before it is done (R11): every open case whose dates would move, from what to what. */

import { type Scope, seesWholeCase } from '../domain/access/scope.ts';
import { type CalendarChange, changedCalendar } from '../domain/calendar/change.ts';
import { sayDate } from '../domain/calendar/dates.ts';
import type { Revised } from '../domain/calendar/revisions.ts';
import { BeyondCalendar } from '../domain/calendar/working-days.ts';
import { type MovedDate, movedDates } from '../domain/complaint/moved-dates.ts';
import { sayNumber } from '../domain/say-number.ts';
import { residentDetails } from '../storage/cases/residents.ts';
import { type Application, timeNow } from './application.ts';
import type { Landlord } from './landlord.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { casesAcross, dutiesMetAcross } from './queries/calendar-cases.ts';
import type { Reading } from './reading.ts';

export type MovedCase = { reference: string; name: string; moved: readonly MovedDate[] };

/**
 * What a change would do. `hidden`: cases that move and that the viewer may not see. `beyond`: cases with a date counted over the day
 * that were not looked at here, because there are too many for a page.
 */
export type CalendarPreview =
  | { kind: 'moves'; cases: readonly MovedCase[]; hidden: number; beyond: number }
  | NotChanged;
export type NotChanged = { kind: 'refused'; sentence: string };

const mostLookedAt = 400;

/** Every open case whose dates would move, from what to what; or the sentence why the calendar cannot be changed so. */
export async function previewCalendar(
  app: Application,
  tx: Reading,
  landlord: Landlord,
  scope: Scope,
  change: CalendarChange,
): Promise<CalendarPreview> {
  const after = await allowedCalendar(app, tx, landlord, change);
  if ('refused' in after) return { kind: 'refused', sentence: after.refused };
  const { landlordId, calendar } = landlord;
  const moving: { loaded: LoadedCase; moved: MovedDate[] }[] = [];
  const found = await casesAcross(tx, landlordId, change.date, mostLookedAt);
  try {
    for (const caseId of found.ids) {
      const loaded = await loadCase(app, tx, landlordId, caseId);
      const moved = movedDates(loaded.state, loaded.context, calendar, after.calendar);
      if (moved.length > 0) moving.push({ loaded, moved });
    }
  } catch (error) {
    if (error instanceof BeyondCalendar) return { kind: 'refused', sentence: error.message };
    throw error;
  }
  const seen = moving.filter(({ loaded }) => seesWholeCase(scope, loaded.state));
  const ids = seen.flatMap(({ loaded }) => loaded.state.complainantId ?? []);
  const people = await residentDetails(tx, landlordId, ids);
  const cases = seen.map(({ loaded: { state }, moved }) => ({
    reference: state.reference,
    name: people.get(state.complainantId ?? '')?.name ?? 'Details removed',
    moved,
  }));
  return {
    kind: 'moves',
    cases: cases.toSorted(bySoonest),
    hidden: moving.length - seen.length,
    beyond: found.count - found.ids.length,
  };
}

function bySoonest(a: MovedCase, b: MovedCase): number {
  const key = ({ moved, reference }: MovedCase): string => `${moved[0]?.from ?? ''}${reference}`;
  return key(a).localeCompare(key(b));
}

/** The calendar as it would be. A day that has passed is not added where duties were met by dates counted over it. */
export async function allowedCalendar(
  app: Application,
  tx: Reading,
  { landlordId, calendar }: Landlord,
  change: CalendarChange,
): Promise<Revised> {
  const { today } = timeNow(app);
  const after = changedCalendar(calendar, change, today);
  if ('refused' in after || change.date >= today) return after;
  const met = await dutiesMetAcross(tx, landlordId, change.date);
  if (met === 0) return after;
  const duties = met === 1 ? 'One duty was' : `${sayNumber(met)} duties were`;
  const refused = `${sayDate(change.date)} has passed, and it was counted as a working day. ${duties} done by dates that counted it, and what is done is not judged anew.`;
  return { refused };
}
