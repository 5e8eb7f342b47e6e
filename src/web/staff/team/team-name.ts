import type { Landlord } from '../../../application/landlord.ts';

/** The team as its label says it, where it is one of the policy's service areas; else as it was written, with a capital. Null where there is none. */
export function teamName({ policy }: Pick<Landlord, 'policy'>, team: string | null): string | null {
  if (team === null) return null;
  return policy.serviceAreas.find(area => area.id === team)?.label ?? team.charAt(0).toUpperCase() + team.slice(1);
}
