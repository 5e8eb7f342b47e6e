/** Finding out and deciding: investigation per point, information from colleagues, findings. */
import { isWorkingDay, nextWorkingDay } from '../../calendar/working-days.ts';
import { causesOf } from '../../policy/causes.ts';
import type { CommandOf } from '../commands.ts';
import type { Act, Acts, Deciding } from '../deciding.ts';
import { timelineOf } from '../evolve/parts.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import { respondOn } from './clocks.ts';
import { fact, unless } from './facts.ts';
import { mayWorkOn, notBefore, openPoint, stageOpen } from './guards.ts';
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

type Ask = CommandOf<'AskInformation'>;

const askInformation: Act<Ask> = {
  allowed: (state, deciding, { stage = 1 }) => stageOpen(state, deciding, stage) ?? mayWorkOn(state, deciding, stage),
  decide(command, state, deciding) {
    const { type: _type, ...body } = command;
    const refusal =
      (state.information.some(one => one.requestId === body.requestId) ? refuse('information-known', {}) : null) ??
      (deciding.people[body.of] === undefined ? refuse('unknown-person', { what: 'The person asked' }) : null) ??
      wrongDate(command, state, deciding);
    return unless(refusal, () => [fact('InformationAsked', deciding.today, body)]);
  },
};

/** A working day from today on, and in time for our own answer while that is not late itself. */
function wrongDate({ stage, dueOn: date }: Ask, state: CaseState, deciding: Deciding): Refusal | null {
  const { calendar, today } = deciding;
  const what = 'The date to answer by';
  const past = notBefore(what, date, 'today', today);
  if (past !== null) return past;
  if (!isWorkingDay(calendar, date))
    return refuse('date-not-working-day', { what, date, next: nextWorkingDay(calendar, date) });
  const dueOn = respondOn(state, deciding, stage)?.dueOn ?? null;
  return dueOn !== null && dueOn >= today && date > dueOn ? refuse('information-after-answer', { dueOn }) : null;
}

/** The one asked answers, without seeing more of the case; or the handler enters what they were told. */
const giveInformation: Act<CommandOf<'GiveInformation'>> = {
  allowed(state, { actor }, { requestId }) {
    if (requestId === undefined) return null;
    const request = state.information.find(one => one.requestId === requestId);
    if (request === undefined) return refuse('no-such-request', {});
    if (request.answeredOn !== null) return refuse('information-given', { on: request.answeredOn });
    const handler = state.stages[request.stage].handlerId;
    return [request.of, handler].includes(actor.personId) ? null : refuse('not-asked-of-you', {});
  },
  decide: ({ requestId, answer }, _state, { today, actor }) => ({
    events: [fact('InformationGiven', today, { requestId, answer, by: actor.personId })],
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
  | 'AskInformation'
  | 'GiveInformation'
  | 'DecidePoint'
  | 'OfferRemedy'
  | 'RecordLearning'
  | 'RecordCause'
  | 'PromiseAction'
  | 'MoveAction'
  | 'CompleteAction'
> = {
  RecordInvestigation: recordInvestigation,
  AskInformation: askInformation,
  GiveInformation: giveInformation,
  DecidePoint: decidePoint,
  OfferRemedy: offerRemedy,
  RecordLearning: recordLearning,
  RecordCause: recordCause,
  PromiseAction: promiseAction,
  MoveAction: moveAction,
  CompleteAction: completeAction,
};
