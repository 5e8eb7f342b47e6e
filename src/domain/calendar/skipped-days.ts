import { addDays, epochDay, isWeekendDay, type LocalDate } from './dates.ts';
import type { Calendar, Closure, Holiday } from './working-days.ts';

export type SkippedDay = { readonly date: LocalDate; readonly why: string };

/** The non-working days after the start up to and including the end, each with why: `weekend`, or the holiday's title and note. */
export function skippedDays(calendar: Calendar, start: LocalDate, end: LocalDate): readonly SkippedDay[] {
  const skipped: SkippedDay[] = [];
  for (let date = addDays(start, 1); date <= end; date = addDays(date, 1)) {
    const holiday = isWeekendDay(epochDay(date)) ? undefined : holidayOn(calendar, date);
    if (holiday !== undefined) skipped.push({ date, why: sayHoliday(holiday) });
    else if (isWeekendDay(epochDay(date))) skipped.push({ date, why: 'weekend' });
  }
  return skipped;
}

/** The landlord's closures among the days after the start up to and including the end: to be shown, never counted [R4]. */
export function closuresBetween(calendar: Calendar, start: LocalDate, end: LocalDate): readonly Closure[] {
  return calendar.closures.filter(closure => closure.date > start && closure.date <= end);
}

/** The bank holiday on that date, if it is one. */
export function holidayOn(calendar: Calendar, date: LocalDate): Holiday | undefined {
  return calendar.holidays.find(holiday => holiday.date === date);
}

function sayHoliday(holiday: Holiday): string {
  return holiday.notes === '' ? holiday.title : `${holiday.title} (${holiday.notes.toLowerCase()})`;
}
