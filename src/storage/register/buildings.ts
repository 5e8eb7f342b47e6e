/** The rows of buildings, as their events make them. */
import type { Insertable } from 'kysely';
import type { Tx } from '../landlord-transaction.ts';
import type { BuildingTable } from '../tables-of-register.ts';

export async function writeBuildingRow(tx: Tx, row: Insertable<BuildingTable>): Promise<void> {
  const { landlord_id: _l, building_id: _b, ...facts } = row;
  await tx
    .insertInto('building')
    .values(row)
    .onConflict(conflict => conflict.columns(['landlord_id', 'building_id']).doUpdateSet(facts))
    .execute();
}

/** The id of the building with a reference; null where there is none. */
export async function buildingByReference(tx: Tx, landlordId: string, reference: string): Promise<string | null> {
  const row = await tx
    .selectFrom('building')
    .select('building_id')
    .where('landlord_id', '=', landlordId)
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row?.building_id ?? null;
}
