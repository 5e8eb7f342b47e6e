/** Sessions: a random token in the person's cookie, its SHA-256 here. Looked up before the landlord is known. */
import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../domain/calendar/dates.ts';
import type { Database } from './pools.ts';

export type Session = { landlordId: string; personId: string; seenAt: Instant; expiresAt: Instant };

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Begins a session and returns its token, which is stored nowhere. */
export async function beginSession(
  database: Database,
  session: { landlordId: string; personId: string; now: Instant; expiresAt: Instant },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { landlordId, personId, now, expiresAt } = session;
  await database.kysely
    .insertInto('session')
    .values({
      token_hash: hashOf(token),
      landlord_id: landlordId,
      person_id: personId,
      created_at: now,
      seen_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return token;
}

/** The session of a token that has not expired. */
export async function findSession(database: Database, token: string, now: Instant): Promise<Session | null> {
  const row = await database.kysely
    .selectFrom('session')
    .select(['landlord_id', 'person_id', 'seen_at', 'expires_at'])
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst();
  if (row === undefined || row.expires_at <= now) return null;
  return { landlordId: row.landlord_id, personId: row.person_id, seenAt: row.seen_at, expiresAt: row.expires_at };
}

/** Notes that a session is in use, at most every five minutes: the caller compares `seenAt` first. */
export async function touchSession(database: Database, token: string, now: Instant): Promise<void> {
  await database.kysely.updateTable('session').set({ seen_at: now }).where('token_hash', '=', hashOf(token)).execute();
}

/** Ends a session. */
export async function endSession(database: Database, token: string): Promise<void> {
  await database.kysely.deleteFrom('session').where('token_hash', '=', hashOf(token)).execute();
}

/** Forgets the sessions that had ended by an instant. Returns how many. */
export async function forgetSessions(database: Database, now: Instant): Promise<number> {
  const gone = await database.kysely.deleteFrom('session').where('expires_at', '<=', now).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
