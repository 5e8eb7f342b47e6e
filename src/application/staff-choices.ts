/** Who works for a landlord, for lists to choose from. */
import type { Landlord } from './landlord.ts';

export type StaffChoice = { personId: string; name: string; role: string };

/** Everybody who works there today, by name, with what they do. */
export function staffChoices({ staff, policy }: Landlord): StaffChoice[] {
  return staff
    .filter(person => person.active)
    .map(({ personId, name, jobTitle, roles }) => ({
      personId,
      name,
      role: jobTitle ?? roles.map(id => policy.roles.find(role => role.id === id)?.title ?? id).join(', '),
    }));
}
