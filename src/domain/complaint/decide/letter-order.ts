/** Which letter can be issued when: the right stage and order, after the decision it tells of, signed by whoever may. */
import type { CommandOf } from '../commands.ts';
import type { Deciding } from '../deciding.ts';
import type { Stage } from '../events.ts';
import { delivered } from '../evolve/letters.ts';
import { timelineOf } from '../evolve/parts.ts';
import type { Point } from '../point-state.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { reviewPanel } from '../review-panel.ts';
import type { CaseState } from '../state.ts';
import { mayWorkOn, mustHaveRole, nameOf, sayRoles, stageBegun, stageOpen } from './guards.ts';

type About = Partial<CommandOf<'IssueLetter'>>;
type Order = (state: CaseState, deciding: Deciding, stage: Stage, about: About) => Refusal | null;

/** Why a letter of this kind and stage cannot be issued now; null where it can. */
export function letterOpen(state: CaseState, deciding: Deciding, about: About): Refusal | null {
  const { kind = 'update', stage = 1 } = about;
  return orders[kind](state, deciding, stage, about);
}

const acknowledgement: Order = (state, deciding, stage) =>
  stageOpen(state, deciding, stage) ??
  mayWorkOn(state, deciding, stage) ??
  (state.stages[stage].definition === null ? refuse('not-defined', { stage }) : null);

/** The notice belongs to one decided extension. A late one is still sent, though it moves nothing (R9). */
const extension: Order = (state, deciding, stage, { extensionId }) => {
  const closed = stageOpen(state, deciding, stage) ?? mayWorkOn(state, deciding, stage);
  if (closed !== null) return closed;
  const known = state.stages[stage].extensions;
  if (known.length === 0) return refuse('letter-needs-extension', {});
  if (extensionId === undefined) return null;
  if (!known.some(one => one.extensionId === extensionId)) return refuse('letter-needs-extension', {});
  const gone = state.letters.find(one => one.extensionId === extensionId && delivered(one));
  return gone?.sent ? refuse('notice-already-sent', { on: gone.sent.on }) : null;
};

/** Every point answered, signed by the handler; once answered, only a correction of that answer (R45). */
const response: Order = (state, deciding, stage, { supersedes }) =>
  (supersedes === undefined || supersedes === null ? stageOpen(state, deciding, stage) : stageBegun(state, stage)) ??
  signedByHandler(state, deciding, stage) ??
  (state.stages[stage].definition === null ? refuse('not-defined', { stage }) : null) ??
  allAnswered(state, stage);

function signedByHandler(state: CaseState, deciding: Deciding, stage: Stage): Refusal | null {
  const { handlerId } = state.stages[stage];
  if (handlerId === null) return refuse('no-handler', { stage });
  if (handlerId !== deciding.actor.personId)
    return refuse('handler-signs', { stage, name: nameOf(deciding, handlerId) });
  const bar = mayWorkOn(state, deciding, stage);
  if (bar !== null || stage === 1) return bar;
  const panel = reviewPanel(state, deciding);
  return panel.complete
    ? null
    : refuse('panel-incomplete', {
        has: panel.members.length,
        needs: panel.needs,
        lacks: panel.lacks.length === 0 ? '' : sayRoles(deciding, panel.lacks),
        clause: deciding.policy.stage2Review.clause,
      });
}

function allAnswered(state: CaseState, stage: Stage): Refusal | null {
  const points = pointsToAnswer(state, stage);
  if (points.length === 0) return refuse('nothing-to-answer', {});
  const without = points.filter(point => point.decisions[stage] === null);
  return without.length === 0 ? null : refuse('points-unanswered', { numbers: without.map(point => point.number) });
}

/** The points that a stage's response has to answer: open, pursued, and not before a court. */
export function pointsToAnswer(state: CaseState, stage: Stage): Point[] {
  return state.points.filter(
    point =>
      point.joinedStage <= stage && point.ended === null && !point.suspended && !(stage === 2 && point.notPursued),
  );
}

const refusal: Order = (state, deciding, stage) => {
  if (stage === 2) return refuse('letter-wrong-stage', { what: 'refusal of a complaint', stage });
  if (state.refusal === null) return refuse('letter-needs-decision', { what: 'the complaint has not been refused' });
  return mustHaveRole(deciding, 'refuse-complaint', 'issue the refusal', deciding.policy.refusalLetter.clause);
};

const escalationRefusal: Order = (state, deciding, stage) => {
  if (stage === 1) return refuse('letter-wrong-stage', { what: 'refusal of an escalation', stage });
  if (timelineOf(state, 2).refusedOn === null)
    return refuse('letter-needs-decision', { what: 'no request for stage 2 has been declined' });
  const { refusal: rule, clause } = deciding.policy.escalation;
  return mustHaveRole(deciding, 'refuse-escalation', 'issue the refusal of stage 2', rule?.clause ?? clause);
};

const withdrawalConfirmed: Order = (state, deciding, stage) =>
  state.withdrawal === null
    ? refuse('letter-needs-decision', { what: 'the complaint has not been withdrawn' })
    : mayWorkOn(state, deciding, stage);

const update: Order = (state, deciding, stage) => {
  // The reply to a request made before the stage 1 answer comes from whoever handles stage 1 (R41).
  const early = stage === 2 && timelineOf(state, 1).respondedOn === null;
  return stageBegun(state, stage) ?? mayWorkOn(state, deciding, early ? 1 : stage);
};

const orders: Record<NonNullable<About['kind']>, Order> = {
  acknowledgement,
  extension,
  response,
  refusal,
  'escalation-refusal': escalationRefusal,
  'withdrawal-confirmed': withdrawalConfirmed,
  update,
};
