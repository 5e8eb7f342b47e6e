/** Adding a holiday or taking one away: what the calendar becomes, or why it may not be changed so (R11). */
import { epochDay, isWeekendDay, type LocalDate, sayDate, weekday } from './dates.ts';
import { extendedCalendar, type NamedDay } from './extend.ts';
import { type Revised, withHoliday, withoutHoliday } from './revisions.ts';
import { BeyondCalendar, type Calendar, covers } from './working-days.ts';

export type CalendarChange =
  | { readonly kind: 'add'; readonly date: LocalDate; readonly title: string }
  | { readonly kind: 'remove'; readonly date: LocalDate }
  /** The years to come: `date` is the first day that was not known before. */
  | { readonly kind: 'extend'; readonly date: LocalDate; readonly holidays: readonly NamedDay[] };

/**
 * The calendar's next revision. A weekend is no working day as it is. A day that has come cannot be taken away: whoever was
 * not at work on it would be late without having been told.
 */
export function changedCalendar(calendar: Calendar, change: CalendarChange, today: LocalDate): Revised {
  const { date } = change;
  if (change.kind === 'add') return added(calendar, date, change.title);
  if (change.kind === 'extend') return extendedCalendar(calendar, change.holidays);
  const revised = withoutHoliday(calendar, date);
  if ('refused' in revised || date > today) return revised;
  const sentence = `${sayDate(date)} has come already. Dates were counted without it, and nobody may be late for that now, so it stays.`;
  return { refused: sentence };
}

function added(calendar: Calendar, date: LocalDate, title: string): Revised {
  if (!covers(calendar, date)) return { refused: new BeyondCalendar(calendar).message };
  if (!isWeekendDay(epochDay(date))) return withHoliday(calendar, { date, title, notes: '' });
  const refused = `${sayDate(date)} is a ${weekday(date)}, which is no working day as it is. Give the weekday that is taken off for it.`;
  return { refused };
}
