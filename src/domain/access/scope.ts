/** Who may see which complaints: one closed answer, asked by every list, count, search and download (design: access). */

import type { PersonId } from '../complaint/events.ts';
import type { CaseState } from '../complaint/state.ts';
import type { Policy } from '../policy/policy.ts';
import type { Capability, RoleId } from '../policy/roles.ts';
import { isOpenTo, type Looking, namedFor } from './need-to-know.ts';
import { holds } from './permissions.ts';

/**
 * `all`: every complaint of the landlord that is open to them. `own`: those the person logged, handles, owes something on, or is
 * named for. Neither takes in one that is closed to them, or restricted to others.
 */
export type Scope = { kind: 'all' | 'own' } & Looking;

/** The scope of somebody with these roles under the landlord's delegation. */
export function scopeOf({ personId, roles }: Looking, policy: Policy): Scope {
  return { kind: roles.some(role => roleSeesAll(role, policy)) ? 'all' : 'own', personId, roles };
}

/** Whether a role sees complaints that are not its own. */
export function roleSeesAll(roleId: RoleId, policy: Policy): boolean {
  return holds([roleId], 'see-others-cases', policy);
}

/**
 * Whether a scope takes in a complaint: the same answer as its SQL, which a property test compares. A question that somebody was
 * asked opens that question and nothing else, and is theirs to answer even where the complaint is closed to them, so that whoever
 * it is about can say how it was (MAG-10, MAG-11, Code 5.8).
 */
export function seesWholeCase(scope: Scope, state: CaseState): boolean {
  if (scope.kind === 'all') return isOpenTo(scope, state);
  // A role named for a restricted complaint opens it to those whose role sees complaints that are not their own.
  return viewersOf(state).includes(scope.personId);
}

/** Whose case it is: whoever logged it, handles or handled a stage, has or had a promise to keep, or is named for it. */
function ownersOf(state: CaseState): string[] {
  const { loggedBy, stages, actions } = state;
  const owners = actions.flatMap(({ owner }) => (owner.kind === 'person' ? [owner.personId] : []));
  const all = [loggedBy, stages[1].handlerId, stages[2].handlerId, ...owners, ...namedFor(state)];
  return [...new Set(all.filter(id => id !== null))];
}

/** Those of them who see it as theirs: none to whom it is closed, or who are not named where only some are. */
export function viewersOf(state: CaseState): string[] {
  return ownersOf(state).filter(personId => isOpenTo({ personId, roles: [] }, state));
}

/** Whether a record that is no complaint is in the scope: everybody's, or what the person recorded or answers for. */
export function recordInScope(
  scope: Scope,
  record: { recordedBy: PersonId | null; ownerId?: PersonId | null },
): boolean {
  return scope.kind === 'all' || record.recordedBy === scope.personId || record.ownerId === scope.personId;
}

/** Whether the roles carry a capability, by the pack's delegation: for what a page offers; acts are decided by `decide`. */
export function can(roles: readonly RoleId[], capability: Capability, policy: Policy): boolean {
  return policy.roles.some(role => roles.includes(role.id) && role.may.includes(capability));
}
