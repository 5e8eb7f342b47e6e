import pg from 'pg';
import { type Migration, migrationFiles } from './migration-files.ts';

/** How the database's schema stands to this release: `none` where nothing was ever migrated. */
export type SchemaState = 'current' | 'older' | 'newer' | 'none';

/** A reason why the schema cannot be brought up to date, or trusted: one or two sentences for a person. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/** Compares the database at this address with the migrations of this release. The app role may ask. */
export async function schemaState(url: string, files: readonly Migration[] = migrationFiles()): Promise<SchemaState> {
  const session = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  session.on('error', () => undefined);
  await session.connect();
  try {
    return stateOf(await migrationsRun(session), files);
  } finally {
    await session.end();
  }
}

export interface MigrationRun {
  readonly number: number;
  readonly name: string;
  readonly hash: string;
}

/** What has been run on this database, in order. */
export async function migrationsRun(session: pg.ClientBase): Promise<MigrationRun[]> {
  const there = await session.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`);
  if (there.rows[0]?.there !== true) return [];
  const run = await session.query<MigrationRun>('select number, name, hash from migration order by number');
  return run.rows;
}

/** Throws `MigrationRefused` where one of them was edited after it had been run. */
export function stateOf(run: readonly MigrationRun[], files: readonly Migration[]): SchemaState {
  const edited = run.find(one => files[one.number - 1] !== undefined && files[one.number - 1]?.hash !== one.hash);
  if (edited !== undefined) {
    throw new MigrationRefused(
      `Migration ${edited.number} (${edited.name}) in this release differs from the one that was run on this database. ` +
        'A migration is never edited: put the file back as it was and add a new one.',
    );
  }
  if (run.length === 0) return 'none';
  if (run.length === files.length) return 'current';
  return run.length < files.length ? 'older' : 'newer';
}
