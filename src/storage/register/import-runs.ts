/** Files that were brought in or may be, with the rows that would change something and those that are not taken. */
import { type Selectable, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/dates.ts';
import type { ImportCounts, ImportKind } from '../../domain/register/imports.ts';
import type { Change, Fault, Fields } from '../../domain/register/row.ts';
import type { Tx } from '../landlord-transaction.ts';
import type { ImportRunTable } from '../tables-of-register.ts';

export type ImportRun = ImportCounts & {
  importId: string;
  kind: ImportKind;
  fileName: string;
  /** Of the bytes of the file, in hexadecimal. */
  sha256: string;
  columns: readonly string[];
  /** Columns of the file that mean nothing here. */
  leftOut: readonly string[];
  madeBy: string;
  madeAt: Instant;
  appliedBy: string | null;
  appliedAt: Instant | null;
};

/** A row as it is kept: what it would make or change, or why it is not taken. */
export type ImportRow =
  | { verdict: 'new'; line: number; subject: string; fields: Fields }
  | { verdict: 'changed'; line: number; subject: string; fields: Fields; changes: readonly Change[] }
  | { verdict: 'rejected'; line: number; fields: Fields; faults: readonly Fault[] };

export async function keepRun(tx: Tx, landlordId: string, run: ImportRun): Promise<void> {
  await tx
    .insertInto('import_run')
    .values({
      ...{ landlord_id: landlordId, import_id: run.importId, kind: run.kind, file_name: run.fileName },
      ...{ sha256: Buffer.from(run.sha256, 'hex'), columns: [...run.columns], left_out: [...run.leftOut] },
      ...{ made_by: run.madeBy, made_at: run.madeAt, applied_by: null, applied_at: null },
      ...countsOf(run),
    })
    .execute();
}

/** What turned out while the rows were read. */
export async function setRun(
  tx: Tx,
  { landlordId, importId }: { landlordId: string; importId: string },
  found: ImportCounts & { sha256?: string },
): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({ ...countsOf(found), ...(found.sha256 === undefined ? {} : { sha256: Buffer.from(found.sha256, 'hex') }) })
    .where('landlord_id', '=', landlordId)
    .where('import_id', '=', importId)
    .execute();
}

const countsOf = ({ added, changed, unchanged, rejected }: ImportCounts): ImportCounts => ({
  ...{ added, changed, unchanged, rejected },
});

export async function markApplied(
  tx: Tx,
  { landlordId, importId }: { landlordId: string; importId: string },
  by: { appliedBy: string; appliedAt: Instant },
): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({ applied_by: by.appliedBy, applied_at: by.appliedAt })
    .where('landlord_id', '=', landlordId)
    .where('import_id', '=', importId)
    .execute();
}

/** Keeps rows, in one statement. */
export async function keepRows(
  tx: Tx,
  landlordId: string,
  importId: string,
  rows: readonly ImportRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));
  await sql`
    insert into import_row (landlord_id, import_id, verdict, line, subject, fields, changes, faults)
    select ${landlordId}::uuid, ${importId}::uuid, fresh.verdict, fresh.line, fresh.subject, fresh.fields::jsonb,
      fresh.changes::jsonb, fresh.faults::jsonb
    from unnest(
      ${rows.map(row => row.verdict)}::text[], ${rows.map(row => row.line)}::integer[],
      ${rows.map(row => ('subject' in row ? row.subject : null))}::uuid[], ${rows.map(row => json(row.fields))}::text[],
      ${rows.map(row => json('changes' in row ? row.changes : null))}::text[],
      ${rows.map(row => json('faults' in row ? row.faults : null))}::text[]
    ) as fresh (verdict, line, subject, fields, changes, faults)`.execute(tx);
}

/** Takes rows away again, to be kept anew. */
export async function dropRows(
  tx: Tx,
  { landlordId, importId }: { landlordId: string; importId: string },
  lines: readonly number[],
): Promise<void> {
  await sql`
    delete from import_row where landlord_id = ${landlordId} and import_id = ${importId}
      and line = any(${lines}::integer[])`.execute(tx);
}

/** An import; null where there is none. `hold`: nobody else goes on with it until the transaction ends. */
export async function findRun(
  tx: Tx,
  landlordId: string,
  importId: string,
  hold: 'hold' | 'look' = 'look',
): Promise<ImportRun | null> {
  const query = tx
    .selectFrom('import_run')
    .selectAll()
    .where('landlord_id', '=', landlordId)
    .where('import_id', '=', importId);
  const row = await (hold === 'hold' ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : asRun(row);
}

/** The latest imports, the newest first. */
export async function latestRuns(tx: Tx, landlordId: string, most: number): Promise<ImportRun[]> {
  const rows = await tx
    .selectFrom('import_run')
    .selectAll()
    .where('landlord_id', '=', landlordId)
    .orderBy('made_at', 'desc')
    .orderBy('import_id', 'desc')
    .limit(most)
    .execute();
  return rows.map(asRun);
}

type RunRow = Selectable<ImportRunTable>;

function asRun(row: RunRow): ImportRun {
  return {
    ...{ importId: row.import_id, kind: row.kind as ImportKind, fileName: row.file_name },
    ...{ sha256: row.sha256.toString('hex'), columns: row.columns, leftOut: row.left_out },
    ...{ madeBy: row.made_by, madeAt: row.made_at, appliedBy: row.applied_by, appliedAt: row.applied_at },
    ...countsOf(row),
  };
}

/** Rows of one verdict in the order of the file, from behind a line on. */
export async function rowsOf(
  tx: Tx,
  { landlordId, importId }: { landlordId: string; importId: string },
  verdict: ImportRow['verdict'],
  after: number,
  most: number,
): Promise<ImportRow[]> {
  const rows = await tx
    .selectFrom('import_row')
    .select(['verdict', 'line', 'subject', 'fields', 'changes', 'faults'])
    .where('landlord_id', '=', landlordId)
    .where('import_id', '=', importId)
    .where('verdict', '=', verdict)
    .where('line', '>', after)
    .orderBy('line')
    .limit(most)
    .execute();
  // They were written above, and by nobody else.
  return rows as object as ImportRow[];
}

/** Forgets what files said: previews that nobody went on with, and the rows of those that were applied. */
export async function forgetImports(
  tx: Tx,
  landlordId: string,
  before: { preview: Instant; rows: Instant },
): Promise<number> {
  const { numAffectedRows } = await sql`
    with gone as (
      delete from import_run where landlord_id = ${landlordId} and applied_at is null and made_at < ${before.preview}::timestamptz
    )
    delete from import_row r using import_run i
    where i.landlord_id = ${landlordId} and i.applied_at < ${before.rows}::timestamptz
      and r.landlord_id = i.landlord_id and r.import_id = i.import_id`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Imports of a landlord take turns. */
export async function takeTurnWithImports(tx: Tx, landlordId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`imports ${landlordId}`}, 0))`.execute(tx);
}
