/** Imports, for the pages and the terminal: what files would change or changed, and what of them was not taken. */

import { buildingRules } from '../../domain/register/buildings.ts';
import { homeRules } from '../../domain/register/homes.ts';
import type { ImportKind } from '../../domain/register/imports.ts';
import { personRules } from '../../domain/register/people.ts';
import type { Column } from '../../domain/register/row.ts';
import { staffRules } from '../../domain/register/staff.ts';
import { readInLandlord } from '../../storage/landlord-transaction.ts';
import { findRun, type ImportRow, type ImportRun, latestRuns, rowsOf } from '../../storage/register/import-runs.ts';
import type { Application } from '../application.ts';
import { waysWritten } from '../imports/judges.ts';
import type { Landlord } from '../landlord.ts';
import type { Reading } from '../reading.ts';

export type { ImportRow, ImportRun };

type OfImport = { landlordId: string; importId: string };

/** The id of a landlord by its short name; null where there is none. */
export async function landlordBySlug(app: Application, slug: string): Promise<string | null> {
  const query = app.database.kysely.selectFrom('landlord').select('landlord_id').where('slug', '=', slug);
  return (await query.executeTakeFirst())?.landlord_id ?? null;
}

/** An import with the beginning of each of its lists; null where there is none of this id. */
export async function openImport(
  tx: Reading,
  of: OfImport,
  most: number,
): Promise<{ run: ImportRun; rows: Record<ImportRow['verdict'], ImportRow[]> } | null> {
  const run = await findRun(tx, of.landlordId, of.importId);
  if (run === null) return null;
  const [fresh, changed, rejected] = await Promise.all([
    rowsOf(tx, of, 'new', 0, most),
    rowsOf(tx, of, 'changed', 0, most),
    rowsOf(tx, of, 'rejected', 0, most),
  ]);
  return { run, rows: { new: fresh, changed, rejected } };
}

/** The latest imports, the newest first. */
export function latestImports(tx: Reading, landlordId: string): Promise<ImportRun[]> {
  return latestRuns(tx, landlordId, 20);
}

const batch = 1000;

/** All rows of one verdict, as many as there are. */
export async function* rowsOfImport(
  app: Application,
  of: OfImport,
  verdict: ImportRow['verdict'],
): AsyncGenerator<ImportRow> {
  for (let after = 0; ; ) {
    const from = after;
    const rows = await readInLandlord(app.database, of.landlordId, tx => rowsOf(tx, of, verdict, from, batch));
    yield* rows;
    after = rows.at(-1)?.line ?? after;
    if (rows.length < batch) return;
  }
}

/** The columns of a file of this kind. */
export function columnsOf(kind: ImportKind, { policy }: Landlord): readonly Column[] {
  if (kind === 'homes') return homeRules.columns;
  if (kind === 'buildings') return buildingRules.columns;
  return kind === 'people' ? personRules(waysWritten).columns : staffRules(policy, waysWritten).columns;
}
