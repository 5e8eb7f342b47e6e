/** What people ask about the person behind a complaint. Part of the closed list in `commands.ts`. */
import type { LocalDate } from '../calendar/dates.ts';
import type { Does } from './commands.ts';
import type { PersonId, TextRef } from './events.ts';
import type { Capacity, ContactDetail, ContactLimit } from './resident-events.ts';

export type ResidentCommand =
  | Does<
      'RecordSafeContact',
      { personId: PersonId; limits: ContactLimit[]; onlyEmail: TextRef | null; reason: TextRef }
    >
  | Does<
      'RecordDeath',
      { personId: PersonId; on: LocalDate; diedOn: LocalDate | null; toldBy: TextRef; contactId: PersonId | null }
    >
  | Does<'EndAuthority', { personId: PersonId; reason: TextRef }>
  | Does<'RecordSuccessor', { personId: PersonId; capacity: Capacity; evidence: TextRef }>
  | Does<'RecordRepeat', { on: LocalDate; channel: string; words: TextRef }>
  | Does<'CorrectContact', { personId: PersonId; details: { kind: ContactDetail; text: TextRef }[]; reason: TextRef }>
  | Does<'RecordMove', { personId: PersonId; on: LocalDate; addressKnown: boolean; note: TextRef }>;
