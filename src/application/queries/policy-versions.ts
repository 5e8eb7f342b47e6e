/** The versions of its policy that a landlord has worked under, as they were loaded (MGL-45). */
import type { Instant } from '../../domain/calendar/dates.ts';
import type { Reading } from '../reading.ts';

export type LoadedVersion = { version: string; hash: string; loadedAt: Instant };

/** Every version kept, the one loaded last first. */
export async function loadedVersions(tx: Reading, landlordId: string, policyId: string): Promise<LoadedVersion[]> {
  const rows = await tx
    .selectFrom('pack')
    .select(['version', 'pack_hash', 'loaded_at'])
    .where('landlord_id', '=', landlordId)
    .where('policy_id', '=', policyId)
    .orderBy('loaded_at', 'desc')
    .orderBy('pack_hash')
    .execute();
  return rows.map(row => ({ version: row.version, hash: row.pack_hash, loadedAt: row.loaded_at }));
}
