/** What people ask when work changes hands. Part of the closed list in `commands.ts`. */
import type { LocalDate } from '../calendar/dates.ts';
import type { Does } from './commands.ts';
import type { PersonId, Stage, TextRef } from './events.ts';
import type { ContactWay } from './resident-events.ts';

export type HandOverCommand =
  /** From whoever has a stage to somebody else, before its answer or after it, when they stay the contact (MGL-14). */
  | Does<'HandOver', { stage: Stage; personId: PersonId; reason: TextRef }>
  | Does<'TellNewContact', { stage: Stage; on: LocalDate; how: string; note: TextRef | null; way?: ContactWay }>
  | Does<'HandOverAction', { actionId: string; to: PersonId; reason: TextRef }>
  | Does<'HandOverInformation', { requestId: string; to: PersonId; reason: TextRef }>;
