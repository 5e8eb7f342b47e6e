/** The names that people sign in with: an email address in small letters, of one person in the whole installation. */

import type { Tx } from '../landlord-transaction.ts';
import type { Database } from '../pools.ts';

export type Whose = { landlordId: string; personId: string };

/** The name as it is kept, however it was typed. */
export function signInName(email: string): string {
  return email.normalize('NFC').replaceAll(/\s+/g, '').toLowerCase();
}

/** Whose name it is; null where it is nobody's. Asked before the landlord is known. */
export async function whoseName(database: Pick<Database, 'kysely'>, name: string): Promise<Whose | null> {
  const row = await database.kysely.selectFrom('sign_in_name').selectAll().where('name', '=', name).executeTakeFirst();
  return row === undefined ? null : { landlordId: row.landlord_id, personId: row.person_id };
}

/** Takes a name for somebody. False where it is somebody else's; true where it is theirs already. */
export async function takeName(tx: Tx, name: string, { landlordId, personId }: Whose): Promise<boolean> {
  await tx
    .insertInto('sign_in_name')
    .values({ name, landlord_id: landlordId, person_id: personId })
    .onConflict(conflict => conflict.doNothing())
    .execute();
  const row = await tx.selectFrom('sign_in_name').selectAll().where('name', '=', name).executeTakeFirst();
  return row?.landlord_id === landlordId && row.person_id === personId;
}

/** Gives up the name somebody signs in with: it is free for anybody. */
export async function releaseName(tx: Tx, { landlordId, personId }: Whose): Promise<void> {
  await tx.deleteFrom('sign_in_name').where('landlord_id', '=', landlordId).where('person_id', '=', personId).execute();
}

/** The name somebody signs in with; null where they have none. */
export async function nameOf(tx: Tx, { landlordId, personId }: Whose): Promise<string | null> {
  const row = await tx
    .selectFrom('sign_in_name')
    .select('name')
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.name ?? null;
}
