/** What people ask about the person behind a complaint. Part of the closed list in `commands.ts`. */
import type { Does } from './commands.ts';
import type { PersonId, TextRef } from './events.ts';
import type { ContactLimit } from './resident-events.ts';

export type ResidentCommand = Does<
  'RecordSafeContact',
  { personId: PersonId; limits: ContactLimit[]; onlyEmail: TextRef | null; reason: TextRef }
>;
