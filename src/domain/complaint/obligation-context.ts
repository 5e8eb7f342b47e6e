import type { LocalDate } from '../calendar/dates.ts';
import type { Calendar } from '../calendar/working-days.ts';
import type { Policy } from '../policy/policy.ts';
import type { ClockRules } from './clock-rules.ts';

/** What obligations are derived with besides the case: the policy it is under, the Code, both's clocks, and the calendar. */
export type ObligationContext = {
  policy: Policy;
  code: Policy;
  rules: ClockRules;
  calendar: Calendar;
  /** The calendars before it, the oldest first: what was settled while one of them held stays counted by it (R11). */
  earlierCalendars?: readonly EarlierCalendar[];
};

/** `until`: the London day on which `next`, the revision after it, was made. */
export type EarlierCalendar = { calendar: Calendar; until: LocalDate; next: number };
