/** What is particular to a contact, as its own lists read it, and what was suggested about it. */
import type { Insertable } from 'kysely';
import type { Tx } from './landlord-transaction.ts';
import type { ContactSuggestionTable, ContactTable } from './tables-of-records.ts';

export type ContactRow = Insertable<ContactTable>;
export type ContactSuggestionRow = Insertable<ContactSuggestionTable>;

/** Writes both anew, in the transaction that appends the contact's events. */
export async function writeContact(
  tx: Tx,
  row: ContactRow,
  suggestions: readonly ContactSuggestionRow[],
): Promise<void> {
  const { landlord_id, record_id, ...facts } = row;
  await tx
    .insertInto('contact')
    .values(row)
    .onConflict(conflict => conflict.columns(['landlord_id', 'record_id']).doUpdateSet(facts))
    .execute();
  await tx
    .deleteFrom('contact_suggestion')
    .where('landlord_id', '=', landlord_id)
    .where('record_id', '=', record_id)
    .execute();
  if (suggestions.length > 0)
    await tx
      .insertInto('contact_suggestion')
      .values([...suggestions])
      .execute();
}

/** Takes both away, to be written again from the contact's events. */
export async function removeContact(tx: Tx, landlordId: string, recordId: string): Promise<void> {
  for (const table of ['contact_suggestion', 'contact'] as const)
    await tx.deleteFrom(table).where('landlord_id', '=', landlordId).where('record_id', '=', recordId).execute();
}
