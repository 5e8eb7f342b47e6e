/** What is particular to a record of dissatisfaction, as its own lists read it. */
import type { Insertable } from 'kysely';
import type { Tx } from './landlord-transaction.ts';
import type { DissatisfactionTable } from './tables-of-records.ts';

export type DissatisfactionRow = Insertable<DissatisfactionTable>;

/** Writes it anew, in the transaction that appends the record's events. */
export async function writeDissatisfaction(tx: Tx, row: DissatisfactionRow): Promise<void> {
  const { landlord_id: _l, record_id: _r, ...facts } = row;
  await tx
    .insertInto('dissatisfaction')
    .values(row)
    .onConflict(conflict => conflict.columns(['landlord_id', 'record_id']).doUpdateSet(facts))
    .execute();
}

/** Takes it away, to be written again from the record's events. */
export async function removeDissatisfaction(tx: Tx, landlordId: string, recordId: string): Promise<void> {
  await tx
    .deleteFrom('dissatisfaction')
    .where('landlord_id', '=', landlordId)
    .where('record_id', '=', recordId)
    .execute();
}
