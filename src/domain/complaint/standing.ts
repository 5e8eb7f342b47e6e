import type { Policy } from '../policy/policy.ts';
import type { Standing } from './events.ts';

/**
 * Whether somebody can take a complaint to the Housing Ombudsman, by who they are to the landlord [R1][MAG-02]. A former
 * occupier can for matters of that time; whoever the policy does not know is unsure, and unsure is told of the right all the same.
 */
export function standingOf(complainantType: string, policy: Policy): Standing {
  const known = policy.complainants.find(type => type.id === complainantType);
  if (known === undefined) return 'unsure';
  return known.ombudsmanStanding === 'time-of-occupation' ? 'yes' : known.ombudsmanStanding;
}
