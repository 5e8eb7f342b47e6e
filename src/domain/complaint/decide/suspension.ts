/** Points before a court (R23, MGL-08): only what is pleaded stands still, no clock does, and it is looked at again. */
import type { CommandOf } from '../commands.ts';
import type { Act } from '../deciding.ts';
import type { PointId } from '../events.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import { mustHaveRole, notInFuture, openPoint, stageUnanswered } from './guards.ts';

type Suspend = CommandOf<'SuspendPoints'>;

export const suspendPoints: Act<Suspend> = {
  allowed: (state, deciding) =>
    stageUnanswered(state, runningStage(state)) ??
    (state.points.length === 0 ? refuse('not-defined', { stage: runningStage(state) }) : null) ??
    mustHaveRole(deciding, 'refuse-complaint', 'suspend points for court proceedings', 'Code 2.2'),
  decide(command, state, deciding) {
    const { type: _type, ...body } = command;
    const refusal =
      (body.courtReference.trim() === '' ? refuse('suspension-needs-claim', {}) : null) ??
      notInFuture('The day the claim was filed', body.filedOn, deciding) ??
      (body.reviewEvery.value < 1 ? refuse('suspension-needs-interval', {}) : null) ??
      notSuspendable(body.points, state);
    return unless(refusal, () => [fact('PointsSuspended', deciding.today, { ...body, by: deciding.actor.personId })]);
  },
};

function runningStage(state: CaseState): 1 | 2 {
  return state.timeline.stage1.respondedOn === null ? 1 : 2;
}

function notSuspendable(points: readonly PointId[], state: CaseState): Refusal | null {
  if (points.length === 0) return refuse('suspension-needs-points', {});
  const closed = points.map(id => openPoint(state, runningStage(state), id)).find(refusal => refusal !== null);
  if (closed !== undefined) return closed;
  const held = state.points.find(point => points.includes(point.pointId) && point.suspended);
  return held === undefined ? null : refuse('point-suspended', { number: held.number });
}

/** Looked at again. Where it ends, every suspended point goes on. */
export const reviewSuspension: Act<CommandOf<'ReviewSuspension'>> = {
  allowed: (state, deciding) =>
    (state.suspensions.some(one => one.to === null) ? null : refuse('not-suspended', {})) ??
    mustHaveRole(deciding, 'refuse-complaint', 'review a suspension', 'Code 2.2'),
  decide({ outcome, note }, state, { today, actor }) {
    const reviewed = fact('SuspensionReviewed', today, { outcome, note, by: actor.personId });
    const points = state.points.filter(point => point.suspended).map(point => point.pointId);
    const ends = outcome === 'ends' ? [fact('PointsResumed', today, { points, reason: note })] : [];
    return { events: [reviewed, ...ends] };
  },
};

export const resumePoints: Act<CommandOf<'ResumePoints'>> = {
  allowed: state => (state.points.some(point => point.suspended) ? null : refuse('not-suspended', {})),
  decide({ points, reason }, state, { today }) {
    const suspended = state.points.filter(point => point.suspended && points.includes(point.pointId));
    const refusal = points.length === 0 || suspended.length < points.length ? refuse('not-suspended', {}) : null;
    return unless(refusal, () => [fact('PointsResumed', today, { points, reason })]);
  },
};
