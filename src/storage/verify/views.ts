import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/dates.ts';
import { hashOfView } from '../access-chain.ts';
import { rowsInBatches } from '../cursor.ts';
import type { Tx } from '../landlord-transaction.ts';
import type { CheckpointTimes } from './checkpoints.ts';
import type { FindingKind, Report } from './findings.ts';

interface ViewRow {
  readonly version: number;
  readonly personId: string;
  readonly caseId: string | null;
  readonly what: string;
  readonly seenAt: Instant;
  readonly previousHash: Buffer | null;
  readonly hash: Buffer;
}

export interface ViewTotals {
  readonly views: number;
  readonly unanchoredViews: number;
}

/** Walks the log of who looked at what, and compares it with its head and with every checkpoint that holds it. */
export async function checkViews(
  tx: Tx,
  landlordId: string,
  times: CheckpointTimes,
  report: Report,
): Promise<ViewTotals> {
  const found = (kind: FindingKind, version: number, says: string): void => report({ kind, landlordId, version, says });
  const signed = await signedHeads(tx, landlordId);
  let before: ViewRow | undefined;
  let views = 0;
  for await (const batch of rowsInBatches<ViewRow>(tx, viewsOf(landlordId))) {
    for (const row of batch) {
      const expected = (before?.version ?? 0) + 1;
      if (row.version > expected)
        found('view-missing', expected, `${gap(expected, row.version - 1)} missing from the log of views.`);
      const linked =
        row.version > expected ||
        (row.previousHash?.toString('hex') ?? null) === (before?.hash.toString('hex') ?? null);
      const whole = hashOfView(landlordId, row.version, row, row.previousHash?.toString('hex') ?? null).equals(
        row.hash,
      );
      const signature = signed.get(row.version);
      if (!linked || !whole || (signature !== undefined && signature !== row.hash.toString('hex'))) {
        found('view-altered', row.version, `View ${row.version} has been altered.`);
      }
      before = row;
      views += 1;
    }
  }
  const last = before?.version ?? 0;
  const head = await accessHead(tx, landlordId);
  const promised = Math.max(head, times.last?.accessVersion ?? 0);
  if (last < promised)
    found('views-truncated', last + 1, `${gap(last + 1, promised)} missing from the end of the log of views.`);
  return { views, unanchoredViews: Math.max(0, last - (times.last?.accessVersion ?? 0)) };
}

function gap(from: number, to: number): string {
  return from === to ? `View ${from} is` : `Views ${from} to ${to} are`;
}

async function signedHeads(tx: Tx, landlordId: string): Promise<Map<number, string>> {
  const heads = new Map<number, string>();
  type Row = { version: number; hash: string };
  const query = sql<Row>`
    select access_version as version, encode(access_hash, 'hex') as hash from checkpoint
    where landlord_id = ${landlordId} and access_hash is not null`;
  for await (const batch of rowsInBatches<Row>(tx, query)) for (const row of batch) heads.set(row.version, row.hash);
  return heads;
}

async function accessHead(tx: Tx, landlordId: string): Promise<number> {
  const head = await tx
    .selectFrom('access_head')
    .select('version')
    .where('landlord_id', '=', landlordId)
    .executeTakeFirst();
  return head?.version ?? 0;
}

function viewsOf(landlordId: string) {
  return sql<ViewRow>`
    select version, person_id as "personId", case_id as "caseId", what, seen_at as "seenAt",
      previous_hash as "previousHash", hash
    from access_log where landlord_id = ${landlordId} order by version`;
}
