import type { LocalDate } from '../../calendar/dates.ts';
import type { DefinedPoint, EventOf, Stage } from '../events.ts';
import type { Point } from '../point-state.ts';
import type { CaseState } from '../state.ts';
import { chasedFrom } from './duties.ts';
import { withDeparture, withPoint, withStage } from './parts.ts';

export const evolveUnderstanding = {
  ClarificationAsked(state: CaseState, { occurredOn, body }: EventOf<'ClarificationAsked'>): CaseState {
    const asked = { askedOn: occurredOn, answeredOn: null, question: body.question };
    return withStage(state, body.stage, { clarifications: [...state.stages[body.stage].clarifications, asked] });
  },

  ClarificationGiven(state: CaseState, { occurredOn, body }: EventOf<'ClarificationGiven'>): CaseState {
    const { clarifications } = state.stages[body.stage];
    const open = clarifications.findLastIndex(one => one.answeredOn === null);
    return withStage(state, body.stage, {
      clarifications: clarifications.map((one, index) => (index === open ? { ...one, answeredOn: occurredOn } : one)),
    });
  },

  ResidentContacted(state: CaseState, { occurredOn, body }: EventOf<'ResidentContacted'>): CaseState {
    const { kind, by, note, accompaniedBy } = body;
    const contact = { on: occurredOn, kind, by, note, accompaniedBy: accompaniedBy ?? null };
    const contacts = [...state.stages[body.stage].contacts, contact];
    return withDeparture(withStage(state, body.stage, { contacts }), occurredOn, 'contact', body.departure);
  },

  ContactAgreed(state: CaseState, { occurredOn, body }: EventOf<'ContactAgreed'>): CaseState {
    const { method, every, nextOn } = body;
    return withStage(state, body.stage, { contactAgreement: { method, every, nextOn, on: occurredOn } });
  },

  ComplaintDefined(state: CaseState, { occurredOn, body }: EventOf<'ComplaintDefined'>): CaseState {
    const { stage, revision, outcomeSought, leftOut } = body;
    const defined = withStage(state, stage, { definition: { revision, on: occurredOn, outcomeSought, leftOut } });
    return { ...defined, points: definedPoints(state.points, body.points, stage, occurredOn, body.notPursued) };
  },

  PointAdded(state: CaseState, { occurredOn, body }: EventOf<'PointAdded'>): CaseState {
    return { ...state, points: [...state.points, newPoint(body.point, body.stage, occurredOn)] };
  },

  PointExcluded(state: CaseState, { occurredOn, body }: EventOf<'PointExcluded'>): CaseState {
    const { stage, pointId, groundId, reasons, answers } = body;
    const excluded = withPoint(state, pointId, point => ({
      ...point,
      ended: { how: 'excluded', stage, reasons, groundId, toCaseId: null },
    }));
    return chasedFrom(excluded, answers, occurredOn, pointId);
  },

  PointWithdrawn(state: CaseState, { body }: EventOf<'PointWithdrawn'>): CaseState {
    return withPoint(state, body.pointId, point => ({
      ...point,
      ended: { how: 'withdrawn', stage: body.stage, reasons: body.evidence, groundId: null, toCaseId: null },
    }));
  },

  PointMoved(state: CaseState, { body }: EventOf<'PointMoved'>): CaseState {
    return withPoint(state, body.pointId, point => ({
      ...point,
      ended: { how: 'moved', stage: body.stage, reasons: null, groundId: null, toCaseId: body.toCaseId },
    }));
  },
};

/** A definition re-words the points it names and adds new ones; what it does not name stays (nothing is lost by re-defining). */
function definedPoints(
  known: readonly Point[],
  defined: readonly DefinedPoint[],
  stage: Stage,
  on: LocalDate,
  notPursued: readonly string[],
): Point[] {
  const reworded = known.map(point => {
    const now = defined.find(one => one.pointId === point.pointId);
    return { ...point, ...(now ?? {}), notPursued: stage === 2 && notPursued.includes(point.pointId) };
  });
  const added = defined.filter(one => !known.some(point => point.pointId === one.pointId));
  return [...reworded, ...added.map(point => newPoint(point, stage, on))].sort((a, b) => a.number - b.number);
}

function newPoint(point: DefinedPoint, stage: Stage, on: LocalDate): Point {
  const { pointId, number, text, responsibility, responsibleBody } = point;
  return {
    pointId,
    number,
    text,
    responsibility,
    responsibleBody,
    addedOn: on,
    joinedStage: stage,
    decisions: { 1: null, 2: null },
    ended: null,
    suspended: false,
    notPursued: false,
  };
}
