import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, joinEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

function newFolder(t: TestContext, name = 'redress-embedded-'): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), name));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function start(dataFolder: string, said: string[] = []): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataFolder, say: line => said.push(line), onUnexpectedEnd: () => undefined });
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const session = new pg.Client({ connectionString: url });
  await session.connect();
  try {
    return (await session.query(sql)).rows;
  } finally {
    await session.end();
  }
}

/** A process that starts the server on the folder and holds it, as `serve` does. `said` is `up`, or the refusal. */
async function startInOwnProcess(folder: string): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const code = `const { startEmbeddedPostgres } = await import(${JSON.stringify(import.meta.resolve('./embedded-postgres.ts'))});
    startEmbeddedPostgres({ dataFolder: ${JSON.stringify(folder)}, say: () => {} }).then(
      () => { process.stdout.write('up'); setInterval(() => {}, 1000); }, error => process.stdout.write(String(error)));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await once(child.stdout, 'data');
  return { child, said: String(said) };
}

function postmasterPid(folder: string): number {
  return Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Made once, because initdb takes its time; each test starts and stops a server on it. */
const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-embedded-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('what was committed is there after a second start, and nothing runs after a stop', async t => {
  const first = await start(folder);
  await ask(first.ownerUrl, 'create table kept as select 7 as n');
  const pid = postmasterPid(folder);
  await first.stop();
  assert.equal(isAlive(pid), false);

  const second = await start(folder);
  t.after(() => second.stop());
  assert.deepEqual(await ask(second.ownerUrl, 'select n from kept'), [{ n: 7 }]);
});

test('nothing acknowledged is left to luck: the durable settings stay on', async t => {
  const server = await start(folder);
  t.after(() => server.stop());
  const names = `'fsync', 'full_page_writes', 'synchronous_commit'`;
  const found = await ask(server.adminUrl, `select name, setting from pg_settings where name in (${names}) order by 1`);
  assert.deepEqual(
    found.map(row => `${row['name']} ${row['setting']}`),
    ['fsync on', 'full_page_writes on', 'synchronous_commit on'],
  );
});

test('it listens on no network, sorts by code point, and its app role has no power and owns nothing', async t => {
  const server = await start(folder);
  t.after(() => server.stop());
  assert.deepEqual(await ask(server.adminUrl, 'show listen_addresses'), [{ listen_addresses: '' }]);
  const [found] = await ask(
    server.appUrl,
    `select current_user as who, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as power, d.datcollate as sorts,
            pg_get_userbyid(d.datdba) as owner
       from pg_roles, pg_database d where rolname = current_user and d.datname = current_database()`,
  );
  assert.deepEqual(found, { who: 'redress_app', power: false, sorts: 'C.UTF-8', owner: 'redress_owner' });
});

test('a second copy on the same data folder is refused in one sentence, and a command beside it may join', async t => {
  assert.equal(await joinEmbeddedPostgres(folder), undefined);
  const server = await start(folder);
  t.after(() => server.stop());
  await assert.rejects(start(folder), {
    name: 'CannotStart',
    message: new RegExp(
      `^Redress is already running on the data folder ${folder} \\(process ${process.pid}\\)\\. .*\\.$`,
    ),
  });
  assert.deepEqual((await joinEmbeddedPostgres(folder))?.appUrl, server.appUrl);
  assert.deepEqual(await ask(server.appUrl, 'select 1 as still'), [{ still: 1 }]);
});

test('two first starts at the same moment leave one server and one refusal', async t => {
  const fresh = newFolder(t);
  const both = await Promise.all([startInOwnProcess(fresh), startInOwnProcess(fresh)]);
  const ended = both.map(({ child }) => (child.exitCode === null ? once(child, 'exit') : undefined));
  for (const { child } of both) child.kill('SIGINT');
  await Promise.all(ended);
  // Waits for the server that was left behind, so that the folder can be removed under nobody's feet.
  await (await start(fresh)).stop();
  const said = both.map(one => one.said).sort();
  assert.match(said[0] ?? '', /already running on the data folder/);
  assert.equal(said[1], 'up');
});

test('a start waits for a server whose Redress was killed, and finds everything that was acknowledged', async t => {
  const { child } = await startInOwnProcess(folder);
  const url = (await joinEmbeddedPostgres(folder))?.ownerUrl ?? assert.fail('it does not run');
  await ask(url, 'create table acknowledged as select 1 as n');
  child.kill('SIGKILL');
  const next = await start(folder);
  t.after(() => next.stop());
  assert.deepEqual(await ask(next.ownerUrl, 'select n from acknowledged'), [{ n: 1 }]);
});

test('a start waits for a copy that says it is stopping', async () => {
  const first = await start(folder);
  await first.announceStop();
  const second = start(folder);
  await pause(300);
  await first.stop();
  await (await second).stop();
});

test('a lock file that names a process which is not PostgreSQL is seen through', async () => {
  const lockFile = path.join(folder, 'postgres', 'postmaster.pid');
  writeFileSync(lockFile, `${process.pid}\n${path.join(folder, 'postgres')}\n1\n5432\n${folder}/run\n\n\nready   \n`);
  await (await start(folder)).stop();
});

test('the data folder may have a long name, with spaces and commas', async t => {
  const long = path.join(newFolder(t), `Complaints, 2026 ${'x'.repeat(90)}`);
  const server = await start(long);
  const socketFolder = decodeURIComponent(/@([^/]*)\//.exec(server.appUrl)?.[1] ?? '');
  t.after(() => rmSync(socketFolder, { recursive: true, force: true }));
  assert.match(socketFolder, /^\/tmp\/redress-[0-9a-f]{16}$/);
  assert.deepEqual(await ask(server.appUrl, 'select 1 as n'), [{ n: 1 }]);
  await server.stop();
});

test('a data folder that cannot be used is one sentence', async t => {
  const file = path.join(newFolder(t), 'file');
  writeFileSync(file, '');
  await assert.rejects(start(file), {
    name: 'CannotStart',
    message: /a file of that name is in the way\.$/,
  });
  // Nobody may make a folder there, root included.
  const closed = process.platform === 'linux' ? '/sys/redress' : '/redress-data';
  await assert.rejects(start(closed), { name: 'CannotStart', message: /^The data folder \S+ cannot be written to/ });
});
