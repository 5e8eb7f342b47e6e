/** Who works for a landlord, for lists to choose from. */
import { administratorRole, administratorTitle } from '../domain/access/administrator.ts';
import type { Landlord } from './landlord.ts';

export type StaffChoice = { personId: string; name: string; role: string };

/** A role in words: one of the policy's, or the installation's administrator. */
export function titleOf(policy: Landlord['policy'], id: string): string {
  return policy.roles.find(role => role.id === id)?.title ?? (id === administratorRole ? administratorTitle : id);
}

/** Everybody who works there today, by name, with what they do. */
export function staffChoices({ staff, policy }: Landlord): StaffChoice[] {
  return staff
    .filter(person => person.active)
    .map(({ personId, name, jobTitle, roles }) => ({
      personId,
      name,
      role: jobTitle ?? roles.map(id => titleOf(policy, id)).join(', '),
    }));
}
