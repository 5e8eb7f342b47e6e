/** Whether somebody works for a landlord on a day, and recording that they do not. */
import { sql } from 'kysely';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import { sortNameOf } from '../cases/residents.ts';
import type { Tx } from '../landlord-transaction.ts';
import type { Whose } from './names.ts';

export async function isWorkingThere(tx: Tx, { landlordId, personId }: Whose, today: LocalDate): Promise<boolean> {
  const row = await tx
    .selectFrom('person')
    .select('left_on')
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined && (row.left_on === null || row.left_on > today);
}

export async function recordLeft(tx: Tx, { landlordId, personId }: Whose, leftOn: LocalDate): Promise<void> {
  await tx
    .updateTable('person')
    .set({ left_on: leftOn })
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .execute();
}

/** Gives somebody these roles in place of those they had. */
export async function replaceRoles(tx: Tx, { landlordId, personId }: Whose, roles: readonly string[]): Promise<void> {
  await tx.deleteFrom('person_role').where('landlord_id', '=', landlordId).where('person_id', '=', personId).execute();
  if (roles.length === 0) return;
  await tx
    .insertInto('person_role')
    .values(roles.map(role => ({ landlord_id: landlordId, person_id: personId, role })))
    .execute();
}

/** Those who change a landlord's people take turns, so that each sees what the other did. */
export async function takeTurnWithPeople(tx: Tx, landlordId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`people ${landlordId}`}, 0))`.execute(tx);
}

type PersonChanges = {
  name?: string;
  email?: string | null;
  jobTitle?: string | null;
  team?: string | null;
  managerId?: string | null;
};

/** Changes what is said of somebody. What is left out stays. */
export async function updatePerson(
  tx: Tx,
  { landlordId, personId }: Whose,
  { name, email, jobTitle, team, managerId }: PersonChanges,
): Promise<void> {
  await tx
    .updateTable('person')
    .set({
      ...(name === undefined ? {} : { name, sort_name: sortNameOf(name) }),
      ...(email === undefined ? {} : { email }),
      ...(jobTitle === undefined ? {} : { job_title: jobTitle }),
      ...(team === undefined ? {} : { team }),
      ...(managerId === undefined ? {} : { manager_id: managerId }),
    })
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .execute();
}
