/** Links that let somebody choose a password: a random token in the address, its SHA-256 here, good once and for a while. */
import { randomBytes } from 'node:crypto';
import type { Instant } from '../../domain/calendar/dates.ts';
import { sha256 } from '../canonical-json.ts';
import type { Tx } from '../landlord-transaction.ts';
import type { Database } from '../pools.ts';
import type { Whose } from './names.ts';

export type Invitation = Whose & {
  expiresAt: Instant;
  usedAt: Instant | null;
  /** What was chosen with it so far. */
  passwordHash: string | null;
  appSecret: Buffer | null;
};

type Kysely = Pick<Database, 'kysely'>;

/** Makes a link for somebody and returns its token, which is stored nowhere. Earlier links that were not used are good no more. */
export async function addInvitation(
  tx: Tx,
  { landlordId, personId }: Whose,
  { madeAt, expiresAt }: { madeAt: Instant; expiresAt: Instant },
): Promise<string> {
  await withdrawInvitations(tx, { landlordId, personId });
  const token = randomBytes(32).toString('base64url');
  await tx
    .insertInto('invitation')
    .values({
      ...{ token_hash: sha256(token), landlord_id: landlordId, person_id: personId },
      ...{ made_at: madeAt, expires_at: expiresAt },
    })
    .execute();
  return token;
}

/** Takes back the links of somebody that were not used. */
export async function withdrawInvitations(tx: Tx, { landlordId, personId }: Whose): Promise<void> {
  await tx
    .deleteFrom('invitation')
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute();
}

/** What a token invites to; null where there is no such link. Asked before the landlord is known. */
export async function findInvitation({ kysely }: Kysely, token: string): Promise<Invitation | null> {
  const row = await kysely
    .selectFrom('invitation')
    .selectAll()
    .where('token_hash', '=', sha256(token))
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    landlordId: row.landlord_id,
    personId: row.person_id,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    passwordHash: row.password_hash,
    appSecret: row.app_secret,
  };
}

/** Keeps what was chosen with a link, until a code shows that the app works. */
export async function chooseWith(
  tx: Tx,
  token: string,
  chosen: { password_hash: string; app_secret: Buffer },
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set(chosen)
    .where('token_hash', '=', sha256(token))
    .where('used_at', 'is', null)
    .execute();
}

/** Uses a link up. False where somebody has used it meanwhile. */
export async function useInvitation(tx: Tx, token: string, usedAt: Instant): Promise<boolean> {
  const used = await tx
    .updateTable('invitation')
    .set({ used_at: usedAt, password_hash: null, app_secret: null })
    .where('token_hash', '=', sha256(token))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** Who of a landlord has a link that may still be used. */
export async function invitedPeople(tx: Tx, landlordId: string, now: Instant): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('invitation')
    .select('person_id')
    .where('landlord_id', '=', landlordId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  return new Set(rows.map(row => row.person_id));
}

/** Forgets links that were over before an instant. Returns how many. */
export async function forgetInvitations({ kysely }: Kysely, before: Instant): Promise<number> {
  const gone = await kysely.deleteFrom('invitation').where('expires_at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
