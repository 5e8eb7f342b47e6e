import { type Selectable, sql } from 'kysely';
import type { Instant } from '../domain/calendar/dates.ts';
import { sha256 } from './canonical-json.ts';
import {
  type CheckpointStatement,
  type ExportedCheckpoint,
  leafBytes,
  statementBytes,
} from './checkpoint-statement.ts';
import type { Tx } from './landlord-transaction.ts';
import { GrowingTree } from './merkle.ts';
import type { CheckpointTable } from './tables.ts';

/** Signs with a key that is not in the database. */
export interface Signer {
  readonly keyId: string;
  sign(bytes: Uint8Array): Buffer;
}

/**
 * Appends a checkpoint over every case head of the landlord and the head of its access log, if any has moved since the
 * last one. Returns it, or undefined where there was nothing new or another process is making one now. Throws where
 * the last checkpoint has been tampered with: building on it would hide that.
 */
export async function appendCheckpoint(
  tx: Tx,
  landlordId: string,
  signer: Signer,
  recordedAt: Instant,
): Promise<ExportedCheckpoint | undefined> {
  if (!(await isOurTurn(tx, landlordId))) return undefined;
  const last = await lastRow(tx, landlordId);
  const tree = last === undefined ? new GrowingTree() : continued(last);
  const moved = await takeMoved(tx, landlordId);
  const access = await accessHead(tx, landlordId);
  if (moved.length === 0 && access.version === (last?.access_version ?? 0)) return undefined;

  const firstPosition = tree.size;
  for (const head of moved) tree.add(leafBytes(head));
  const statement: CheckpointStatement = {
    landlord: landlordId,
    number: (last?.number ?? 0) + 1,
    recordedAt,
    leaves: tree.size,
    root: tree.root().toString('hex'),
    accessVersion: access.version,
    accessHash: access.version === 0 ? null : access.hash.toString('hex'),
    previousHash: last?.hash.toString('hex') ?? null,
    keyId: signer.keyId,
  };
  const bytes = statementBytes(statement);
  const [hash, signature] = [sha256(bytes), signer.sign(bytes)];
  await store(tx, statement, tree.frontier(), hash, signature);
  await storeLeaves(tx, statement, firstPosition, moved);
  return { ...statement, hash: hash.toString('hex'), signature: signature.toString('hex') };
}

/** The latest checkpoint, or the one with this number, to be kept outside the database. */
export async function exportCheckpoint(
  tx: Tx,
  landlordId: string,
  number?: number,
): Promise<ExportedCheckpoint | undefined> {
  const row = await lastRow(tx, landlordId, number);
  if (row === undefined) return undefined;
  return { ...statementOf(row), hash: row.hash.toString('hex'), signature: row.signature.toString('hex') };
}

/** What a stored checkpoint says. */
export function statementOf(row: Selectable<CheckpointTable>): CheckpointStatement {
  return {
    landlord: row.landlord_id,
    number: row.number,
    recordedAt: row.recorded_at,
    leaves: row.leaves,
    root: row.root.toString('hex'),
    accessVersion: row.access_version,
    accessHash: row.access_hash?.toString('hex') ?? null,
    previousHash: row.previous_hash?.toString('hex') ?? null,
    keyId: row.key_id,
  };
}

interface MovedHead {
  readonly caseId: string;
  readonly version: number;
  readonly headHash: Buffer;
}

async function isOurTurn(tx: Tx, landlordId: string): Promise<boolean> {
  const lock = await sql<{ ours: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`checkpoint ${landlordId}`}, 0)) as ours`.execute(tx);
  return lock.rows[0]?.ours === true;
}

async function lastRow(tx: Tx, landlordId: string, number?: number): Promise<Selectable<CheckpointTable> | undefined> {
  let query = tx.selectFrom('checkpoint').selectAll().where('landlord_id', '=', landlordId);
  if (number !== undefined) query = query.where('number', '=', number);
  return query.orderBy('number', 'desc').limit(1).executeTakeFirst();
}

function continued(last: Selectable<CheckpointTable>): GrowingTree {
  const tree = new GrowingTree(last.leaves, last.frontier);
  if (!tree.root().equals(last.root) || !sha256(statementBytes(statementOf(last))).equals(last.hash)) {
    throw new Error(
      `Checkpoint ${last.number} of landlord ${last.landlord_id} has been altered: run "redress verify".`,
    );
  }
  return tree;
}

/** Takes the marks that appending left; the heads are read in the same statement, so none can slip between. */
async function takeMoved(tx: Tx, landlordId: string): Promise<MovedHead[]> {
  const moved = await sql<MovedHead>`
    with taken as (delete from unanchored where landlord_id = ${landlordId} returning case_id)
    select case_id as "caseId", version, head_hash as "headHash"
    from case_stream
    where landlord_id = ${landlordId} and case_id in (select case_id from taken)
    order by case_id`.execute(tx);
  return moved.rows;
}

async function accessHead(tx: Tx, landlordId: string): Promise<{ version: number; hash: Buffer }> {
  const head = await tx
    .selectFrom('access_head')
    .select(['version', 'head_hash as hash'])
    .where('landlord_id', '=', landlordId)
    .executeTakeFirst();
  return head ?? { version: 0, hash: Buffer.alloc(0) };
}

async function store(
  tx: Tx,
  statement: CheckpointStatement,
  frontier: Buffer,
  hash: Buffer,
  signature: Buffer,
): Promise<void> {
  const bytes = (text: string | null): Buffer | null => (text === null ? null : Buffer.from(text, 'hex'));
  await tx
    .insertInto('checkpoint')
    .values({
      landlord_id: statement.landlord,
      number: statement.number,
      recorded_at: statement.recordedAt,
      leaves: statement.leaves,
      root: Buffer.from(statement.root, 'hex'),
      frontier,
      access_version: statement.accessVersion,
      access_hash: bytes(statement.accessHash),
      previous_hash: bytes(statement.previousHash),
      hash,
      key_id: statement.keyId,
      signature,
    })
    .execute();
}

async function storeLeaves(
  tx: Tx,
  statement: CheckpointStatement,
  firstPosition: number,
  moved: readonly MovedHead[],
): Promise<void> {
  await sql`
    insert into checkpoint_leaf (landlord_id, position, number, case_id, version, head_hash)
    select ${statement.landlord}::uuid, ${firstPosition}::bigint + fresh.place - 1, ${statement.number}::integer,
      fresh.case_id, fresh.version, fresh.head_hash
    from unnest(
      ${moved.map(head => head.caseId)}::uuid[], ${moved.map(head => head.version)}::integer[],
      ${moved.map(head => head.headHash)}::bytea[]
    ) with ordinality as fresh (case_id, version, head_hash, place)`.execute(tx);
}
