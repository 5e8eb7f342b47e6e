/** The row that lists of mixed work read of a record, whatever its kind, and what is owed on it. */
import type { Insertable } from 'kysely';
import type { Instant } from '../domain/calendar/dates.ts';
import { type ObligationRow, replaceObligations } from './cases/rows.ts';
import type { Tx } from './landlord-transaction.ts';
import type { RecordIndexTable } from './tables-of-records.ts';

export type RecordRow = Insertable<RecordIndexTable>;

/** Writes both anew, in the transaction that appends the record's events. `changedAt`: when its last event was recorded. */
export async function writeRecordRow(
  tx: Tx,
  row: RecordRow,
  obligations: readonly ObligationRow[],
  changedAt: Instant,
): Promise<void> {
  const { landlord_id, record_id, ...facts } = row;
  await tx
    .insertInto('record_index')
    .values(row)
    .onConflict(conflict => conflict.columns(['landlord_id', 'record_id']).doUpdateSet(facts))
    .execute();
  await replaceObligations(tx, { landlord_id, case_id: record_id, changed_at: changedAt }, obligations);
}

/** Takes both away, to be written again from the record's events. */
export async function removeRecordRow(tx: Tx, landlordId: string, recordId: string): Promise<void> {
  await tx.deleteFrom('obligation').where('landlord_id', '=', landlordId).where('case_id', '=', recordId).execute();
  await tx.deleteFrom('record_index').where('landlord_id', '=', landlordId).where('record_id', '=', recordId).execute();
}
