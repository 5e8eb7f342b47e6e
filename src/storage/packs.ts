import type { Instant } from '../domain/calendar/dates.ts';
import { sha256 } from './canonical-json.ts';
import type { Tx } from './landlord-transaction.ts';

export interface NewPack {
  readonly policyId: string;
  readonly version: string;
  /** SHA-256 of the bytes in hexadecimal: events name the pack by it. */
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly loadedAt: Instant;
}

/** `other-bytes`: this version was loaded before with other content. Events name that one; give the new one a new version. */
export type PackStored = 'stored' | 'known' | 'other-bytes';

/** Keeps a policy pack for as long as events may name it. Throws where the hash is not that of the bytes. */
export async function storePack(tx: Tx, landlordId: string, pack: NewPack): Promise<PackStored> {
  if (sha256(pack.bytes).toString('hex') !== pack.hash) throw new Error('A policy pack is not what its hash says.');
  const fresh = await tx
    .insertInto('pack')
    .values({
      landlord_id: landlordId,
      pack_hash: pack.hash,
      policy_id: pack.policyId,
      version: pack.version,
      bytes: Buffer.from(pack.bytes),
      loaded_at: pack.loadedAt,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst();
  if (fresh.numInsertedOrUpdatedRows === 1n) return 'stored';
  const known = await tx
    .selectFrom('pack')
    .select('version')
    .where('landlord_id', '=', landlordId)
    .where('pack_hash', '=', pack.hash)
    .executeTakeFirst();
  return known === undefined ? 'other-bytes' : 'known';
}

/** The bytes of a kept pack; null where none of this hash is kept. */
export async function packBytes(tx: Tx, landlordId: string, hash: string): Promise<Uint8Array | null> {
  const row = await tx
    .selectFrom('pack')
    .select('bytes')
    .where('landlord_id', '=', landlordId)
    .where('pack_hash', '=', hash)
    .executeTakeFirst();
  return row?.bytes ?? null;
}
