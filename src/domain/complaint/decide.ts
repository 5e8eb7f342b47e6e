/**
 * What happens when somebody asks for something: new facts, or a refusal they can understand. Pure: today, the people and the
 * pack are told, never looked up.
 */
import type { Command, CommandOf, CommandType } from './commands.ts';
import { accessActs, givenToSomebodyTooNear, notOpenToActor } from './decide/access.ts';
import { clockActs } from './decide/clocks.ts';
import { correctionActs, goesNoFurther } from './decide/corrections.ts';
import { dutyActs } from './decide/duties.ts';
import { endingActs } from './decide/ending.ts';
import { escalationActs } from './decide/escalation.ts';
import { fileActs } from './decide/files.ts';
import { handOverActs } from './decide/hand-over.ts';
import { intakeActs } from './decide/intake.ts';
import { investigationActs } from './decide/investigation.ts';
import { letterActs } from './decide/letters.ts';
import { lostLetterActs } from './decide/lost-letters.ts';
import { ownershipActs } from './decide/ownership.ts';
import { questionActs } from './decide/questions.ts';
import { residentActs } from './decide/residents.ts';
import { togetherActs } from './decide/together.ts';
import { understandingActs } from './decide/understanding.ts';
import type { Act, Acts, Deciding, Decision } from './deciding.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { CaseState } from './state.ts';

const acts: Acts<CommandType> = {
  ...intakeActs,
  ...ownershipActs,
  ...handOverActs,
  ...understandingActs,
  ...investigationActs,
  ...questionActs,
  ...fileActs,
  ...clockActs,
  ...letterActs,
  ...lostLetterActs,
  ...escalationActs,
  ...endingActs,
  ...residentActs,
  ...togetherActs,
  ...dutyActs,
  ...correctionActs,
  ...accessActs,
};

/** Decides a command. Throws `BeyondCalendar` where a date cannot be worked out. */
export function decide(command: Command, state: CaseState, deciding: Deciding): Decision {
  const act = acts[command.type] as Act<Command>;
  const refusal =
    notLogged(command.type, state) ??
    act.allowed(state, deciding, command) ??
    notOpenToActor(command.type, state, deciding) ??
    givenToSomebodyTooNear(command, state, deciding);
  return refusal === null ? act.decide(command, state, deciding) : { refusal };
}

/** Why an act is closed now, before anybody does its work; null where it is open. `about` is what is known of it so far. */
export function whyNot<T extends CommandType>(
  type: T,
  state: CaseState,
  deciding: Deciding,
  about: Partial<CommandOf<T>> = {},
): Refusal | null {
  const act = acts[type] as Act<CommandOf<T>>;
  return notLogged(type, state) ?? act.allowed(state, deciding, about) ?? notOpenToActor(type, state, deciding);
}

function notLogged(type: CommandType, state: CaseState): Refusal | null {
  if (type === 'LogComplaint') return state.version > 0 ? refuse('already-logged', {}) : null;
  if (state.disposed) return refuse('disposed', {});
  return state.version === 0 ? refuse('no-such-complaint', {}) : goesNoFurther(type, state);
}
