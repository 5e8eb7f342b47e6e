/** What proves somebody: the hash of a password, the sealed secret of an app, hashes of recovery codes. */
import type { Instant } from '../../domain/calendar/dates.ts';
import type { Tx } from '../landlord-transaction.ts';
import type { Whose } from './names.ts';

export type Account = {
  passwordHash: string;
  passwordSetAt: Instant;
  appSecret: Buffer;
  appSetAt: Instant;
  appLastStep: number;
  signedInAt: Instant | null;
};

/** The account of somebody; null where they have not made one. */
export async function readAccount(tx: Tx, { landlordId, personId }: Whose): Promise<Account | null> {
  const row = await tx
    .selectFrom('account')
    .selectAll()
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    passwordHash: row.password_hash,
    passwordSetAt: row.password_set_at,
    appSecret: row.app_secret,
    appSetAt: row.app_set_at,
    appLastStep: Number(row.app_last_step),
    signedInAt: row.signed_in_at,
  };
}

/** Makes the account of somebody, in place of the one they had. */
export async function makeAccount(
  tx: Tx,
  whose: Whose,
  made: { passwordHash: string; appSecret: Buffer; step: number; now: Instant },
): Promise<void> {
  await removeAccount(tx, whose);
  await tx
    .insertInto('account')
    .values({
      ...{ landlord_id: whose.landlordId, person_id: whose.personId },
      ...{ password_hash: made.passwordHash, password_set_at: made.now },
      ...{ app_secret: made.appSecret, app_set_at: made.now, app_last_step: made.step, signed_in_at: made.now },
    })
    .execute();
}

/** Takes the account of somebody away with all that proved them. */
export async function removeAccount(tx: Tx, { landlordId, personId }: Whose): Promise<void> {
  for (const table of ['recovery_code', 'known_device', 'provider_identity', 'account'] as const)
    await tx.deleteFrom(table).where('landlord_id', '=', landlordId).where('person_id', '=', personId).execute();
}

type Changes = Partial<{
  password_hash: string;
  password_set_at: Instant;
  app_secret: Buffer;
  app_set_at: Instant;
  app_last_step: number;
  signed_in_at: Instant;
}>;

/** Changes what is given. */
export async function changeAccount(tx: Tx, { landlordId, personId }: Whose, changes: Changes): Promise<void> {
  await tx
    .updateTable('account')
    .set(changes)
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .execute();
}

/** Uses a half minute's code up. False where it, or a later one, was used before. */
export async function useStep(tx: Tx, { landlordId, personId }: Whose, step: number): Promise<boolean> {
  const used = await tx
    .updateTable('account')
    .set({ app_last_step: step })
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .where('app_last_step', '<', String(step))
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** Gives somebody new recovery codes in place of those they had. */
export async function replaceRecoveryCodes(tx: Tx, whose: Whose, hashes: readonly Buffer[]): Promise<void> {
  const { landlordId, personId } = whose;
  await tx
    .deleteFrom('recovery_code')
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .execute();
  const rows = hashes.map(code_hash => ({ landlord_id: landlordId, person_id: personId, code_hash }));
  await tx.insertInto('recovery_code').values(rows).execute();
}

/** Uses a recovery code up. False where it is none, or was used before. */
export async function useRecoveryCode(
  tx: Tx,
  { landlordId, personId }: Whose,
  hash: Buffer,
  now: Instant,
): Promise<boolean> {
  const used = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** Whether somebody has this recovery code and has not used it. */
export async function hasRecoveryCode(tx: Tx, { landlordId, personId }: Whose, hash: Buffer): Promise<boolean> {
  const row = await tx
    .selectFrom('recovery_code')
    .select('used_at')
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .where('code_hash', '=', hash)
    .executeTakeFirst();
  return row !== undefined && row.used_at === null;
}

/** How many recovery codes somebody has left. */
export async function recoveryCodesLeft(tx: Tx, { landlordId, personId }: Whose): Promise<number> {
  const rows = await tx
    .selectFrom('recovery_code')
    .select('code_hash')
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute();
  return rows.length;
}

/** When each person of a landlord last signed in, for those who have an account. */
export async function signedInTimes(tx: Tx, landlordId: string): Promise<Map<string, Instant | null>> {
  const rows = await tx
    .selectFrom('account')
    .select(['person_id', 'signed_in_at'])
    .where('landlord_id', '=', landlordId)
    .execute();
  return new Map(rows.map(row => [row.person_id, row.signed_in_at]));
}
