/** To whom a case is closed, and to whom it is restricted, as rows that every list leaves out what is not theirs by. */
import { sql } from 'kysely';
import type { RoleId } from '../../domain/policy/roles.ts';
import type { Tx } from '../landlord-transaction.ts';

export type AccessRows = {
  closedTo: readonly string[];
  restriction: { people: readonly string[]; roles: readonly RoleId[] } | null;
};

/** Writes them in the place of what was there. */
export async function writeAccessRows(
  tx: Tx,
  { landlordId, caseId }: { landlordId: string; caseId: string },
  { closedTo, restriction }: AccessRows,
): Promise<void> {
  await Promise.all([
    sql`
      insert into case_closed_to (landlord_id, case_id, person_id)
      select ${landlordId}::uuid, ${caseId}::uuid, person from unnest(${closedTo}::uuid[]) person
      on conflict do nothing`.execute(tx),
    restriction === null
      ? sql`delete from case_restriction where landlord_id = ${landlordId} and case_id = ${caseId}`.execute(tx)
      : sql`
          insert into case_restriction (landlord_id, case_id, people, roles)
          values (${landlordId}, ${caseId}, ${restriction.people}::uuid[], ${restriction.roles}::text[])
          on conflict (landlord_id, case_id) do update set people = excluded.people, roles = excluded.roles`.execute(
          tx,
        ),
  ]);
}
