import type { EventOf, PointId } from '../events.ts';
import type { CaseState, Suspension } from '../state.ts';
import { chasedFrom } from './duties.ts';
import { changed, withStageTimeline } from './parts.ts';

export const evolveEnding = {
  ComplaintRefused(state: CaseState, { occurredOn, body }: EventOf<'ComplaintRefused'>): CaseState {
    const { groundId, answers, reasons, decidedBy } = body;
    const refused = withStageTimeline(state, 1, { refusedOn: occurredOn });
    const refusal = { groundId, answers, on: occurredOn, by: decidedBy, reasons, letterSentOn: null };
    return chasedFrom({ ...refused, refusal }, answers, occurredOn, null);
  },

  AcceptanceDirected(state: CaseState, { occurredOn, body }: EventOf<'AcceptanceDirected'>): CaseState {
    const { directedOn, deadline } = body;
    const restarted = withStageTimeline(state, 1, {
      restartedOn: directedOn,
      refusedOn: null,
      refusalSentOn: null,
      acknowledgedOn: null,
    });
    const overtaken = { ended: { on: occurredOn, answer: 'overtaken' } } as const;
    const chases = changed(state.chases, one => one.ended === null && one.pointId === null, overtaken);
    return { ...restarted, chases, refusal: null, acceptanceDirected: { on: directedOn, deadline } };
  },

  ComplaintWithdrawn(state: CaseState, { occurredOn, body }: EventOf<'ComplaintWithdrawn'>): CaseState {
    const timeline = { ...state.timeline, withdrawnOn: occurredOn };
    const withdrawals = [...state.withdrawals, { on: occurredOn, channel: body.channel, revivedOn: null }];
    return { ...state, timeline, withdrawals, withdrawal: { on: occurredOn, evidence: body.evidence } };
  },

  ComplaintRevived(state: CaseState, { occurredOn, body }: EventOf<'ComplaintRevived'>): CaseState {
    // A stage 2 asked for early has not begun while stage 1 is unanswered (R41).
    const stage = state.timeline.stage1.respondedOn === null ? 1 : 2;
    const timeline = { ...state.timeline, withdrawnOn: null };
    const revivedOnBrokenPromise = state.revivedOnBrokenPromise || body.brokenPromise;
    const withdrawals = changed(state.withdrawals, one => one.revivedOn === null, { revivedOn: occurredOn });
    const revived = {
      ...state,
      timeline,
      withdrawals,
      withdrawal: null,
      revivedOn: occurredOn,
      revivedOnBrokenPromise,
    };
    return withStageTimeline(revived, stage, { restartedOn: occurredOn, acknowledgedOn: null });
  },

  PointsSuspended(state: CaseState, { occurredOn, body }: EventOf<'PointsSuspended'>): CaseState {
    const { points, courtReference, filedOn, reviewEvery } = body;
    const suspension = {
      from: occurredOn,
      to: null,
      points,
      courtReference,
      filedOn,
      reviewEvery,
      lastReviewedOn: occurredOn,
    };
    return { ...marked(state, points, true), suspensions: [...state.suspensions, suspension] };
  },

  SuspensionReviewed(state: CaseState, { occurredOn }: EventOf<'SuspensionReviewed'>): CaseState {
    return {
      ...state,
      suspensions: changed(state.suspensions, one => one.to === null, { lastReviewedOn: occurredOn }),
    };
  },

  PointsResumed(state: CaseState, { occurredOn, body }: EventOf<'PointsResumed'>): CaseState {
    const resumed = marked(state, body.points, false);
    const held = resumed.points.filter(point => point.suspended).map(point => point.pointId);
    // It ends only when the last of its points goes on.
    const over = (one: Suspension) => one.to === null && !one.points.some(id => held.includes(id));
    return { ...resumed, suspensions: changed(state.suspensions, over, { to: occurredOn }) };
  },

  Disposed(state: CaseState, _event: EventOf<'Disposed'>): CaseState {
    return { ...state, disposed: true };
  },
};

function marked(state: CaseState, points: readonly PointId[], suspended: boolean): CaseState {
  return {
    ...state,
    points: state.points.map(point => (points.includes(point.pointId) ? { ...point, suspended } : point)),
  };
}
