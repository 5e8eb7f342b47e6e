import type { Tx } from '../landlord-transaction.ts';

export type StaffMember = {
  personId: string;
  name: string;
  email: string | null;
  jobTitle: string | null;
  team: string | null;
  managerId: string | null;
  roles: string[];
  active: boolean;
};

/** Everybody who works for a landlord, those who have left included (their names stand in old cases), by name. */
export async function allStaff(tx: Tx, landlordId: string): Promise<StaffMember[]> {
  const people = await tx
    .selectFrom('person')
    .select(['person_id', 'name', 'email', 'job_title', 'team', 'manager_id', 'left_on'])
    .where('landlord_id', '=', landlordId)
    .orderBy('sort_name')
    .execute();
  const roles = await tx
    .selectFrom('person_role')
    .select(['person_id', 'role'])
    .where('landlord_id', '=', landlordId)
    .orderBy('role')
    .execute();
  return people.map(person => ({
    personId: person.person_id,
    name: person.name,
    email: person.email,
    jobTitle: person.job_title,
    team: person.team,
    managerId: person.manager_id,
    roles: roles.filter(role => role.person_id === person.person_id).map(role => role.role),
    active: person.left_on === null,
  }));
}
