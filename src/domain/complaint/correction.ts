/** What was wrong with the record of a complaint, put right by a reasoned, approved fact of its own: never a deletion (R24). */
import type { LocalDate } from '../calendar/dates.ts';
import type { PersonId } from './events.ts';

export type Correction =
  | { kind: 'logged-in-error' }
  /** The same complaint told twice: the other case is the one that goes on, with the earliest receipt (R64). */
  | { kind: 'duplicate'; otherCaseId: string; otherReceivedOn: LocalDate }
  /** It was recorded for somebody else than who complains. `lettersAstray`: what was sent to them reached them, and nobody it was for. */
  | { kind: 'wrong-person'; personId: PersonId; lettersAstray?: true }
  /** An entry that belongs elsewhere, by its number in the timeline: marked, and it stays. */
  | { kind: 'misfiled-document'; entry: number };

/** A record that goes no further, and why. */
export type Voided = { on: LocalDate; why: 'logged-in-error' | 'duplicate'; otherCaseId: string | null };
