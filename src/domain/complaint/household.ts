/** Complaints of one household: linked, and kept apart in everything but the works they share (R64). */
import type { CaseState } from './state.ts';

/** The ids of the linked complaints that come from the same household. */
export function householdOf({ links }: CaseState): string[] {
  return [...new Set(links.filter(link => link.why === 'household').map(link => link.otherCaseId))];
}
