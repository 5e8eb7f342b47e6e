/** The derived row of a record of dissatisfaction, and what is owed on it, written in the transaction that appends its events. */
import { type Insertable, sql } from 'kysely';
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
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

/** The ids of a landlord's records with something due on a day or after it, in their order. */
export async function recordsDueSince(tx: Tx, landlordId: string, day: LocalDate): Promise<string[]> {
  const { rows } = await sql<{ record_id: string }>`
    select d.record_id from dissatisfaction d
    where d.landlord_id = ${landlordId} and d.told_on < ${day} and exists (
      select from obligation o where o.landlord_id = d.landlord_id and o.case_id = d.record_id and o.due_on >= ${day})
    order by d.told_on, d.record_id`.execute(tx);
  return rows.map(row => row.record_id);
}
