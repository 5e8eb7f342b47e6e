import { sql } from 'kysely';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { Absence } from '../../domain/staff/absence.ts';
import type { TrainingHeld } from '../../domain/staff/training.ts';
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
  /** The London day from which they have been known here. */
  since: LocalDate;
  /** From today on, by their first day. */
  absences: Absence[];
  /** The latest of each kind. */
  training: TrainingHeld[];
};

/** Everybody who works for a landlord, those who have left included (their names stand in old cases), by name. `today`: absences that are over by then are left out. */
export async function allStaff(tx: Tx, landlordId: string, today: LocalDate): Promise<StaffMember[]> {
  const { rows } = await sql<StaffRow>`
    select person_id, name, email, job_title, team, manager_id, left_on, array(
      select role from person_role r where r.landlord_id = p.landlord_id and r.person_id = p.person_id order by role
    ) as roles, (created_at at time zone 'Europe/London')::date as since, (
      select coalesce(jsonb_agg(jsonb_build_object('absenceId', a.absence_id, 'kind', a.kind, 'from', a.from_on, 'to', a.to_on,
        'coverId', a.cover_id) order by a.from_on), '[]') from staff_absence a
      where a.landlord_id = p.landlord_id and a.person_id = p.person_id and a.until_on >= ${today}
    ) as absences, (
      select coalesce(jsonb_agg(jsonb_build_object('trainingId', t.training, 'on', t.done_on, 'expiresOn', t.expires_on)
        order by t.training), '[]') from staff_training t
      where t.landlord_id = p.landlord_id and t.person_id = p.person_id
    ) as training
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
    since: person.since,
    absences: person.absences,
    training: person.training,
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
  since: LocalDate;
  absences: Absence[];
  training: TrainingHeld[];
};
