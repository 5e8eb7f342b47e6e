/**
 * A database of its own for a test file: a copy of a migrated template, which is made once for each state of the
 * migrations. The server is the one named by REDRESS_TEST_ADMIN_URL and its two companions, or a throw-away embedded one.
 */
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { after } from 'node:test';
import pg from 'pg';
import { sha256 } from '../src/storage/canonical-json.ts';
import { migrate } from '../src/storage/migrate.ts';
import { migrationFiles } from '../src/storage/migration-files.ts';
import { type Database, openDatabase } from '../src/storage/pools.ts';
import { type TestServer, testServer } from './database-server.ts';

export interface TestDatabase {
  /** As `serve` connects: row-level security holds. */
  readonly app: Database;
  /** As `migrate` connects. */
  readonly owner: Database;
  /** A superuser's session: for tampering, and for asking how a query was planned. */
  readonly admin: pg.Client;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly adminUrl: string;
  /** A new landlord in it. */
  addLandlord(name?: string): Promise<string>;
}

const templateLock = 7_270_732;

/** A fresh, migrated, empty database. It is dropped when the test file that asked for it is done. */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await freshDatabase();
  after(database.drop);
  return database;
}

/** The same outside a test: the caller drops it. */
export async function freshDatabase(): Promise<TestDatabase & { drop(): Promise<void> }> {
  const server = await testServer();
  const template = await ensureTemplate(server);
  const name = `redress_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server.adminUrl, session =>
    session.query(
      `create database ${name} template ${template} owner ${session.escapeIdentifier(roleOf(server.ownerUrl))}`,
    ),
  );

  const appUrl = inDatabase(server.appUrl, name);
  const ownerUrl = inDatabase(server.ownerUrl, name);
  const adminUrl = inDatabase(server.adminUrl, name);
  const app = openDatabase(appUrl, { max: 8, applicationName: 'redress test' });
  const owner = openDatabase(ownerUrl, { max: 2, applicationName: 'redress test owner' });
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const drop = async (): Promise<void> => {
    await Promise.all([app.end(), owner.end(), admin.end()]);
    await asAdmin(server.adminUrl, session => session.query(`drop database if exists ${name} with (force)`));
    await server.release();
  };
  const addLandlord = (landlord = 'A landlord') => insertLandlord(app, landlord);
  return { app, owner, admin, appUrl, ownerUrl, adminUrl, addLandlord, drop };
}

/** The address with another database's name in it. */
export function inDatabase(url: string, name: string): string {
  const parts = /^(postgres(?:ql)?:\/\/[^/?]*)\/[^?]*(\?.*)?$/.exec(url);
  if (parts === null) throw new Error('The address of a test database should look like postgresql://role@host/name.');
  return `${parts[1]}/${name}${parts[2] ?? ''}`;
}

async function insertLandlord(app: Database, name: string): Promise<string> {
  const landlordId = randomUUIDv7();
  const client = await app.connect();
  try {
    await client.query(`begin; set local redress.landlord = '${landlordId}'`);
    await client.query(
      `insert into landlord (landlord_id, slug, name, policy_id, created_at)
       values ($1, $2, $3, 'test', '2026-01-01T00:00:00Z')`,
      [landlordId, `landlord-${landlordId}`, name],
    );
    await client.query('commit');
    return landlordId;
  } finally {
    client.release();
  }
}

async function ensureTemplate(server: TestServer): Promise<string> {
  const state = sha256(
    migrationFiles()
      .map(file => file.hash)
      .join(' '),
  );
  const name = `redress_template_${state.toString('hex').slice(0, 12)}`;
  await asAdmin(server.adminUrl, async session => {
    await session.query('select pg_advisory_lock($1)', [templateLock]);
    const there = await session.query('select 1 from pg_database where datname = $1', [name]);
    if (there.rowCount === 1) return;
    // Under another name until it is whole: an interrupted run must not leave half a template behind.
    const unfinished = `${name}_unfinished`;
    await session.query(`drop database if exists ${unfinished} with (force)`);
    const owner = session.escapeIdentifier(roleOf(server.ownerUrl));
    await session.query(`create database ${unfinished} owner ${owner} template template0`);
    await migrate({
      ownerUrl: inDatabase(server.ownerUrl, unfinished),
      appRole: roleOf(server.appUrl),
      say: () => undefined,
    });
    await session.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

function roleOf(url: string): string {
  const role = /^postgres(?:ql)?:\/\/([^:@/]*)[:@]/.exec(url)?.[1];
  if (role === undefined) throw new Error('The address of a test database has to name its role.');
  return decodeURIComponent(role);
}

async function asAdmin<T>(url: string, work: (session: pg.Client) => Promise<T>): Promise<T> {
  const session = new pg.Client({ connectionString: url });
  await session.connect();
  try {
    return await work(session);
  } finally {
    await session.end();
  }
}
