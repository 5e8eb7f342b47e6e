/** The complaints of one resident: what is recorded of the person holds in each of them. */
import type { Reading } from '../reading.ts';

/** The ids of all complaints of a resident, the newest first. */
export async function casesOfPerson(tx: Reading, landlordId: string, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('case_index')
    .select('case_id')
    .where('landlord_id', '=', landlordId)
    .where('complainant_id', '=', personId)
    .orderBy('received_on', 'desc')
    .orderBy('case_id', 'desc')
    .execute();
  return rows.map(row => row.case_id);
}

/** The ids of all complaints in which somebody has a part: as the resident, or as who represents them. */
export async function casesAroundPerson(tx: Reading, landlordId: string, personId: string): Promise<string[]> {
  const represented = await tx
    .selectFrom('case_index')
    .select('case_id')
    .where('landlord_id', '=', landlordId)
    .where('representative_id', '=', personId)
    .orderBy('case_id')
    .execute();
  return [...new Set([...(await casesOfPerson(tx, landlordId, personId)), ...represented.map(row => row.case_id)])];
}
