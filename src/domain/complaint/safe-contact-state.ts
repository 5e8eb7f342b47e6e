import type { LocalDate } from '../calendar/dates.ts';
import type { PersonId, TextRef } from './events.ts';
import type { ContactLimit } from './resident-events.ts';

/** What holds for reaching somebody, and why (R60). */
export type SafeContact = {
  personId: PersonId;
  limits: readonly ContactLimit[];
  onlyEmail: TextRef | null;
  reason: TextRef;
  on: LocalDate;
};
