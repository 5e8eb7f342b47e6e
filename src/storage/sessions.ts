/** Sessions: a random token in the person's cookie, its SHA-256 here. Looked up before the landlord is known. */
import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../domain/calendar/dates.ts';
import { readInFound, type Tx } from './landlord-transaction.ts';
import type { Database } from './pools.ts';

/** Whose a session is. */
export type Session = {
  landlordId: string;
  personId: string;
  seenAt: Instant;
  sessionId: string;
  /** When they last proved who they are; null where they were let in without, as in the demonstration. */
  provenAt: Instant | null;
  /** Whether their landlord's sign-in provider vouched for them. */
  byProvider: boolean;
  /** Which state of the landlord's facts is the present one. */
  facts: string;
};

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export type NewSession = {
  landlordId: string;
  personId: string;
  now: Instant;
  expiresAt: Instant;
  /** Left out where nothing was proven. */
  provenAt?: Instant | null;
  byProvider?: boolean;
  /** What they came in, in words. */
  device?: string;
};

/** Begins a session and returns its token, which is stored nowhere. */
export async function beginSession(database: Pick<Database, 'kysely'>, session: NewSession): Promise<string> {
  return beginSessionIn(database.kysely, session);
}

/** The same in a transaction. */
export async function beginSessionIn(kysely: Database['kysely'] | Tx, session: NewSession): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { landlordId, personId, now, expiresAt, provenAt, device, byProvider } = session;
  await kysely
    .insertInto('session')
    .values({
      token_hash: hashOf(token),
      landlord_id: landlordId,
      person_id: personId,
      created_at: now,
      seen_at: now,
      expires_at: expiresAt,
      proven_at: provenAt ?? null,
      device: device ?? null,
      by_provider: byProvider ?? false,
    })
    .execute();
  return token;
}

/**
 * Runs `work` in one read-only transaction of the landlord whose session the token is: looked up, begun and set in one trip.
 * Null where there is no such session or it has expired.
 */
export function readInSession<T>(
  database: Database,
  token: string,
  now: Instant,
  work: (tx: Tx, session: Session) => Promise<T>,
): Promise<T | null> {
  const found = { name: 'session', text: sessionFound, values: [hashOf(token), now] };
  return readInFound<SessionRow, T | null>(database, found, async (tx, [row]) => {
    if (row === undefined) return null;
    const { landlord_id: landlordId, person_id: personId, seen_at: seenAt, facts } = row;
    const { session_id: sessionId, proven_at: provenAt, by_provider: byProvider } = row;
    return work(tx, { landlordId, personId, seenAt, sessionId, provenAt, byProvider, facts });
  });
}

type SessionRow = {
  landlord_id: string;
  person_id: string;
  seen_at: Instant;
  session_id: string;
  proven_at: Instant | null;
  by_provider: boolean;
  facts: string;
};

/** Anybody may look up a landlord's row; everything else is seen from here on, for the rest of the transaction. */
const sessionFound = `
  select s.landlord_id, s.person_id, s.seen_at, s.session_id, s.proven_at, s.by_provider, l.facts,
     set_config('redress.landlord', s.landlord_id::text, true)
  from session s join landlord l on l.landlord_id = s.landlord_id
  where s.token_hash = $1 and s.expires_at > $2`;

/** Notes that a session is in use, at most every five minutes: the caller compares `seenAt` first. */
export async function touchSession(database: Database, token: string, now: Instant): Promise<void> {
  await database.kysely.updateTable('session').set({ seen_at: now }).where('token_hash', '=', hashOf(token)).execute();
}

/** Ends a session. Returns whose it was where a provider had vouched for them, and else null. */
export async function endSession(database: Database, token: string): Promise<{ landlordId: string } | null> {
  const ended = await database.kysely
    .deleteFrom('session')
    .where('token_hash', '=', hashOf(token))
    .returning(['landlord_id', 'by_provider'])
    .executeTakeFirst();
  return ended?.by_provider === true ? { landlordId: ended.landlord_id } : null;
}

/** Forgets the sessions that had ended by an instant. Returns how many. */
export async function forgetSessions(database: Database, now: Instant): Promise<number> {
  const gone = await database.kysely.deleteFrom('session').where('expires_at', '<=', now).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

export type ListedSession = { sessionId: string; createdAt: Instant; seenAt: Instant; device: string | null };

type Owner = { landlordId: string; personId: string };

/** The sessions of somebody that have not expired, the last seen first. */
export async function sessionsOf(tx: Tx, { landlordId, personId }: Owner, now: Instant): Promise<ListedSession[]> {
  const rows = await tx
    .selectFrom('session')
    .select(['session_id', 'created_at', 'seen_at', 'device'])
    .where('landlord_id', '=', landlordId)
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .execute();
  return rows.map(row => ({
    sessionId: row.session_id,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    device: row.device,
  }));
}

/** Ends sessions of somebody: one of them, all but one, or all. Returns how many. */
export async function endSessionsOf(
  tx: Tx,
  { landlordId, personId }: Owner,
  which: { only: string } | { allBut: string } | 'all',
): Promise<number> {
  let ending = tx.deleteFrom('session').where('landlord_id', '=', landlordId).where('person_id', '=', personId);
  if (which !== 'all')
    ending =
      'only' in which ? ending.where('session_id', '=', which.only) : ending.where('session_id', '<>', which.allBut);
  return Number((await ending.executeTakeFirst()).numDeletedRows);
}

/** Notes that whoever holds a session has just proved again who they are. */
export async function markProven(tx: Tx, sessionId: string, now: Instant): Promise<void> {
  await tx.updateTable('session').set({ proven_at: now }).where('session_id', '=', sessionId).execute();
}
