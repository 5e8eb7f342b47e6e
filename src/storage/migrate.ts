import { Logger, runMigrations as runWorkerMigrations } from 'graphile-worker';
import pg from 'pg';
import { type Migration, migrationFiles } from './migration-files.ts';
import { MigrationRefused, migrationsRun, stateOf } from './schema-state.ts';

export interface MigrateOptions {
  /** The address of the role that owns the database, its tables and the jobs. */
  readonly ownerUrl: string;
  /** The role that `serve` signs in with: it is given the use of the tables, and nothing more. */
  readonly appRole: string;
  readonly say: (line: string) => void;
  /** For tests; otherwise this release's own. */
  readonly files?: readonly Migration[];
}

/** Two processes that start at once wait for each other here. The number only has to be our own. */
const migrationLock = 7_270_731;

/** Given to the app role: what may be read and written is granted to it in the migrations. */
const rowsRole = 'redress_rows';
/** Owns the search functions and can read the search table; nobody signs in with it. */
const searchRole = 'redress_search';

/**
 * Brings the database to this release's schema: our migrations, each in a transaction of its own, then those of
 * graphile-worker. Running it again does nothing. Throws `MigrationRefused` with a sentence where it cannot.
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  const files = options.files ?? migrationFiles();
  const session = new pg.Client({ connectionString: options.ownerUrl, application_name: 'redress migrate' });
  session.on('error', () => undefined);
  await session.connect();
  try {
    await session.query('select pg_advisory_lock($1)', [migrationLock]);
    const major = await serverVersion(session);
    await ensureRole(session, rowsRole);
    await ensureRole(session, searchRole);
    await joinRole(session, searchRole, major);
    await runOurs(session, files, options.say);
    await giveAppRole(session, options.appRole);
    await runWorkerMigrations({
      connectionString: options.ownerUrl,
      logger: new Logger(() => () => undefined),
    });
  } finally {
    await session.end();
  }
}

async function runOurs(session: pg.Client, files: readonly Migration[], say: (line: string) => void): Promise<void> {
  await session.query(`
    create table if not exists migration (
      number integer primary key,
      name text not null,
      hash text not null,
      run_at timestamptz(3) not null default now()
    )`);
  await session.query(`grant select on migration to ${rowsRole}`);
  const run = await migrationsRun(session);
  if (stateOf(run, files) === 'newer') {
    throw new MigrationRefused(
      `This database was migrated by a newer release (${run.length} migrations; this one knows ${files.length}). ` +
        'Start that release, or a later one.',
    );
  }
  for (const migration of files.slice(run.length)) {
    say(`Migration ${migration.number}: ${migration.name.replaceAll('_', ' ')}`);
    await runOne(session, migration);
  }
}

async function runOne(session: pg.Client, migration: Migration): Promise<void> {
  await session.query('begin');
  try {
    await session.query(migration.text);
    await session.query('insert into migration (number, name, hash) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.hash,
    ]);
    await session.query('commit');
  } catch (error) {
    await session.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function serverVersion(session: pg.Client): Promise<number> {
  const answer = await session.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  const major = Math.floor(Number(answer.rows[0]?.version ?? 0) / 10_000);
  if (major < 15) throw new MigrationRefused(`The database is PostgreSQL ${major}. Redress needs 15 or newer.`);
  return major;
}

/** Makes a role that cannot sign in. Roles belong to the whole server, so another database may have made it already. */
async function ensureRole(session: pg.Client, role: string): Promise<void> {
  const known = await session.query('select 1 from pg_roles where rolname = $1', [role]);
  if (known.rowCount === 0) await asked(session, role, `create role ${role} nologin`);
}

/** Makes us a member, so that functions can be given to the role. From PostgreSQL 16 on, having made it is not enough. */
async function joinRole(session: pg.Client, role: string, major: number): Promise<void> {
  const known = await session.query<{ ours: boolean }>('select pg_has_role(current_user, $1, $2) as ours', [
    role,
    major >= 16 ? 'set' : 'member',
  ]);
  if (known.rows[0]?.ours !== true) await asked(session, role, `grant ${role} to current_user`);
}

async function asked(session: pg.Client, role: string, statement: string): Promise<void> {
  try {
    await session.query(statement);
  } catch (error) {
    // Another database on the same server was migrated at this very moment.
    if (['42710', '23505', 'XX000'].includes(codeOf(error))) return;
    if (codeOf(error) !== '42501') throw error;
    throw new MigrationRefused(
      `The owner of the database may not make or use the role ${role}. Ask whoever looks after the server to run: ` +
        `CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO ${session.user ?? 'the owner'} WITH ADMIN OPTION;`,
    );
  }
}

async function giveAppRole(session: pg.Client, appRole: string): Promise<void> {
  const has = await session.query<{ has: boolean }>(
    `select pg_has_role(oid, $2, 'usage') as has from pg_roles where rolname = $1`,
    [appRole, rowsRole],
  );
  if (has.rows[0] === undefined) throw new MigrationRefused(`The server has no role "${appRole}" to serve pages with.`);
  if (has.rows[0].has) return;
  const statement = `GRANT ${rowsRole} TO ${session.escapeIdentifier(appRole)}`;
  try {
    await session.query(statement);
  } catch (error) {
    if (codeOf(error) !== '42501') throw error;
    throw new MigrationRefused(
      `The owner of the database may not give the role ${rowsRole} to others, because another made it. ` +
        `Ask whoever looks after the server to run: ${statement};`,
    );
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
