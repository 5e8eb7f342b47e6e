import { sql } from 'kysely';
import type { LocalDate } from '../../domain/calendar/dates.ts';
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
  /** The day from which they do not work there any more. */
  leftOn: LocalDate | null;
};

/** Everybody who works for a landlord, those who have left included (their names stand in old cases), by name. */
export async function allStaff(tx: Tx, landlordId: string): Promise<StaffMember[]> {
  const { rows } = await sql<StaffRow>`
    select person_id, name, email, job_title, team, manager_id, left_on, array(
      select role from person_role r where r.landlord_id = p.landlord_id and r.person_id = p.person_id order by role
    ) as roles
    from person p where landlord_id = ${landlordId} order by sort_name`.execute(tx);
  return rows.map(person => ({
    personId: person.person_id,
    name: person.name,
    email: person.email,
    jobTitle: person.job_title,
    team: person.team,
    managerId: person.manager_id,
    roles: person.roles,
    active: person.left_on === null,
    leftOn: person.left_on,
  }));
}

type StaffRow = {
  person_id: string;
  name: string;
  email: string | null;
  job_title: string | null;
  team: string | null;
  manager_id: string | null;
  left_on: LocalDate | null;
  roles: string[];
};
