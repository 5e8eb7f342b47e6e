/** What the scanner said of stored files. */
import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/dates.ts';
import type { ScanState } from '../domain/complaint/file-events.ts';
import type { Tx } from './landlord-transaction.ts';

/** What came of scanning: null where it has not been answered yet. */
export type ScanAnswer = { scannedAt: Instant; found: string | null } | null;

/** Notes it. An answer is never replaced by none. */
export async function noteScan(tx: Tx, landlordId: string, sha256: string, answer: ScanAnswer): Promise<void> {
  await sql`
    insert into file_scan (landlord_id, sha256, scanned_at, found)
    values (${landlordId}, ${sha256}, ${answer?.scannedAt ?? null}, ${answer?.found ?? null})
    on conflict (landlord_id, sha256) do update set scanned_at = excluded.scanned_at, found = excluded.found
    where excluded.scanned_at is not null`.execute(tx);
}

/** What is known of some files, by hash; every one of them has an answer. */
export async function scanStates(
  tx: Tx,
  landlordId: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, ScanState>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx
    .selectFrom('file_scan')
    .select(['sha256', 'scanned_at', 'found'])
    .where('landlord_id', '=', landlordId)
    .where('sha256', 'in', hashes)
    .execute();
  const known = new Map(rows.map(row => [row.sha256, row]));
  return new Map(
    hashes.map((hash): [string, ScanState] => {
      const row = known.get(hash);
      if (row === undefined) return [hash, { is: 'unscanned' }];
      if (row.scanned_at === null) return [hash, { is: 'waiting' }];
      return [hash, row.found === null ? { is: 'clean' } : { is: 'infected', found: row.found }] as const;
    }),
  );
}

/** Some files of a landlord that wait to be scanned. */
export async function waitingToBeScanned(tx: Tx, landlordId: string, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('file_scan')
    .select('sha256')
    .where('landlord_id', '=', landlordId)
    .where('scanned_at', 'is', null)
    .orderBy('sha256')
    .limit(most)
    .execute();
  return rows.map(row => row.sha256);
}
