import type { EventOf } from '../events.ts';
import type { CaseState } from '../state.ts';

export const evolveResidents = {
  SafeContactRecorded(state: CaseState, { occurredOn, body }: EventOf<'SafeContactRecorded'>): CaseState {
    const others = state.safeContact.filter(one => one.personId !== body.personId);
    const held = body.limits.length === 0 ? [] : [{ ...body, on: occurredOn }];
    return { ...state, safeContact: [...others, ...held] };
  },
};
