import type pg from 'pg';

/** Owns the database, its schema and the jobs; runs the migrations. */
export const ownerRole = 'redress_owner';
/** Serves pages; subject to row-level security and owns nothing. */
export const appRole = 'redress_app';
export const databaseName = 'redress';

/** Makes the two roles and the database where they are missing. `session` is a superuser's. */
export async function ensureRolesAndDatabase(session: pg.Client): Promise<void> {
  const known = await session.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname = any($1)
     union all select datname from pg_database where datname = $2`,
    [[ownerRole, appRole], databaseName],
  );
  const names = new Set(known.rows.map(row => row.name));
  // The owner may make roles because a migration makes the one that reads the search table and nothing else.
  if (!names.has(ownerRole)) {
    await session.query(`create role ${ownerRole} login nosuperuser nobypassrls createdb createrole`);
  }
  if (!names.has(appRole)) await session.query(`create role ${appRole} login nosuperuser nobypassrls`);
  if (!names.has(databaseName)) await session.query(`create database ${databaseName} owner ${ownerRole}`);
}
