import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from '../src/cannot-start.ts';
import { startTestCluster } from '../src/outside/embedded-postgres/test-cluster.ts';
import { databaseUrl } from '../src/outside/embedded-postgres/urls.ts';

/** The server that the database tests run on, by the addresses of its three roles. */
export interface TestServer {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Stops the server where this process started it. */
  release(): Promise<void>;
}

const folder = '/tmp/redress-test-database';
const run = path.join(folder, 'run');
const nothing = async (): Promise<void> => undefined;

/** The server named by the environment, else the one left running by `scripts/test-database.ts`, else a new one. */
export async function testServer(): Promise<TestServer> {
  return fromEnvironment() ?? (await running()) ?? (await start());
}

function fromEnvironment(): TestServer | undefined {
  const {
    REDRESS_TEST_ADMIN_URL: adminUrl,
    REDRESS_TEST_OWNER_URL: ownerUrl,
    REDRESS_TEST_APP_URL: appUrl,
  } = process.env;
  if (adminUrl === undefined && ownerUrl === undefined && appUrl === undefined) return undefined;
  if (adminUrl === undefined || ownerUrl === undefined || appUrl === undefined) {
    throw new Error('Set REDRESS_TEST_ADMIN_URL, REDRESS_TEST_OWNER_URL and REDRESS_TEST_APP_URL together, or none.');
  }
  return { adminUrl, ownerUrl, appUrl, release: nothing };
}

async function running(): Promise<TestServer | undefined> {
  if (!existsSync(run)) return undefined;
  const server = addresses();
  const session = new pg.Client({ connectionString: server.adminUrl, connectionTimeoutMillis: 2000 });
  session.on('error', () => undefined);
  try {
    await session.connect();
    const roles = await session.query(`select from pg_roles where rolname = 'redress_app'`);
    return roles.rowCount === 1 ? server : undefined;
  } catch {
    return undefined;
  } finally {
    await session.end().catch(() => undefined);
  }
}

let users = 0;
let started: Promise<{ stop(): Promise<void> }> | undefined;

async function start(): Promise<TestServer> {
  mkdirSync(folder, { recursive: true });
  started ??= startTestCluster(folder).then(cluster => cluster.server);
  try {
    await started;
  } catch (error) {
    // Another test file was quicker to start it: use that one.
    started = undefined;
    if (!(error instanceof CannotStart)) throw error;
    for (let tries = 0; tries < 100; tries += 1) {
      const other = await running();
      if (other !== undefined) return other;
      await pause(100);
    }
    throw error;
  }
  users += 1;
  return { ...addresses(), release };
}

async function release(): Promise<void> {
  users -= 1;
  if (users > 0) return;
  const server = await started;
  started = undefined;
  await server?.stop();
}

function addresses(): TestServer {
  return {
    adminUrl: databaseUrl(run, 'postgres', 'postgres'),
    ownerUrl: databaseUrl(run, 'redress_owner', 'redress'),
    appUrl: databaseUrl(run, 'redress_app', 'redress'),
    release: nothing,
  };
}
