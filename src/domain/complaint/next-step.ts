import type { LocalDate } from '../calendar/dates.ts';
import type { LetterKind } from '../policy/letter-rules.ts';
import type { CommandType } from './commands.ts';
import type { Stage } from './events.ts';
import type { Refusal } from './refusals.ts';

/** Something to do: which act, for which stage, letter, point, promise or request, and what says so. */
export type Step = {
  act: CommandType;
  stage: Stage | null;
  /** For letters: which kind. */
  letter: LetterKind | null;
  /** The id of the point, action, request, extension, letter or routing rule it is about. */
  about: string | null;
  why: string;
};

export type NextStep = Step & {
  obligationId: string | null;
  /** The date to work to (R5). */
  dueOn: LocalDate | null;
  /** Why whoever is looking cannot do it now; null where they can. */
  closed: Refusal | null;
};
