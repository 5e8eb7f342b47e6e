import { epochDay, fromEpochDay, isWeekendDay, type LocalDate } from './dates.ts';
import { type Calendar, type Closure, covers, type Holiday, type SkippedDay } from './working-days.ts';

/** The non-working days after the start up to and including the end, each with why. Beyond the data only weekends are known. */
export function skippedDays(calendar: Calendar, start: LocalDate, end: LocalDate): readonly SkippedDay[] {
  if (!covers(calendar, start) || !covers(calendar, end)) return skippedBeyond(calendar, start, end);
  return calendar.skipped.slice(skippedUpTo(calendar, start), skippedUpTo(calendar, end));
}

/** The landlord's closures among the days after the start up to and including the end: to be shown, never counted [R4]. */
export function closuresBetween(calendar: Calendar, start: LocalDate, end: LocalDate): readonly Closure[] {
  return calendar.closures.filter(closure => closure.date > start && closure.date <= end);
}

/** The bank holiday on that date, if it is one. */
export function holidayOn(calendar: Calendar, date: LocalDate): Holiday | undefined {
  return calendar.holidays.find(holiday => holiday.date === date);
}

/** How many non-working days there are from the calendar's first day up to and including the date. */
function skippedUpTo(calendar: Calendar, date: LocalDate): number {
  const place = epochDay(date) - calendar.firstDay;
  return place + 1 - (calendar.workingUpTo[place] ?? 0);
}

function skippedBeyond(calendar: Calendar, start: LocalDate, end: LocalDate): readonly SkippedDay[] {
  const known = calendar.skipped.filter(({ date }) => date > start && date <= end);
  for (let day = epochDay(start) + 1; day <= epochDay(end); day += 1) {
    const date = fromEpochDay(day);
    if (isWeekendDay(day) && !covers(calendar, date)) known.push({ date, why: 'weekend' });
  }
  return known.sort((a, b) => epochDay(a.date) - epochDay(b.date));
}
