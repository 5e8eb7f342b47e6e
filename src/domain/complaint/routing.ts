/** To whom a policy sends a complaint (MAG-30 to MAG-32): by what it is about, what is at stake and who is complained of. */
import type { Policy } from '../policy/policy.ts';
import type { RoutingRule } from '../policy/roles.ts';
import type { Deciding } from './deciding.ts';
import type { CaseState } from './state.ts';

/** The routing rules that fit a complaint, those that leave no choice first. */
export function routingFor(state: CaseState, deciding: Pick<Deciding, 'policy' | 'people'>): RoutingRule[] {
  const fitting = deciding.policy.routing.filter(rule => fits(rule, state, deciding));
  return [...fitting.filter(rule => rule.strength === 'always'), ...fitting.filter(rule => rule.strength !== 'always')];
}

/** Whether a rule can be used: it fits, or it is open to any serious matter with a reason (MAG-31). */
export function mayRouteBy(
  rule: RoutingRule,
  state: CaseState,
  deciding: Pick<Deciding, 'policy' | 'people'>,
): boolean {
  return fits(rule, state, deciding) || ('flag' in rule.when && rule.when.flag.includes('other-serious'));
}

function fits({ when }: RoutingRule, state: CaseState, deciding: Pick<Deciding, 'policy' | 'people'>): boolean {
  if ('category' in when) return when.category.includes(state.category);
  if ('flag' in when) return when.flag.some(flag => state.flags.includes(flag));
  if (when.complainedOf === 'complaints-team' && state.flags.includes('about-complaints-team')) return true;
  if (when.complainedOf === 'head-or-director' && state.flags.includes('about-head-or-director')) return true;
  return complainedOfRoles(state, deciding).some(role => isOf(role, when.complainedOf));
}

type Role = Policy['roles'][number];

function complainedOfRoles(state: CaseState, { policy, people }: Pick<Deciding, 'policy' | 'people'>): Role[] {
  const ids = state.complainedOf.flatMap(personId => people[personId]?.roles ?? []);
  return policy.roles.filter(role => ids.includes(role.id));
}

function isOf(role: Role, who: 'complaints-team' | 'head-or-director' | 'manager'): boolean {
  const high = role.seniority === 'head' || role.seniority === 'director';
  if (who === 'head-or-director') return high;
  if (who === 'manager') return role.seniority === 'lead' || role.id === 'manager';
  return !high && role.may.includes('investigate-stage-1');
}
