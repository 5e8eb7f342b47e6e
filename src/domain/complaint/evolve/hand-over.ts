import type { EventOf } from '../events.ts';
import type { CaseState } from '../state.ts';
import { changed, withStage } from './parts.ts';

export const evolveHandOver = {
  NewContactTold(state: CaseState, { occurredOn, body }: EventOf<'NewContactTold'>): CaseState {
    const { handovers } = state.stages[body.stage];
    const last = handovers.at(-1);
    if (last === undefined) return state;
    return withStage(state, body.stage, { handovers: [...handovers.slice(0, -1), { ...last, told: occurredOn }] });
  },

  ActionHandedOver(state: CaseState, { body }: EventOf<'ActionHandedOver'>): CaseState {
    const owner = { kind: 'person', personId: body.to } as const;
    return { ...state, actions: changed(state.actions, action => action.actionId === body.actionId, { owner }) };
  },

  InformationHandedOver(state: CaseState, { body }: EventOf<'InformationHandedOver'>): CaseState {
    const is = (request: { requestId: string }): boolean => request.requestId === body.requestId;
    return { ...state, information: changed(state.information, is, { of: body.to }) };
  },
};
