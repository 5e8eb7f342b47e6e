/** Putting right: remedies, learning, and promises with an owner and a date, which outlive the answer. */
import type { CommandOf } from '../commands.ts';
import type { Act, Deciding } from '../deciding.ts';
import type { Stage } from '../events.ts';
import type { Action } from '../point-state.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import { mayWorkOn, notBefore, notInFuture, openPoint, stageBegun, stageOpen, statedDay } from './guards.ts';

type About = { stage?: Stage; pointId?: string | null };

function forStage(state: CaseState, deciding: Deciding, { stage = 1, pointId }: About): Refusal | null {
  return (
    stageOpen(state, deciding, stage) ??
    mayWorkOn(state, deciding, stage) ??
    (pointId === undefined || pointId === null ? null : openPoint(state, stage, pointId))
  );
}

export const offerRemedy: Act<CommandOf<'OfferRemedy'>> = {
  allowed: forStage,
  decide({ type: _type, ...body }, state, { today }) {
    const { remedyId, kind, pence } = body;
    const isSum = pence !== null && Number.isSafeInteger(pence) && pence > 0;
    const refusal =
      (state.remedies.some(one => one.remedyId === remedyId) ? refuse('remedy-known', {}) : null) ??
      (kind === 'money' && !isSum ? refuse('money-needs-sum', {}) : null) ??
      (kind !== 'money' && pence !== null ? refuse('sum-needs-money', {}) : null);
    return unless(refusal, () => [fact('RemedyOffered', today, body)]);
  },
};

export const recordLearning: Act<CommandOf<'RecordLearning'>> = {
  allowed: (state, deciding, { stage = 1 }) => stageBegun(state, stage) ?? mayWorkOn(state, deciding, stage),
  decide: ({ stage, what }, _state, { today }) => ({ events: [fact('LearningRecorded', today, { stage, what })] }),
};

type Promise = CommandOf<'PromiseAction'>;

/** Owner and date, or the date by which the date will be given, which is owed itself (R53). Promises can follow the answer. */
export const promiseAction: Act<Promise> = {
  allowed: (state, deciding, { stage = 1 }) => stageBegun(state, stage) ?? mayWorkOn(state, deciding, stage),
  decide(command, state, deciding) {
    const { type: _type, ...body } = command;
    const refusal =
      (state.actions.some(one => one.actionId === body.actionId) ? refuse('action-known', {}) : null) ??
      noSuchOwner(command, deciding) ??
      promiseDates(command, deciding);
    return unless(refusal, () => [fact('ActionPromised', deciding.today, body)]);
  },
};

function noSuchOwner({ owner }: Promise, { people }: Deciding): Refusal | null {
  if (owner.kind !== 'person') return owner.name.trim() === '' ? refuse('promise-needs-owner', {}) : null;
  return people[owner.personId] === undefined ? refuse('unknown-person', { what: 'The owner of the promise' }) : null;
}

function promiseDates({ dueOn, dateGivenBy }: Promise, { today }: Deciding): Refusal | null {
  const date = dueOn ?? dateGivenBy;
  return date === null ? refuse('promise-needs-date', {}) : notBefore('The date promised', date, 'today', today);
}

/** Every earlier date is kept: the resident was told it, and it is judged (R11, R14). */
export const moveAction: Act<CommandOf<'MoveAction'>> = {
  allowed: openAction,
  decide({ actionId, dueOn, reason }, state, { today }) {
    const same = actionOf(state, actionId)?.dates.at(-1) === dueOn;
    const refusal = same
      ? refuse('nothing-changes', { what: 'That is the date already promised' })
      : notBefore('The new date', dueOn, 'today', today);
    return unless(refusal, () => [fact('ActionMoved', today, { actionId, dueOn, reason })]);
  },
};

/** Done means shown to be done, and the resident told. */
export const completeAction: Act<CommandOf<'CompleteAction'>> = {
  allowed: openAction,
  decide({ actionId, on, evidence, residentToldOn }, state, deciding) {
    const refusal =
      statedDay('The day it was done', on, state, deciding) ??
      notInFuture('The day the resident was told', residentToldOn, deciding) ??
      notBefore('The day the resident was told', residentToldOn, 'the day it was done', on);
    return unless(refusal, () => [fact('ActionDone', on, { actionId, evidence, residentToldOn })]);
  },
};

/** The promise is open, and the actor owns it or handles a stage of the case. */
function openAction(state: CaseState, deciding: Deciding, { actionId }: { actionId?: string }): Refusal | null {
  if (actionId === undefined) return null;
  const action = actionOf(state, actionId);
  if (action === undefined) return refuse('no-such-action', {});
  if (action.doneOn !== null) return refuse('action-done', { on: action.doneOn });
  const owns = action.owner.kind === 'person' && action.owner.personId === deciding.actor.personId;
  return owns ? null : mayWorkOn(state, deciding, action.stage);
}

function actionOf(state: CaseState, actionId: string): Action | undefined {
  return state.actions.find(one => one.actionId === actionId);
}
