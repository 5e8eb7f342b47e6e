import type { LocalDate } from '../calendar/dates.ts';
import { windowDay } from '../calendar/windows.ts';
import { addWorkingDays, type Calendar, type NonWorkingStart } from '../calendar/working-days.ts';
import type { Span } from '../policy/spans.ts';

/** The date a span after the start: working days by the calendar, the rest by their own rule (R4). Throws `BeyondCalendar`. */
export function plus(start: LocalDate, span: Span, calendar: Calendar, nonWorkingStart?: NonWorkingStart): LocalDate {
  if (span.unit === 'working-days') return addWorkingDays(calendar, start, span.value, nonWorkingStart);
  return windowDay(start, span, calendar);
}
