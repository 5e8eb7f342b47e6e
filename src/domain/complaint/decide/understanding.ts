/** What the complaint is about: asking, talking, agreeing contact, defining. Points themselves are in `points.ts`. */
import type { CommandOf } from '../commands.ts';
import type { Act, Acts } from '../deciding.ts';
import type { PointId } from '../events.ts';
import { reachedAs, unmetNeed } from '../follow-needs.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { unsafeWay } from '../safe-contact.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import { mayWorkOn, notBefore, saidEnd, stageBegun, stageOpen, statedDay } from './guards.ts';
import { addPoint, excludePoint, movePoint, withdrawPoint } from './points.ts';

/** A question to the resident stops no clock (R4, MAG-28). */
const askClarification: Act<CommandOf<'AskClarification'>> = {
  allowed: (state, deciding, { stage = 1 }) => stageOpen(state, deciding, stage) ?? mayWorkOn(state, deciding, stage),
  decide: ({ stage, on, question }, state, deciding) =>
    unless(statedDay('The day of the question', on, state, deciding), () => [
      fact('ClarificationAsked', on, { stage, question }),
    ]),
};

const recordClarification: Act<CommandOf<'RecordClarification'>> = {
  allowed: (state, _deciding, { stage = 1 }) =>
    stageBegun(state, stage) ??
    (state.stages[stage].clarifications.some(one => one.answeredOn === null) ? null : refuse('nothing-asked', {})),
  decide({ stage, on, answer }, state, deciding) {
    const asked = state.stages[stage].clarifications.findLast(one => one.answeredOn === null);
    const refusal =
      statedDay('The day of the answer', on, state, deciding) ??
      notBefore('The day of the answer', on, 'the question', asked?.askedOn ?? null);
    return unless(refusal, () => [fact('ClarificationGiven', on, { stage, answer })]);
  },
};

/** Any member of staff may have had the resident on the phone, after the answer too. */
const recordContact: Act<CommandOf<'RecordContact'>> = {
  allowed: (state, _deciding, { stage = 1 }) => stageBegun(state, stage),
  decide({ stage, on, kind, note, accompaniedBy, ...reaching }, state, deciding) {
    const refusal =
      statedDay('The day of the contact', on, state, deciding) ??
      unsafeWay(state, reaching.way) ??
      unmetNeed(state, reaching);
    const by = deciding.actor.personId;
    const company = accompaniedBy === undefined ? {} : { accompaniedBy };
    return unless(refusal, () => [
      fact('ResidentContacted', on, { stage, kind, note, by, ...reachedAs(state, reaching), ...company }),
    ]);
  },
};

const agreeContact: Act<CommandOf<'AgreeContact'>> = {
  allowed: (state, deciding, { stage = 1 }) => stageBegun(state, stage) ?? mayWorkOn(state, deciding, stage),
  decide({ stage, on, method, every, nextOn, way }, state, deciding) {
    const refusal =
      statedDay('The day of the agreement', on, state, deciding) ??
      unsafeWay(state, way) ??
      (nextOn === null ? null : notBefore('The next contact', nextOn, 'the day of the agreement', on));
    return unless(refusal, () => [fact('ContactAgreed', on, { stage, method, every, nextOn, ...(way && { way }) })]);
  },
};

type Define = CommandOf<'DefineComplaint'>;

const defineComplaint: Act<Define> = {
  allowed: (state, deciding, { stage = 1 }) => stageOpen(state, deciding, stage) ?? mayWorkOn(state, deciding, stage),
  decide({ type: _type, ...definition }, state, deciding) {
    const { stage } = definition;
    const refusal =
      wrongPoints(definition, state) ??
      (stage === 2 ? wrongAtStage2(definition, state) : null) ??
      notStage2(definition);
    const revision = (state.stages[stage].definition?.revision ?? 0) + 1;
    return unless(refusal, () => [fact('ComplaintDefined', deciding.today, { ...definition, revision })]);
  },
};

type Definition = Omit<Define, 'type'>;

/** All points of the case together are numbered from 1 without a gap; what ended is not defined again. */
function wrongPoints({ points, stage, notPursued }: Definition, state: CaseState): Refusal | null {
  const ids = points.map(point => point.pointId);
  const named = state.points.filter(point => ids.includes(point.pointId));
  const ended = named.find(point => point.ended !== null);
  if (ended?.ended) return refuse('point-ended', { number: ended.number, how: saidEnd[ended.ended.how] });
  const others = state.points.filter(point => !ids.includes(point.pointId));
  const pursued = others.filter(point => point.ended === null && !(stage === 2 && notPursued.includes(point.pointId)));
  if (points.length + pursued.length === 0) return refuse('points-none', {});
  const numbers = [...points, ...others].map(point => point.number).sort((a, b) => a - b);
  const gapless = numbers.every((number, index) => number === index + 1) && new Set(ids).size === ids.length;
  return gapless ? null : refuse('points-numbered', { expected: numbers.length });
}

/** Stage 2 says of each open point whether it is pursued, and pursues all that the resident asked for (R40). */
function wrongAtStage2({ points, notPursued }: Definition, state: CaseState): Refusal | null {
  if (points.length === 0) return refuse('points-none', {});
  const pursued = new Set(points.map(point => point.pointId));
  const open = state.points.filter(point => point.ended === null);
  if (notPursued.some(id => pursued.has(id) || !open.some(point => point.pointId === id)))
    return refuse('no-such-point', {});
  const left = open.filter(point => !pursued.has(point.pointId) && !notPursued.includes(point.pointId));
  if (left.length > 0) return refuse('points-left-over', { numbers: left.map(point => point.number) });
  const dropped = open.filter(point => notPursued.includes(point.pointId) && wasAskedFor(state, point.pointId));
  return dropped.length === 0 ? null : refuse('points-asked-for', { numbers: dropped.map(point => point.number) });
}

/** Whether any request for stage 2 that still stands asked for the point. */
export function wasAskedFor(state: CaseState, pointId: PointId): boolean {
  return state.escalations.some(
    request => request.decided?.how !== 'refused' && (request.points === 'all' || request.points.includes(pointId)),
  );
}

function notStage2({ stage, notPursued }: Definition): Refusal | null {
  return stage === 1 && notPursued.length > 0 ? refuse('no-such-point', {}) : null;
}

export const understandingActs: Acts<
  | 'AskClarification'
  | 'RecordClarification'
  | 'RecordContact'
  | 'AgreeContact'
  | 'DefineComplaint'
  | 'AddPoint'
  | 'MovePoint'
  | 'ExcludePoint'
  | 'WithdrawPoint'
> = {
  AskClarification: askClarification,
  RecordClarification: recordClarification,
  RecordContact: recordContact,
  AgreeContact: agreeContact,
  DefineComplaint: defineComplaint,
  AddPoint: addPoint,
  MovePoint: movePoint,
  ExcludePoint: excludePoint,
  WithdrawPoint: withdrawPoint,
};
