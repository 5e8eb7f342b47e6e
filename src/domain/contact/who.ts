/** Who may judge what somebody told us. */
import { can } from '../access/scope.ts';
import type { Capability } from '../policy/roles.ts';
import type { Contact } from './contact.ts';
import type { ContactDeciding } from './decide.ts';

const judges: readonly Capability[] = ['investigate-stage-1', 'review-stage-2', 'assign', 'refuse-complaint'];

/** Whoever handles complaints or hands them out judges any; others what they wrote down themselves, in the same breath. */
export function mayTriage(
  { recordedBy }: Pick<Contact, 'recordedBy'>,
  { actor, policy }: Pick<ContactDeciding, 'actor' | 'policy'>,
): boolean {
  return (
    judges.some(capability => can(actor.roles, capability, policy)) ||
    (recordedBy === actor.personId && can(actor.roles, 'log', policy))
  );
}
