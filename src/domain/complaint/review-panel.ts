/** Where a policy has stage 2 decided by several people together: who they are so far, and who is still lacking. */
import type { RoleId } from '../policy/roles.ts';
import type { Deciding } from './deciding.ts';
import type { PersonId } from './events.ts';
import { notIndependent } from './independence.ts';
import type { CaseState } from './state.ts';

export type ReviewPanel = { members: PersonId[]; needs: number; complete: boolean; lacks: RoleId[] };

/** The last people assigned to stage 2, as many as the policy wants, who are still independent of the case. */
export function reviewPanel(state: CaseState, deciding: Deciding): ReviewPanel {
  const { panelOf, oneOfEach = false, reviewers } = deciding.policy.stage2Review;
  const independent = state.stages[2].handlers.filter(id => notIndependent(state, 2, id, deciding) === null);
  const members = [...new Set(independent.toReversed())].slice(0, panelOf).toReversed();
  const lacks = oneOfEach
    ? reviewers.filter(role => !members.some(id => deciding.people[id]?.roles.includes(role) ?? false))
    : [];
  return { members, needs: panelOf, complete: members.length >= panelOf && lacks.length === 0, lacks };
}
