import type { EventOf } from '../events.ts';
import type { CaseState, EscalationRequest } from '../state.ts';
import { timelineOf, withStageTimeline } from './parts.ts';

export const evolveEscalation = {
  EscalationRequested(state: CaseState, { occurredOn, body }: EventOf<'EscalationRequested'>): CaseState {
    const request: EscalationRequest = { ...body, on: occurredOn, decided: null };
    const asked = { ...state, escalations: [...state.escalations, request] };
    const running = timelineOf(state, 2);
    const first = running.startedOn === null || running.refusedOn !== null;
    // Asking twice keeps the first request's date; asking again after a refusal starts anew.
    return first ? withStageTimeline(asked, 2, { startedOn: occurredOn, refusedOn: null, refusalSentOn: null }) : asked;
  },

  EscalationAccepted(state: CaseState, { occurredOn, body }: EventOf<'EscalationAccepted'>): CaseState {
    return decideLast(state, { how: 'accepted', on: occurredOn, by: body.by, groundId: null, reasons: body.reason });
  },

  EscalationRefused(state: CaseState, { occurredOn, body }: EventOf<'EscalationRefused'>): CaseState {
    const { groundId, reasons, decidedBy } = body;
    const refused = decideLast(state, { how: 'refused', on: occurredOn, by: decidedBy, groundId, reasons });
    return withStageTimeline(refused, 2, { refusedOn: occurredOn });
  },
};

function decideLast(state: CaseState, decided: NonNullable<EscalationRequest['decided']>): CaseState {
  const open = state.escalations.findLastIndex(request => request.decided === null);
  return {
    ...state,
    escalations: state.escalations.map((request, index) => (index === open ? { ...request, decided } : request)),
  };
}
