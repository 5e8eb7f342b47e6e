/** Extensions (R9), agreed updates (Code 5.9), and dates that a calendar change moved (R11). */
import type { LocalDate } from '../../calendar/dates.ts';
import { isWorkingDay, nextWorkingDay } from '../../calendar/working-days.ts';
import type { CommandOf } from '../commands.ts';
import type { Act, Acts, Deciding } from '../deciding.ts';
import type { Stage } from '../events.ts';
import { latestWithoutGoodReason } from '../extension-effect.ts';
import { reachedAs, unmetNeed } from '../follow-needs.ts';
import type { Obligation } from '../obligation.ts';
import { obligations } from '../obligations.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { unsafeWay } from '../safe-contact.ts';
import { plus } from '../span-dates.ts';
import { stageObligations } from '../stage-obligations.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import { mustHaveRole, notBefore, sayRoles, stageOpen, stageUnanswered, statedDay } from './guards.ts';

type Extend = CommandOf<'DecideExtension'>;

const decideExtension: Act<Extend> = {
  allowed(state, deciding, { stage = 1 }) {
    return stageOpen(state, deciding, stage) ?? mayExtend(state, deciding, stage) ?? tooLate(state, deciding, stage);
  },

  decide(command, state, deciding) {
    const refusal = notAllowedDate(command, state, deciding);
    if (refusal !== null) return { refusal };
    const { type: _type, ...body } = command;
    return {
      events: [
        {
          type: 'ExtensionDecided',
          schema: 1,
          occurredOn: deciding.today,
          body: { ...body, by: deciding.actor.personId },
        },
      ],
    };
  },
};

/** Who handles the stage, or whose role carries it. */
function mayExtend(state: CaseState, deciding: Deciding, stage: Stage): Refusal | null {
  if (state.stages[stage].handlerId === deciding.actor.personId) return null;
  const clause = deciding.policy.stages[stage].extension?.clause ?? 'Code 6.4';
  return mustHaveRole(deciding, 'extend', 'extend the time for an answer', clause);
}

function tooLate(state: CaseState, deciding: Deciding, stage: Stage): Refusal | null {
  const dueOn = respondOn(state, deciding, stage)?.dueOn ?? null;
  return dueOn !== null && deciding.today > dueOn ? refuse('extension-too-late', { dueOn }) : null;
}

function notAllowedDate(command: Extend, state: CaseState, deciding: Deciding): Refusal | null {
  const { calendar, rules, policy } = deciding;
  const { stage, newDueOn } = command;
  const dueNow = respondOn(state, deciding, stage)?.dueOn;
  const original = originalDueOn(state, deciding, stage);
  if (dueNow === undefined || dueNow === null || original === null) return refuse('not-defined', { stage });
  if (newDueOn <= dueNow) return refuse('extension-not-later', { dueOn: dueNow });
  if (!isWorkingDay(calendar, newDueOn)) {
    return refuse('extension-not-working-day', { date: newDueOn, next: nextWorkingDay(calendar, newDueOn) });
  }
  const clause = policy.stages[stage].extension?.clause ?? 'Code 6.4';
  if (rules[stage].agreementRequired && command.agreement === 'not-asked')
    return refuse('extension-agreement-needed', { clause });
  const latest = latestWithoutGoodReason(original, rules[stage], calendar);
  if (latest === null) return refuse('extension-no-cap', { clause });
  const outer = outerDate(state, deciding, stage) ?? latest.on;
  if ((newDueOn <= latest.on && newDueOn <= outer) || approvedByRightPerson(command, deciding)) return null;
  const who = sayRoles(deciding, policy.stages[stage].extension?.beyondCap?.approvedBy ?? []);
  if (outer < latest.on) return refuse('extension-beyond-outer-date', { outer, who });
  return refuse('extension-beyond-cap', { latest: latest.on, words: latest.words, clause: latest.clause, who });
}

/** Beyond the cap: a good reason in writing, approved by somebody the pack names, other than the one who extends. */
function approvedByRightPerson(command: Extend, deciding: Deciding): boolean {
  const approvers = deciding.policy.stages[command.stage].extension?.beyondCap?.approvedBy ?? [];
  if (command.goodReason === null || command.approvedBy === null || command.approvedBy === deciding.actor.personId)
    return false;
  return deciding.people[command.approvedBy]?.roles.some(role => approvers.includes(role)) ?? false;
}

/** The answer's obligation at a stage, as it stands. */
export function respondOn(state: CaseState, deciding: Deciding, stage: Stage): Obligation | undefined {
  return obligations(state, deciding).find(one => one.kind === 'respond' && one.stage === stage);
}

/** The date of an answer before any extension. */
export function originalDueOn(state: CaseState, { rules, calendar }: Deciding, stage: Stage): Obligation['dueOn'] {
  const { timeline } = state;
  const key = stage === 1 ? 'stage1' : 'stage2';
  const without = { ...timeline, [key]: { ...timeline[key], extensions: [] } };
  return (
    stageObligations(without, rules, calendar).find(one => one.kind === 'respond' && one.stage === stage)?.dueOn ?? null
  );
}

/** The Code's outer date for an extended answer, by our reading (R5), unless a good reason is approved. */
export function outerDate(state: CaseState, deciding: Deciding, stage: Stage): LocalDate | null {
  const { rules, calendar } = deciding;
  const acknowledge = obligations(state, deciding).find(one => one.kind === 'acknowledge' && one.stage === stage);
  const start = acknowledge?.from?.on ?? null;
  return start === null ? null : plus(start, rules[stage].longStop.extended, calendar);
}

const agreeUpdates: Act<CommandOf<'AgreeUpdates'>> = {
  allowed: (state, _deciding, { stage = 1 }) => stageUnanswered(state, stage),
  decide({ type: _type, on, ...body }, state, deciding) {
    const refusal =
      statedDay('The day of the agreement', on, state, deciding) ??
      unsafeWay(state, body.way) ??
      notBefore('The first update', body.firstOn, 'the day of the agreement', on);
    return refusal === null ? { events: [{ type: 'UpdatesAgreed', schema: 1, occurredOn: on, body }] } : { refusal };
  },
};

const giveUpdate: Act<CommandOf<'GiveUpdate'>> = {
  allowed: (state, _deciding, { stage = 1 }) => stageUnanswered(state, stage),
  decide({ stage, on, how, note, ...reaching }, state, deciding) {
    const refusal =
      statedDay('The day of the update', on, state, deciding) ??
      unsafeWay(state, reaching.way) ??
      unmetNeed(state, reaching);
    const by = deciding.actor.personId;
    return unless(refusal, () => [fact('UpdateGiven', on, { stage, how, note, by, ...reachedAs(state, reaching) })]);
  },
};

const recalculateDates: Act<CommandOf<'RecalculateDates'>> = {
  allowed: () => null,
  decide({ type: _type, ...body }, _state, deciding) {
    return { events: [{ type: 'DatesRecalculated', schema: 1, occurredOn: deciding.today, body }] };
  },
};

export const clockActs: Acts<'DecideExtension' | 'AgreeUpdates' | 'GiveUpdate' | 'RecalculateDates'> = {
  DecideExtension: decideExtension,
  AgreeUpdates: agreeUpdates,
  GiveUpdate: giveUpdate,
  RecalculateDates: recalculateDates,
};
