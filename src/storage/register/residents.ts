import type { Tx } from '../landlord-transaction.ts';

/** Whether somebody of this id is in the register. */
export async function isResident(tx: Tx, landlordId: string, residentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('resident')
    .select('resident_id')
    .where('landlord_id', '=', landlordId)
    .where('resident_id', '=', residentId)
    .executeTakeFirst();
  return row !== undefined;
}
