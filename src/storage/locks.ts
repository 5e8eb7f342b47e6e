import { sql } from 'kysely';
import type { Tx } from './landlord-transaction.ts';

/**
 * Makes everybody else who names the same person, home or landlord wait until this transaction ends, so that a rule
 * across cases (earlier awards, conflicts) is decided on facts that stay true. Read those facts after this, never
 * before. Ids are locked in one order, so that two who lock several never wait for each other.
 */
export async function lockForDecision(tx: Tx, landlordId: string, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`decide ${landlordId} ${id}`}, 0))`.execute(tx);
  }
}
