import { fromEpochDay, type LocalDate, sayDate } from './dates.ts';
import { holidayOn } from './skipped-days.ts';
import {
  addWorkingDays,
  BeyondCalendar,
  type Calendar,
  covers,
  type Holiday,
  makeCalendar,
  type NonWorkingStart,
} from './working-days.ts';

/** A new revision of the calendar, or the sentence that says why there is none. */
export type Revised = { readonly calendar: Calendar } | { readonly refused: string };

/** A working-day clock as the calendar sees it: what it counts from, and how far. */
export type WorkingDayClock = {
  readonly start: LocalDate;
  readonly days: number;
  readonly nonWorkingStart?: NonWorkingStart;
};

/** The calendar with one more holiday, as its next revision. A holiday at a weekend is allowed and moves nothing. */
export function withHoliday(calendar: Calendar, holiday: Holiday): Revised {
  const known = holidayOn(calendar, holiday.date);
  if (known !== undefined) return { refused: `${sayDate(holiday.date)} is already a holiday: ${known.title}.` };
  if (!covers(calendar, holiday.date)) return { refused: new BeyondCalendar(calendar).message };
  if (holiday.title.trim() === '')
    return { refused: 'Give the holiday a name, so that people can see why dates moved.' };
  return revise(calendar, [...calendar.holidays, holiday]);
}

/** The calendar without the holiday of that date, as its next revision. */
export function withoutHoliday(calendar: Calendar, date: LocalDate): Revised {
  if (holidayOn(calendar, date) === undefined)
    return { refused: `${sayDate(date)} is not a holiday in this calendar.` };
  return revise(
    calendar,
    calendar.holidays.filter(holiday => holiday.date !== date),
  );
}

/**
 * The days that work under one revision and not under the other, over the days both know, in order. A working-day clock can
 * move only if one of them lies after its start and not after the later of its two ends: the index query asks for those.
 */
export function changedDays(before: Calendar, after: Calendar): readonly LocalDate[] {
  const first = Math.max(before.firstDay, after.firstDay);
  const last = Math.min(lastDay(before), lastDay(after));
  const changed: LocalDate[] = [];
  for (let day = first; day <= last; day += 1) {
    if (worksOn(before, day) !== worksOn(after, day)) changed.push(fromEpochDay(day));
  }
  return changed;
}

/** The due date under both revisions where it differs; null where the clock does not move. Throws `BeyondCalendar`. */
export function dateMoved(
  before: Calendar,
  after: Calendar,
  clock: WorkingDayClock,
): { readonly from: LocalDate; readonly to: LocalDate } | null {
  const from = addWorkingDays(before, clock.start, clock.days, clock.nonWorkingStart);
  const to = addWorkingDays(after, clock.start, clock.days, clock.nonWorkingStart);
  return from === to ? null : { from, to };
}

function revise(calendar: Calendar, holidays: readonly Holiday[]): Revised {
  return { calendar: makeCalendar({ ...calendar, revision: calendar.revision + 1, holidays }) };
}

function lastDay(calendar: Calendar): number {
  return calendar.firstDay + calendar.workingUpTo.length - 1;
}

function worksOn(calendar: Calendar, day: number): boolean {
  const place = day - calendar.firstDay;
  return (calendar.workingUpTo[place] ?? 0) > (calendar.workingUpTo[place - 1] ?? 0);
}
