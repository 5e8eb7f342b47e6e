import type { EventOf } from '../events.ts';
import type { CaseState } from '../state.ts';
import { withInvolvement, withStage } from './parts.ts';

export const evolveOwnership = {
  HandlerAssigned(state: CaseState, { occurredOn, body }: EventOf<'HandlerAssigned'>): CaseState {
    const facts = state.stages[body.stage];
    const assigned = withStage(state, body.stage, {
      handlerId: body.personId,
      handlers: [...facts.handlers, body.personId],
      assignedOn: occurredOn,
    });
    return withInvolvement(assigned, body.personId, body.stage, 'handler');
  },

  RoutingDecided(state: CaseState, { body }: EventOf<'RoutingDecided'>): CaseState {
    return { ...state, routing: { ruleId: body.ruleId, to: body.to, followed: body.followed, reason: body.reason } };
  },

  ConflictDeclared(state: CaseState, { occurredOn, body }: EventOf<'ConflictDeclared'>): CaseState {
    return { ...state, conflicts: [...state.conflicts, { personId: body.personId, on: occurredOn }] };
  },

  PrioritySet(state: CaseState, _event: EventOf<'PrioritySet'>): CaseState {
    return { ...state, priority: true };
  },

  PriorityCleared(state: CaseState, _event: EventOf<'PriorityCleared'>): CaseState {
    return { ...state, priority: false };
  },
};
