import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { inDatabase, testDatabase } from '../../test/database.ts';
import { productFolder } from '../config.ts';

const database = await testDatabase();
const given = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };

type Serving = { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> };

function serve(t: TestContext, env: Record<string, string>, ...args: string[]): Serving {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-serve-'));
  let said = '';
  const child = spawn(process.execPath, [path.join(productFolder, 'src', 'main.ts'), 'serve', ...args], {
    env: { PATH: process.env['PATH'], REDRESS_DATA: folder, REDRESS_DEMO: 'off', PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { stdout, stderr } = child;
  assert.ok(stdout !== null && stderr !== null);
  const listen = (text: Buffer): void => {
    said += text.toString();
  };
  stdout.on('data', listen);
  stderr.on('data', listen);
  // Not 'close', which never comes after a disconnect.
  const ended = Promise.all([once(child, 'exit'), once(stdout, 'close'), once(stderr, 'close')]).then(
    () => child.exitCode,
  );
  t.after(async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  return { child, said: () => said, ended };
}

async function ready({ child, said, ended }: Serving): Promise<string> {
  const failed = ended.then(() => assert.fail(`it ended: ${said()}`));
  for (;;) {
    const address = /ready at (\S+)/.exec(said())?.[1];
    if (address !== undefined) return address;
    await Promise.race([once(child.stdout ?? child, 'data'), failed]);
  }
}

/** What a start that must fail says, which is one sentence or two and no stack trace. */
async function refusal(t: TestContext, env: Record<string, string>): Promise<string> {
  const serving = serve(t, env);
  assert.equal(await serving.ended, 1, serving.said());
  const lines = serving.said().trim().split('\n');
  assert.ok(!/^\s+at /m.test(serving.said()), serving.said());
  return lines.at(-1) ?? '';
}

test('a fresh data folder becomes a served, healthy product, and a signal stops all of it', async t => {
  const serving = serve(t, {});
  const answer = await fetch(`${await ready(serving)}/healthz`);
  assert.equal(answer.status, 200);
  const folder = /new database in (\S+)/.exec(serving.said())?.[1] ?? assert.fail(serving.said());
  const lockFile = path.join(folder, 'postgres', 'postmaster.pid');
  const postgres = Number(readFileSync(lockFile, 'utf8').split('\n')[0]);

  serving.child.kill('SIGTERM');
  assert.equal(await serving.ended, 0);
  assert.throws(() => process.kill(postgres, 0), { code: 'ESRCH' });
  assert.equal(existsSync(lockFile), false);
});

test('it ends when the process that launched it is gone', async t => {
  const serving = serve(t, given, '--no-work');
  await ready(serving);
  serving.child.disconnect();
  assert.equal(await serving.ended, 0);
});

test('/healthz answers 503 with the reason when the database does not take connections', async t => {
  const own = await testDatabase();
  const serving = serve(t, { DATABASE_URL: own.appUrl, DATABASE_OWNER_URL: own.ownerUrl }, '--no-work');
  const address = await ready(serving);
  const name = new URL(own.appUrl).pathname.slice(1);
  await database.admin.query(`alter database ${name} allow_connections false`);
  await database.admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'redress web'`,
    [name],
  );
  const answer = await fetch(`${address}/healthz`);
  assert.equal(answer.status, 503);
  assert.deepEqual(await answer.json(), { status: 'unavailable', reason: 'the database cannot be reached' });
  await database.admin.query(`alter database ${name} allow_connections true`);
});

test('a taken port is refused with another to try', async t => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  t.after(() => taken.close());
  const place = taken.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  const told = await refusal(t, { ...given, PORT: String(port) });
  assert.equal(told.startsWith(`Port ${port} on 127.0.0.1 is taken by another program.`), true, told);
});

test('a database that cannot be reached is refused, without its password', async t => {
  const nowhere = 'postgresql://app:hush@127.0.0.1:9/redress';
  const told = await refusal(t, { DATABASE_URL: nowhere, DATABASE_OWNER_URL: nowhere });
  assert.match(
    told,
    /^The database in DATABASE_OWNER_URL \(postgresql:\/\/app@127\.0\.0\.1:9\/redress\) cannot be used: nothing listens there\.$/,
  );
});

test('a database that does not exist is refused', async t => {
  const told = await refusal(t, { ...given, DATABASE_OWNER_URL: inDatabase(database.ownerUrl, 'no_such') });
  assert.match(told, /cannot be used: there is no such database\.$/);
});

test('an app role that row-level security would not hold back is refused', async t => {
  assert.match(
    await refusal(t, { ...given, DATABASE_URL: database.adminUrl }),
    /is a superuser, so it could see every landlord/,
  );
  assert.match(
    await refusal(t, { ...given, DATABASE_URL: database.ownerUrl }),
    /owns the table "\w+", so it could see/,
  );
  await database.admin.query(`create role redress_test_bypass login bypassrls password 'x'`);
  t.after(() => database.admin.query('drop role redress_test_bypass'));
  const bypass = database.appUrl.replace(/\/\/[^@]*@/, '//redress_test_bypass:x@');
  assert.match(await refusal(t, { ...given, DATABASE_URL: bypass }), /may bypass row-level security/);
});

test('a schema that is newer or older than this release is refused', async t => {
  const own = await testDatabase();
  const env = { DATABASE_URL: own.appUrl, DATABASE_OWNER_URL: own.ownerUrl };
  await own.admin.query(`insert into migration (number, name, hash) values (9999, 'from_the_future', 'x')`);
  assert.match(await refusal(t, env), /newer release/);
  await own.admin.query(
    'delete from migration where number >= (select max(number) from migration where number < 9999)',
  );
  assert.match(await refusal(t, env), /form of an older release\. Back it up, then run "redress migrate"\.$/);
});

test('an impossible setting is refused before anything is started', async t => {
  assert.equal(await refusal(t, { PORT: 'x' }), 'PORT is "x"; expected a whole number from 0 to 65535.');
});
