/** Sessions: a random token in the person's cookie, its SHA-256 here. Looked up before the landlord is known. */
import { createHash, randomBytes } from 'node:crypto';
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import type { DetailsRow } from './landlord-details.ts';
import { readInFound, type Tx } from './landlord-transaction.ts';
import type { Database } from './pools.ts';

/** Whose a session is, and what every page asks of them and of their landlord. */
export type Session = {
  landlordId: string;
  personId: string;
  seenAt: Instant;
  name: string;
  jobTitle: string | null;
  leftOn: LocalDate | null;
  roles: readonly string[];
  landlord: {
    name: string;
    slug: string;
    policyId: string;
    demonstration: boolean;
    /** The hashes of the policy versions it ever worked under, the latest loaded first. */
    packs: readonly string[];
    calendarRevision: number;
    /** What letters print of it, as its people supplied it. */
    details: DetailsRow | null;
  };
};

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
  const statement = `select * from come_in('\\x${hashOf(token).toString('hex')}', '${now}')`;
  return readInFound<SessionRow, T | null>(database, statement, async (tx, [row]) =>
    row === undefined ? null : work(tx, sessionOf(row)),
  );
}

type SessionRow = {
  landlord_id: string;
  person_id: string;
  seen_at: Instant;
  name: string;
  job_title: string | null;
  left_on: LocalDate | null;
  roles: string[];
  landlord_name: string;
  slug: string;
  policy_id: string;
  demonstration: boolean;
  packs: string[];
  calendar_revision: number;
  details: DetailsRow | null;
};

function sessionOf(row: SessionRow): Session {
  return {
    landlordId: row.landlord_id,
    personId: row.person_id,
    seenAt: row.seen_at,
    name: row.name,
    jobTitle: row.job_title,
    leftOn: row.left_on,
    roles: row.roles,
    landlord: {
      name: row.landlord_name,
      slug: row.slug,
      policyId: row.policy_id,
      demonstration: row.demonstration,
      packs: row.packs,
      calendarRevision: row.calendar_revision,
      details: row.details,
    },
  };
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
