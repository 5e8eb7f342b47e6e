import type { EventOf } from '../events.ts';
import type { CaseState, EscalationRequest } from '../state.ts';
import { timelineOf, withStageTimeline } from './parts.ts';

export const evolveEscalation = {
  EscalationRequested(state: CaseState, { occurredOn, body }: EventOf<'EscalationRequested'>): CaseState {
    const request: EscalationRequest = { ...body, on: occurredOn, decided: null };
    const asked = { ...state, escalations: [...state.escalations, request] };
    const running = timelineOf(state, 2);
    // Asking twice keeps the first day they asked, whichever was recorded first; asking again after a refusal starts anew.
    if (running.startedOn === null || running.refusedOn !== null)
      return withStageTimeline(asked, 2, { startedOn: occurredOn, refusedOn: null, refusalSentOn: null });
    return occurredOn < running.startedOn ? withStageTimeline(asked, 2, { startedOn: occurredOn }) : asked;
  },

  EscalationAccepted(state: CaseState, { occurredOn, body }: EventOf<'EscalationAccepted'>): CaseState {
    return decideOpen(state, { how: 'accepted', on: occurredOn, by: body.by, groundId: null, reasons: body.reason });
  },

  EscalationRefused(state: CaseState, { occurredOn, body }: EventOf<'EscalationRefused'>): CaseState {
    const { groundId, reasons, decidedBy } = body;
    const decided = { how: 'refused', on: occurredOn, by: decidedBy, groundId, reasons } as const;
    const last = state.escalations.length - 1;
    const open = state.escalations.some(request => request.decided === null);
    // Declined although it had been accepted by default: the decision is on the latest request.
    const refused = open ? decideOpen(state, decided) : decideOpen(state, decided, index => index === last);
    return withStageTimeline(refused, 2, { refusedOn: occurredOn });
  },
};

/** One decision settles every request that still waits for one. */
function decideOpen(
  state: CaseState,
  decided: NonNullable<EscalationRequest['decided']>,
  also: (index: number) => boolean = () => false,
): CaseState {
  const escalations = state.escalations.map((request, index) =>
    request.decided === null || also(index) ? { ...request, decided } : request,
  );
  return { ...state, escalations };
}
