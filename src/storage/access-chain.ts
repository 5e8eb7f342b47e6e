import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/dates.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import type { Tx } from './landlord-transaction.ts';

/** Somebody has looked at something. */
export interface View {
  readonly personId: string;
  /** Null for a list or a report. */
  readonly caseId: string | null;
  /** The page or file, as the paths name it: `case`, `letter:<id>`, `all-cases`. */
  readonly what: string;
  readonly seenAt: Instant;
}

/** SHA-256 over the canonical JSON of one row of the access log. */
export function hashOfView(landlordId: string, version: number, view: View, previousHash: string | null): Buffer {
  return sha256(
    canonicalJson({
      case: view.caseId,
      landlord: landlordId,
      person: view.personId,
      previousHash,
      seenAt: view.seenAt,
      version,
      what: view.what,
    }),
  );
}

/** Appends views to the landlord's access chain. Others who append at the same moment wait for this transaction. */
export async function appendViews(tx: Tx, landlordId: string, views: readonly View[]): Promise<void> {
  if (views.length === 0) return;
  await sql`
    insert into access_head (landlord_id, version, head_hash) values (${landlordId}, 0, ${Buffer.alloc(32)})
    on conflict (landlord_id) do nothing`.execute(tx);
  const head = await tx
    .selectFrom('access_head')
    .select(['version', 'head_hash'])
    .where('landlord_id', '=', landlordId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  let previous: Buffer | null = head.version === 0 ? null : head.head_hash;
  const rows = views.map((view, index) => {
    const version = head.version + index + 1;
    const hash = hashOfView(landlordId, version, view, previous?.toString('hex') ?? null);
    const row = { view, version, hash, previous };
    previous = hash;
    return row;
  });
  await sql`
    insert into access_log (landlord_id, version, person_id, case_id, what, seen_at, previous_hash, hash)
    select ${landlordId}::uuid, fresh.*
    from unnest(
      ${rows.map(row => row.version)}::bigint[], ${rows.map(row => row.view.personId)}::uuid[],
      ${rows.map(row => row.view.caseId)}::uuid[], ${rows.map(row => row.view.what)}::text[],
      ${rows.map(row => row.view.seenAt)}::timestamptz[], ${rows.map(row => row.previous)}::bytea[],
      ${rows.map(row => row.hash)}::bytea[]
    ) as fresh`.execute(tx);
  await tx
    .updateTable('access_head')
    .set({ version: head.version + rows.length, head_hash: previous ?? Buffer.alloc(32) })
    .where('landlord_id', '=', landlordId)
    .execute();
}
