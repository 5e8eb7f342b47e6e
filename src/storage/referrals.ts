/** The derived row of a restricted referral, written in the transaction that appends its events. */
import type { Insertable } from 'kysely';
import type { Tx } from './landlord-transaction.ts';
import type { ReferralTable } from './tables-of-records.ts';

export type ReferralRow = Insertable<ReferralTable>;

/** Writes it anew. */
export async function writeReferralRow(tx: Tx, row: ReferralRow): Promise<void> {
  const { landlord_id: _landlord, referral_id: _referral, ...facts } = row;
  await tx
    .insertInto('referral')
    .values(row)
    .onConflict(conflict => conflict.columns(['landlord_id', 'referral_id']).doUpdateSet(facts))
    .execute();
}

/** Takes it away, to be written again from its events. */
export async function removeReferralRow(tx: Tx, landlordId: string, referralId: string): Promise<void> {
  await tx.deleteFrom('referral').where('landlord_id', '=', landlordId).where('referral_id', '=', referralId).execute();
}
