/** Who may know what lies behind somebody's needs: a disability, health, what makes them vulnerable (Code 5.10; UK GDPR, article 9). */
import type { PersonId } from '../complaint/events.ts';
import type { Policy } from '../policy/policy.ts';
import type { RoleId } from '../policy/roles.ts';
import { can } from './scope.ts';

type Looking = { personId: PersonId; roles: readonly RoleId[] };

/**
 * Whoever deals with a complaint of theirs that is not closed, at either stage, and those who hand the work out. Everybody else knows
 * what they have to do, and not why.
 */
export function maySeeBehind(looking: Looking, handlers: readonly (PersonId | null)[], policy: Policy): boolean {
  return handlers.includes(looking.personId) || can(looking.roles, 'assign', policy);
}
