/** Who may see which complaints: one closed answer, asked by every list, count, search and download (design: access). */

import type { PersonId } from '../complaint/events.ts';
import type { CaseState } from '../complaint/state.ts';
import type { Policy } from '../policy/policy.ts';
import type { Capability, RoleId } from '../policy/roles.ts';

/** `all`: every complaint of the landlord. `own`: those the person logged, handles, or owes something on. */
export type Scope = { kind: 'all' } | { kind: 'own'; personId: string };

const seesAll: readonly Capability[] = [
  'see-all-cases',
  'investigate-stage-1',
  'review-stage-2',
  'assign',
  'scrutinise',
];

/** The scope of somebody with these roles under the landlord's delegation. */
export function scopeOf(person: { personId: string; roles: readonly RoleId[] }, policy: Policy): Scope {
  const all = policy.roles.some(role => person.roles.includes(role.id) && role.may.some(can => seesAll.includes(can)));
  return all ? { kind: 'all' } : { kind: 'own', personId: person.personId };
}

/** Whether a scope takes in a complaint: the same answer as its SQL, which a property test compares. */
export function inScope(scope: Scope, state: CaseState): boolean {
  if (scope.kind === 'all') return true;
  const { personId } = scope;
  return (
    state.loggedBy === personId ||
    state.stages[1].handlerId === personId ||
    state.stages[2].handlerId === personId ||
    state.information.some(request => request.of === personId) ||
    state.actions.some(action => action.owner.kind === 'person' && action.owner.personId === personId)
  );
}

/**
 * Whether a complaint in the scope is shown whole. Somebody who was only asked a question is shown that question, and nothing else
 * of the complaint (MAG-10, MAG-11).
 */
export function seesWholeCase(scope: Scope, state: CaseState): boolean {
  if (scope.kind === 'all') return true;
  const { personId } = scope;
  return inScope(scope, { ...state, information: state.information.filter(request => request.of !== personId) });
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
