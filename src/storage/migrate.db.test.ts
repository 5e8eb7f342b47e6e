import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { inDatabase, testDatabase } from '../../test/database.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrationFiles } from './migration-files.ts';
import { schemaState } from './schema-state.ts';

const database = await testDatabase();
const owner = decodeURIComponent(/\/\/([^:@]*)/.exec(database.ownerUrl)?.[1] ?? '');
const appRole = decodeURIComponent(/\/\/([^:@]*)/.exec(database.appUrl)?.[1] ?? '');
const files = migrationFiles();

/** An empty database, for the time of one test. */
async function emptyDatabase(t: test.TestContext): Promise<string> {
  const name = `redress_test_${randomBytes(6).toString('hex')}`;
  await database.admin.query(`create database ${name} owner ${owner} template template0`);
  t.after(() => database.admin.query(`drop database ${name} with (force)`));
  return inDatabase(database.ownerUrl, name);
}

function edited(number: number): Migration[] {
  return files.map(file => (file.number === number ? { ...file, hash: 'ab'.repeat(32) } : file));
}

const next: Migration = { number: files.length + 1, name: 'one_more', text: 'create table more (x int)', hash: 'cd' };

test('an empty database is brought up to date, also by two that start at once; again does nothing', async t => {
  const ownerUrl = await emptyDatabase(t);
  assert.equal(await schemaState(ownerUrl), 'none');
  const said: string[] = [];
  const run = () => migrate({ ownerUrl, appRole, say: line => said.push(line) });
  await Promise.all([run(), run()]);
  assert.equal(said.length, files.length);
  assert.equal(await schemaState(ownerUrl), 'current');
  await run();
  assert.equal(said.length, files.length);
  assert.equal(await schemaState(inDatabase(database.appUrl, new URL(ownerUrl).pathname.slice(1))), 'current');
});

test('an older and a newer schema are told apart, and a newer one is refused', async t => {
  const ownerUrl = await emptyDatabase(t);
  const say = (): void => undefined;
  await migrate({ ownerUrl, appRole, say, files: files.slice(0, -1) });
  assert.equal(await schemaState(ownerUrl), 'older');
  await migrate({ ownerUrl, appRole, say, files: [...files, next] });
  assert.equal(await schemaState(ownerUrl), 'newer');
  await assert.rejects(migrate({ ownerUrl, appRole, say }), { name: 'MigrationRefused', message: /newer release/ });
});

test('a migration that was edited after it had been run is refused', async () => {
  const { ownerUrl } = database;
  const run = migrate({ ownerUrl, appRole, say: () => undefined, files: edited(2) });
  await assert.rejects(run, { name: 'MigrationRefused', message: /Migration 2 \(events\).*differs/ });
  await assert.rejects(schemaState(ownerUrl, edited(1)), { name: 'MigrationRefused' });
});

test('a migration that fails leaves nothing of itself, and those before it stay', async t => {
  const ownerUrl = await emptyDatabase(t);
  const broken: Migration = { ...next, text: 'create table half (x int); select 1 / 0' };
  await assert.rejects(
    migrate({ ownerUrl, appRole, say: () => undefined, files: [...files, broken] }),
    /division by zero/,
  );
  assert.equal(await schemaState(ownerUrl), 'current');
});

test('a role that the server does not know is refused in a sentence', async () => {
  const run = migrate({ ownerUrl: database.ownerUrl, appRole: 'nobody here', say: () => undefined });
  await assert.rejects(run, { name: 'MigrationRefused', message: /no role "nobody here"/ });
});

test('an owner that may not make roles is told what to ask for', async t => {
  const role = `redress_plain_${randomBytes(6).toString('hex')}`;
  await database.admin.query(`create role ${role} login password 'x' createdb`);
  await database.admin.query(`create database ${role} owner ${role} template template0`);
  t.after(async () => {
    await database.admin.query(`drop database ${role} with (force)`);
    await database.admin.query(`drop role ${role}`);
  });
  const ownerUrl = inDatabase(database.ownerUrl, role).replace(/\/\/[^@]*@/, `//${role}:x@`);
  const run = migrate({ ownerUrl, appRole, say: () => undefined });
  await assert.rejects(run, { name: 'MigrationRefused', message: /CREATE ROLE redress_search NOLOGIN; GRANT/ });
});

test('an owner that may not give the rows to the app role is told what to ask for', async t => {
  const [owner, app] = [
    `redress_plain_${randomBytes(6).toString('hex')}`,
    `redress_app_${randomBytes(6).toString('hex')}`,
  ];
  await database.admin.query(`create role ${owner} login password 'x'`);
  await database.admin.query(`create role ${app} login`);
  await database.admin.query(`grant redress_search to ${owner} with admin option`);
  await database.admin.query(`create database ${owner} owner ${owner} template template0`);
  t.after(async () => {
    await database.admin.query(`drop database ${owner} with (force)`);
    await database.admin.query(`drop role ${owner}, ${app}`);
  });
  const ownerUrl = inDatabase(database.ownerUrl, owner).replace(/\/\/[^@]*@/, `//${owner}:x@`);
  const run = migrate({ ownerUrl, appRole: app, say: () => undefined });
  const message = new RegExp(`GRANT redress_rows TO "?${app}"?;$`);
  await assert.rejects(run, { name: 'MigrationRefused', message });
});

test('the app role may not make tables, change the schema, or act as another role', async () => {
  const client = await database.app.connect();
  try {
    for (const statement of [
      'create table mine (x int)',
      'alter table event disable row level security',
      'drop table event',
      'update migration set hash = hash',
      'set role redress_search',
      `select graphile_worker.add_job('x')`,
    ]) {
      await assert.rejects(client.query(statement), /permission denied|must be owner/, statement);
    }
  } finally {
    client.release();
  }
});
