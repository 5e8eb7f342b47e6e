import type { EventOf } from '../events.ts';
import type { CaseState } from '../state.ts';

export const evolveFiles = {
  FileAdded(state: CaseState, { occurredOn, body }: EventOf<'FileAdded'>): CaseState {
    return { ...state, files: [...state.files, { ...body, on: occurredOn, entry: state.version + 1 }] };
  },
};
