import type { LocalDate } from '../calendar/dates.ts';
import type { PersonId } from '../complaint/events.ts';
import type { CaseState } from '../complaint/state.ts';

/**
 * Whom letters go to: the representative while there is authority for them to act, otherwise the resident, who is told nothing
 * less and nobody else is told anything [MAG-03][R22]. Authority counts through its last day, and ends with a death: then it is
 * whoever goes on with the complaint, or the estate at the resident's id [R62]. Null: the case has nobody.
 */
export function addressee(state: CaseState, today: LocalDate): PersonId | null {
  if (state.death !== null) return state.successor?.personId ?? state.complainantId;
  const acting = state.representative;
  const authority = acting?.authority ?? null;
  if (acting === null || authority === null) return state.complainantId;
  return authority.until === null || authority.until >= today ? acting.personId : state.complainantId;
}
