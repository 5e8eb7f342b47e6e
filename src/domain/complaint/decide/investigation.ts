/** Finding out and deciding: investigation per point, findings. */
import { causesOf } from '../../policy/causes.ts';
import type { CommandOf } from '../commands.ts';
import type { Act, Acts } from '../deciding.ts';
import { timelineOf } from '../evolve/parts.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import { mayWorkOn, openPoint, stageOpen } from './guards.ts';
import { completeAction, moveAction, offerRemedy, promiseAction, recordLearning } from './promises.ts';

const recordInvestigation: Act<CommandOf<'RecordInvestigation'>> = {
  allowed: (state, deciding, { stage = 1, pointId }) =>
    stageOpen(state, deciding, stage) ??
    mayWorkOn(state, deciding, stage) ??
    (pointId === undefined ? null : openPoint(state, stage, pointId)),
  decide: ({ type: _type, ...body }, _state, { today, actor }) => ({
    events: [fact('InvestigationRecorded', today, { ...body, by: actor.personId })],
  }),
};

/** A finding on one point, with reasons and what it rests on. It may be changed until the response is sent. */
const decidePoint: Act<CommandOf<'DecidePoint'>> = {
  allowed: (state, deciding, { stage = 1, pointId }) =>
    stageOpen(state, deciding, stage) ??
    mayWorkOn(state, deciding, stage) ??
    (state.stages[stage].definition === null ? refuse('not-defined', { stage }) : null) ??
    (pointId === undefined ? null : (openPoint(state, stage, pointId) ?? heldByCourt(state, pointId))),
  decide: ({ type: _type, ...body }, _state, { today, actor }) => ({
    events: [fact('PointDecided', today, { ...body, by: actor.personId })],
  }),
};

function heldByCourt(state: CaseState, pointId: string): Refusal | null {
  const held = state.points.find(point => point.pointId === pointId && point.suspended);
  return held === undefined ? null : refuse('point-suspended', { number: held.number });
}

/** What was behind it, once it is known; anybody who works on the complaint may say so, after the answer too (R68). */
const recordCause: Act<CommandOf<'RecordCause'>> = {
  allowed: (state, deciding) => mayWorkOn(state, deciding, timelineOf(state, 2).startedOn === null ? 1 : 2),
  decide({ cause, note }, state, deciding) {
    const refusal =
      (causesOf(deciding).some(one => one.id === cause)
        ? null
        : refuse('not-in-policy', { what: 'cause', value: cause })) ??
      (state.causes.at(-1)?.cause === cause
        ? refuse('nothing-changes', { what: 'That is the cause already recorded' })
        : null);
    return unless(refusal, () => [fact('CauseRecorded', deciding.today, { cause, note, by: deciding.actor.personId })]);
  },
};

export const investigationActs: Acts<
  | 'RecordInvestigation'
  | 'DecidePoint'
  | 'OfferRemedy'
  | 'RecordLearning'
  | 'RecordCause'
  | 'PromiseAction'
  | 'MoveAction'
  | 'CompleteAction'
> = {
  RecordInvestigation: recordInvestigation,
  DecidePoint: decidePoint,
  OfferRemedy: offerRemedy,
  RecordLearning: recordLearning,
  RecordCause: recordCause,
  PromiseAction: promiseAction,
  MoveAction: moveAction,
  CompleteAction: completeAction,
};
