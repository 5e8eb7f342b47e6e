/** Who works for a landlord, for lists to choose from. */
import type { Policy } from '../../domain/policy/policy.ts';
import { allStaff } from '../../storage/cases/staff.ts';
import type { Reading } from '../reading.ts';

export type StaffChoice = { personId: string; name: string; role: string };

/** Everybody who works there today, by name, with what they do. */
export async function staffChoices(tx: Reading, landlordId: string, policy: Policy): Promise<StaffChoice[]> {
  const staff = await allStaff(tx, landlordId);
  return staff
    .filter(person => person.active)
    .map(({ personId, name, jobTitle, roles }) => ({
      personId,
      name,
      role: jobTitle ?? roles.map(id => policy.roles.find(role => role.id === id)?.title ?? id).join(', '),
    }));
}
