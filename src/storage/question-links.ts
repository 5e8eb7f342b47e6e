/** Links that open one question: a random token in the address, its SHA-256 here. */
import { randomBytes } from 'node:crypto';
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import { sha256 } from './canonical-json.ts';
import type { Tx } from './landlord-transaction.ts';
import type { Database } from './pools.ts';

export type LinkedQuestion = { landlordId: string; caseId: string; requestId: string; until: LocalDate };

/** A token of 256 random bits. It is stored nowhere. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Keeps the hash of a new link's token; the question's earlier links open nothing any more. */
export async function keepLink(
  tx: Tx,
  { landlordId, caseId, requestId, until }: LinkedQuestion,
  token: string,
  madeAt: Instant,
): Promise<void> {
  await tx
    .deleteFrom('question_link')
    .where('landlord_id', '=', landlordId)
    .where('case_id', '=', caseId)
    .where('request_id', '=', requestId)
    .execute();
  await tx
    .insertInto('question_link')
    .values({
      ...{ token_hash: sha256(token), landlord_id: landlordId, case_id: caseId, request_id: requestId },
      ...{ made_at: madeAt, until },
    })
    .execute();
}

/** The question that a token opens; null where there is no such link. Asked before the landlord is known. */
export async function findLink({ kysely }: Pick<Database, 'kysely'>, token: string): Promise<LinkedQuestion | null> {
  const row = await kysely
    .selectFrom('question_link')
    .select(['landlord_id', 'case_id', 'request_id', 'until'])
    .where('token_hash', '=', sha256(token))
    .executeTakeFirst();
  return row === undefined
    ? null
    : { landlordId: row.landlord_id, caseId: row.case_id, requestId: row.request_id, until: row.until };
}

/** Forgets links that were over before a day. Returns how many. */
export async function forgetLinks({ kysely }: Pick<Database, 'kysely'>, before: LocalDate): Promise<number> {
  const gone = await kysely.deleteFrom('question_link').where('until', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
