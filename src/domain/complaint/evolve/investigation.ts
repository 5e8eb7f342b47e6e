import type { EventOf } from '../events.ts';
import type { Decision } from '../point-state.ts';
import type { CaseState } from '../state.ts';
import { withInvolvement, withPoint } from './parts.ts';

export const evolveInvestigation = {
  CauseRecorded(state: CaseState, { occurredOn, body }: EventOf<'CauseRecorded'>): CaseState {
    return { ...state, causes: [...state.causes, { ...body, on: occurredOn }] };
  },

  InvestigationRecorded(state: CaseState, { occurredOn, body }: EventOf<'InvestigationRecorded'>): CaseState {
    const recorded = { ...state, investigation: [...state.investigation, { ...body, on: occurredOn }] };
    return withInvolvement(recorded, body.by, body.stage, 'investigator');
  },

  PointDecided(state: CaseState, { occurredOn, body }: EventOf<'PointDecided'>): CaseState {
    const { stage, finding, reasons, reliedOn, by } = body;
    const decision: Decision = { stage, finding, reasons, reliedOn, by, on: occurredOn };
    const decided = withPoint(state, body.pointId, point => ({
      ...point,
      decisions: stage === 1 ? { ...point.decisions, 1: decision } : { ...point.decisions, 2: decision },
    }));
    return withInvolvement(decided, by, stage, 'decider');
  },
};
