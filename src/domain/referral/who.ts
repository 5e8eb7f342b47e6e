/** Who may see a restricted referral, and who may know that there is one (R61). */
import { isClosedTo } from '../access/need-to-know.ts';
import type { PersonId } from '../complaint/events.ts';
import type { CaseState } from '../complaint/state.ts';
import { safeguardingRoles } from '../policy/duty-times.ts';
import type { Policy } from '../policy/policy.ts';
import type { RoleId } from '../policy/roles.ts';
import type { Referral } from './referral.ts';

export type Looking = { personId: PersonId; roles: readonly RoleId[] };
/** What of the complaint decides it. */
export type Around = Pick<CaseState, 'complainedOf' | 'conflicts' | 'stages'>;
type Parties = Pick<Referral, 'madeBy' | 'dutyPersonId'>;

/** Whether somebody holds a role that is on duty for such signs. */
export function onDuty({ roles }: Pick<Looking, 'roles'>, policy: Policy): boolean {
  return safeguardingRoles(policy).some(role => roles.includes(role));
}

/** Whom the complaint is about, or who said that they are too near to it: what somebody is to be kept safe from may be them. */
export function tooNear({ personId }: Pick<Looking, 'personId'>, around: Pick<Around, 'complainedOf' | 'conflicts'>) {
  return isClosedTo(around, personId);
}

/** Its words: whoever is on duty, the person named, and whoever recorded it; never somebody too near to the complaint. */
export function maySeeReferral(looking: Looking, referral: Parties, around: Around, policy: Policy): boolean {
  if (tooNear(looking, around)) return false;
  const { personId } = looking;
  return onDuty(looking, policy) || referral.madeBy === personId || referral.dutyPersonId === personId;
}

/**
 * That there is one, and no more: also those who deal with the complaint now, who have to take care when they speak with the
 * resident, and those who hand the work out. Everybody else who can read the complaint is told nothing.
 */
export function mayKnowOfReferral(looking: Looking, referral: Parties, around: Around, policy: Policy): boolean {
  if (tooNear(looking, around)) return false;
  if (maySeeReferral(looking, referral, around, policy)) return true;
  const { stages } = around;
  const handles = stages[1].handlerId === looking.personId || stages[2].handlerId === looking.personId;
  return handles || policy.roles.some(role => looking.roles.includes(role.id) && role.may.includes('assign'));
}
