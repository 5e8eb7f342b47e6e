import type { EventOf } from '../events.ts';
import type { CaseState } from '../state.ts';

export const evolveTogether = {
  ServiceRequestLinked(state: CaseState, { body }: EventOf<'ServiceRequestLinked'>): CaseState {
    return { ...state, requests: [...state.requests, { requestId: body.requestId, why: body.why }] };
  },

  PetitionRecorded(state: CaseState, { occurredOn, body }: EventOf<'PetitionRecorded'>): CaseState {
    const { signatories, listKept } = body;
    return { ...state, petition: { signatories, listKept, on: occurredOn } };
  },
};
