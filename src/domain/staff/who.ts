/** Who may record what about whom among those who work here. */
import { can } from '../access/scope.ts';
import type { PersonFacts } from '../complaint/deciding.ts';
import type { Policy } from '../policy/policy.ts';

type Who = Pick<PersonFacts, 'personId' | 'roles'>;
type Whom = Pick<PersonFacts, 'personId' | 'name' | 'managerId'>;

/** Whether somebody's absence is another's to record: their own, of those they manage, or because they hand work out. */
export function whyNotAbout(who: Who, whom: Whom, policy: Policy): string | null {
  if (who.personId === whom.personId || isLeadOf(who, whom, policy)) return null;
  return `Absence is recorded by ${whom.name}, by who manages them, and by who hands work out.`;
}

/** Training needs somebody else to have seen the evidence. */
export function whyNotTrain(who: Who, whom: Whom, policy: Policy): string | null {
  if (who.personId !== whom.personId && isLeadOf(who, whom, policy)) return null;
  return `Training of ${whom.name} is recorded by who manages them, or by who hands work out, once they have seen what shows it.`;
}

/** Whether somebody answers for another: as their manager, or as who hands work out. */
export function isLeadOf({ personId, roles }: Who, whom: Pick<Whom, 'managerId'>, policy: Policy): boolean {
  return whom.managerId === personId || can(roles, 'assign', policy);
}
