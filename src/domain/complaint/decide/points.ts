/** Points that come later, leave, or are not taken (MAG-37, MGL-23, MGL-31, R20, R44, R47). */
import type { CommandOf } from '../commands.ts';
import type { Act, Deciding } from '../deciding.ts';
import type { Stage } from '../events.ts';
import { timelineOf } from '../evolve/parts.ts';
import { groundApplies, groundNotForThis, pointsIn } from '../exclusion.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import { mayWorkOn, mustHaveRole, openPoint, stageOpen, statedDay } from './guards.ts';

/**
 * A related point raised before the response joins, unless it would hold the answer up without good reason; at stage 2 only if
 * the resident wants it there, because it is looked at once only (R44). Everything else is a new complaint, linked.
 */
export const addPoint: Act<CommandOf<'AddPoint'>> = {
  allowed(state, deciding, { stage = 1 }) {
    const answered = timelineOf(state, stage).respondedOn;
    if (answered !== null) return refuse('point-after-response', { stage, on: answered });
    const undefinedYet = state.stages[stage].definition === null ? refuse('not-defined', { stage }) : null;
    return stageOpen(state, deciding, stage) ?? mayWorkOn(state, deciding, stage) ?? undefinedYet;
  },
  decide(command, state, deciding) {
    const { stage, point, raisedOn } = command;
    const refusal =
      belongsElsewhere(command) ??
      statedDay('The day the point was raised', raisedOn, state, deciding) ??
      wrongNumber(command, state);
    return unless(refusal, () => [fact('PointAdded', deciding.today, { stage, point, raisedOn })]);
  },
};

function belongsElsewhere(command: CommandOf<'AddPoint'>): Refusal | null {
  if (!command.related) return refuse('point-unrelated', {});
  if (command.wouldDelay) return refuse('point-would-delay', {});
  return command.stage === 2 && !command.residentWantsItHere ? refuse('point-resident-chooses', {}) : null;
}

function wrongNumber({ point }: CommandOf<'AddPoint'>, state: CaseState): Refusal | null {
  if (state.points.some(known => known.pointId === point.pointId)) return refuse('point-already-there', {});
  const expected = state.points.length + 1;
  return point.number === expected ? null : refuse('points-numbered', { expected });
}

type Leaving = { stage?: Stage; pointId?: string };

/** A point can leave only an open stage, and only while another stays: without any the complaint itself ends. */
function mayLeave(state: CaseState, deciding: Deciding, { stage = 1, pointId }: Leaving, instead: string) {
  const none = state.points.length === 0 ? refuse('not-defined', { stage }) : null;
  const closed =
    stageOpen(state, deciding, stage) ?? none ?? (pointId === undefined ? null : openPoint(state, stage, pointId));
  if (closed !== null) return closed;
  const left = state.points.filter(point => point.ended === null && point.pointId !== pointId);
  return pointId !== undefined && left.length === 0 ? refuse('last-point', { instead }) : null;
}

/** Split off to a complaint of its own; the two are linked, and each has its own clock. */
export const movePoint: Act<CommandOf<'MovePoint'>> = {
  allowed: (state, deciding, about) =>
    mayLeave(state, deciding, about, 'Answer it here.') ?? mayWorkOn(state, deciding, about.stage ?? 1),
  decide({ stage, pointId, toCaseId }, state, { today }) {
    const linked = state.links.some(link => link.otherCaseId === toCaseId && link.why === 'split-to');
    const link = linked ? [] : [fact('CaseLinked', today, { otherCaseId: toCaseId, why: 'split-to' })];
    return { events: [fact('PointMoved', today, { stage, pointId, toCaseId }), ...link] };
  },
};

/** Not taken, on a ground with its questions answered; the acknowledgement tells of it with the right to the Ombudsman (R20). */
export const excludePoint: Act<CommandOf<'ExcludePoint'>> = {
  allowed: (state, deciding, about) =>
    mustHaveRole(deciding, 'refuse-complaint', 'decide not to take a point', deciding.policy.refusalLetter.clause) ??
    mayLeave(state, deciding, about, 'Refuse the complaint as a whole, on a ground that covers it.'),
  decide({ stage, pointId, groundId, answers, reasons }, state, deciding) {
    return unless(pointGround({ groundId, pointId, answers }, state, deciding), () => [
      fact('PointExcluded', deciding.today, {
        stage,
        pointId,
        groundId,
        answers,
        reasons,
        decidedBy: deciding.actor.personId,
      }),
    ]);
  },
};

function pointGround(
  { groundId, pointId, answers }: Pick<CommandOf<'ExcludePoint'>, 'groundId' | 'pointId' | 'answers'>,
  state: CaseState,
  { policy, code, today }: Deciding,
): Refusal | null {
  const ground = policy.exclusions.find(one => one.id === groundId);
  if (ground === undefined) return refuse('no-such-ground', {});
  const { label, clause } = ground;
  if (ground.scope === 'complaint') return refuse('ground-for-complaints', { label, clause });
  const broken =
    groundNotForThis(ground, state) ?? groundApplies(ground, answers, state.receivedOn ?? today, policy, code);
  if (broken !== null || ground.test !== 'claim-filed') return broken;
  const pleaded = pointsIn(answers['pleaded-points']).includes(pointId);
  return pleaded ? null : refuse('point-not-pleaded', { clause });
}

export const withdrawPoint: Act<CommandOf<'WithdrawPoint'>> = {
  allowed: (state, deciding, about) =>
    mayLeave(state, deciding, about, 'Record that the complaint itself is withdrawn, with what shows it.'),
  decide: ({ stage, pointId, evidence }, _state, { today }) => ({
    events: [fact('PointWithdrawn', today, { stage, pointId, evidence })],
  }),
};
