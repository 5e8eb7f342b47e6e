import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { CannotStart } from '../../src/cannot-start.ts';
import { startTestCluster, type TestDatabaseAddresses } from '../../src/outside/embedded-postgres/test-cluster.ts';

export type TestServer = { readonly addresses: TestDatabaseAddresses; stop(): Promise<void> };

/**
 * The server for the database tests: the one in the REDRESS_TEST_… variables; else the one in DATABASE_URL; else a
 * throw-away embedded one, of another major version where `nativeFolder` says so.
 */
export async function serverForTests(nativeFolder?: string): Promise<TestServer> {
  const { env } = process;
  const named = {
    REDRESS_TEST_ADMIN_URL: env['REDRESS_TEST_ADMIN_URL'],
    REDRESS_TEST_OWNER_URL: env['REDRESS_TEST_OWNER_URL'],
    REDRESS_TEST_APP_URL: env['REDRESS_TEST_APP_URL'],
  };
  if (nativeFolder === undefined && allSet(named)) return { addresses: named, stop: async () => undefined };
  if (nativeFolder === undefined && env['DATABASE_URL']) {
    return serverGiven(env['DATABASE_URL'], env['DATABASE_OWNER_URL'], env['REDRESS_TEST_ADMIN_URL']);
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-test-'));
  const { server, addresses } = await startTestCluster(folder, nativeFolder);
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(130)));
  return { addresses, stop };
}

function allSet(
  named: Readonly<Record<keyof TestDatabaseAddresses, string | undefined>>,
): named is TestDatabaseAddresses {
  return Object.values(named).every(value => value !== undefined && value !== '');
}

/** Tests look behind the curtain, so they need a superuser; given one, they get two roles of their own. */
async function serverGiven(
  appUrl: string,
  ownerUrl: string | undefined,
  admin: string | undefined,
): Promise<TestServer> {
  const adminUrl = admin ?? ownerUrl ?? appUrl;
  const session = new pg.Client({ connectionString: adminUrl });
  await session.connect();
  try {
    const superuser = await session.query<{ is: boolean }>(
      'select rolsuper as is from pg_roles where rolname = current_user',
    );
    if (superuser.rows[0]?.is !== true) {
      throw new CannotStart(
        'The database tests tamper with rows and read query plans, so they need a superuser of the given server: ' +
          'name it in REDRESS_TEST_ADMIN_URL (or in DATABASE_OWNER_URL).',
      );
    }
    const made = {
      owner: await role(session, 'redress_test_owner', 'createdb createrole'),
      app: await role(session, 'redress_test_app', ''),
    };
    const addresses = {
      REDRESS_TEST_ADMIN_URL: adminUrl,
      REDRESS_TEST_OWNER_URL: as(adminUrl, made.owner),
      REDRESS_TEST_APP_URL: as(adminUrl, made.app),
    };
    return { addresses, stop: async () => undefined };
  } finally {
    await session.end();
  }
}

type Role = { readonly name: string; readonly password: string };

async function role(session: pg.Client, name: string, powers: string): Promise<Role> {
  const password = randomBytes(16).toString('hex');
  const known = await session.query('select 1 from pg_roles where rolname = $1', [name]);
  const verb = known.rowCount === 0 ? 'create' : 'alter';
  await session.query(`${verb} role ${name} login nosuperuser nobypassrls ${powers} password '${password}'`);
  return { name, password };
}

/** The same address for another role. */
function as(url: string, { name, password }: Role): string {
  return url.replace(/^(\w+:\/\/)([^@/]*@)?/, `$1${name}:${password}@`);
}
