import type { EventOf } from '../events.ts';
import type { CaseState } from '../state.ts';
import { vacated } from './ownership.ts';

export const evolveAccess = {
  AccessRestricted(state: CaseState, { occurredOn: on, body }: EventOf<'AccessRestricted'>): CaseState {
    return { ...state, restriction: { on, ...body } };
  },

  AccessRestrictionEnded(state: CaseState, _event: EventOf<'AccessRestrictionEnded'>): CaseState {
    return { ...state, restriction: null };
  },

  DisclosureDecided(state: CaseState, { occurredOn: on, body }: EventOf<'DisclosureDecided'>): CaseState {
    return { ...state, disclosures: [...state.disclosures, { on, ...body }] };
  },

  ComplainedOfNamed(state: CaseState, { occurredOn, body: { personId } }: EventOf<'ComplainedOfNamed'>): CaseState {
    const named = { ...state, complainedOf: [...state.complainedOf, personId] };
    return vacated(vacated(named, 1, personId, occurredOn), 2, personId, occurredOn);
  },
};
