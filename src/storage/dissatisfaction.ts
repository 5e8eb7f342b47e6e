/** The derived row of a record of dissatisfaction, and what is owed on it, written in the transaction that appends its events. */
import type { Insertable } from 'kysely';
import type { Instant } from '../domain/calendar/dates.ts';
import { type ObligationRow, replaceObligations } from './cases/rows.ts';
import type { Tx } from './landlord-transaction.ts';
import type { DissatisfactionTable } from './tables-of-cases.ts';

export type DissatisfactionRow = Insertable<DissatisfactionTable>;

/** Writes both anew. `changedAt`: when its last event was recorded. */
export async function writeDissatisfaction(
  tx: Tx,
  row: DissatisfactionRow,
  obligations: readonly ObligationRow[],
  changedAt: Instant,
): Promise<void> {
  const { landlord_id, record_id, ...facts } = row;
  await tx
    .insertInto('dissatisfaction')
    .values(row)
    .onConflict(conflict => conflict.columns(['landlord_id', 'record_id']).doUpdateSet(facts))
    .execute();
  await replaceObligations(tx, { landlord_id, case_id: record_id, changed_at: changedAt }, obligations);
}

/** Takes the derived rows of a record away, to be written again from its events. */
export async function removeDissatisfaction(tx: Tx, landlordId: string, recordId: string): Promise<void> {
  await tx.deleteFrom('obligation').where('landlord_id', '=', landlordId).where('case_id', '=', recordId).execute();
  await tx
    .deleteFrom('dissatisfaction')
    .where('landlord_id', '=', landlordId)
    .where('record_id', '=', recordId)
    .execute();
}
