/** What a decision is made from and what it gives: the shapes that every family of acts shares. */
import type { LocalDate } from '../calendar/dates.ts';
import type { RoleId } from '../policy/roles.ts';
import type { Absence } from '../staff/absence.ts';
import type { TrainingHeld } from '../staff/training.ts';
import type { Command, CommandOf, CommandType } from './commands.ts';
import type { ComplaintEvent, PersonId } from './events.ts';
import type { ObligationContext } from './obligation-context.ts';
import type { Refusal } from './refusals.ts';
import type { CaseState } from './state.ts';

export type PersonFacts = {
  personId: PersonId;
  name: string;
  roles: readonly RoleId[];
  managerId: PersonId | null;
  active: boolean;
  team?: string | null;
  /** From today on, where any are recorded. */
  absences?: readonly Absence[];
  /** The latest of each kind. */
  training?: readonly TrainingHeld[];
};

/** Everything a decision may look at besides the case. */
export type Deciding = ObligationContext & {
  today: LocalDate;
  actor: PersonFacts;
  people: Readonly<Record<PersonId, PersonFacts>>;
};

export type Decision = { events: ComplaintEvent[] } | { refusal: Refusal };

/** One act: whether it is open at all now (asked before the form is shown), and what it does. */
export type Act<C extends Command> = {
  allowed(state: CaseState, deciding: Deciding, about: Partial<C>): Refusal | null;
  decide(command: C, state: CaseState, deciding: Deciding): Decision;
};

export type Acts<T extends CommandType> = { [K in T]: Act<CommandOf<K>> };
