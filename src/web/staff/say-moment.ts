import { type Instant, londonDateOf, londonTimeOf, sayShortDate } from '../../domain/calendar/dates.ts';

/** A moment as London's clocks showed it: "4 Nov 2026, 10:05". */
export function sayMoment(instant: Instant): string {
  return `${sayShortDate(londonDateOf(instant))}, ${londonTimeOf(instant)}`;
}
