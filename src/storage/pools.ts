import { setTimeout as pause } from 'node:timers/promises';
import { Kysely } from 'kysely';
import pg from 'pg';
import { RedressDialect } from './kysely-dialect.ts';
import { typeParsers } from './pg-types.ts';
import type { Tables } from './tables.ts';

export interface PoolOptions {
  /** The most connections at a time. */
  readonly max?: number;
  /** How the server's lists of sessions name us. */
  readonly applicationName?: string;
  /** With several hosts: how long to look for the one that takes writes, in milliseconds. */
  readonly patience?: number;
  /** Told when a connection breaks while nobody is using it. */
  readonly onIdleError?: (error: Error) => void;
}

/** A pool of connections to the server that takes writes, and Kysely on top of it. */
export interface Database {
  connect(): Promise<pg.PoolClient>;
  /** For the few tables without row-level security. Everything else goes through `inLandlord`. */
  readonly kysely: Kysely<Tables>;
  end(): Promise<void>;
}

/**
 * Opens a database by its address. Several hosts may stand in it, `postgres://user@one:5432,two:5432/redress`: then the
 * one that is not a standby is used, and looked for again whenever connecting fails or a write is refused.
 */
export function openDatabase(url: string, options: PoolOptions = {}): Database {
  const addresses = hostsOf(url);
  const pools = addresses.map(address => openPool(address, options, addresses.length > 1));
  const connect = primaryFinder(pools, addresses.length > 1 ? (options.patience ?? 5000) : 0);
  const kysely = new Kysely<Tables>({ dialect: new RedressDialect(connect) });
  const end = async (): Promise<void> => {
    await Promise.all(pools.map(pool => pool.end()));
  };
  return { connect, kysely, end };
}

/** Error codes after which a connection must not be used again: the server went away, or is a standby now. */
export function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '25006' || code.startsWith('57P') || code.startsWith('08')) return true;
  return /^E[A-Z]+$/.test(code) || /connection (terminated|ended|error)|not queryable|timeout/i.test(error.message);
}

/** One address for each host named in the given one. */
export function hostsOf(url: string): string[] {
  const parts = /^(postgres(?:ql)?:\/\/(?:[^@/?]*@)?)([^/?]*)(.*)$/.exec(url);
  const [, before = '', hosts = '', after = ''] = parts ?? [];
  if (!hosts.includes(',')) return [url];
  return hosts.split(',').map(host => before + host + after);
}

function openPool(url: string, options: PoolOptions, primaryOnly: boolean): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'redress',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    pipeline: true,
    types: typeParsers,
    ...(primaryOnly ? { onConnect: refuseStandby } : {}),
  });
  pool.on('error', error => options.onIdleError?.(error));
  // Without a listener a connection that breaks while in use would end the process; its query fails anyway.
  pool.on('connect', client => client.on('error', () => undefined));
  return pool;
}

/** Connects to the pool that worked last, and goes round the others until one does or patience ends. */
function primaryFinder(pools: readonly pg.Pool[], patience: number): () => Promise<pg.PoolClient> {
  let at = 0;
  return async () => {
    const deadline = performance.now() + patience;
    for (let tries = 1; ; tries += 1) {
      const tried = at;
      const pool = pools[tried];
      if (pool === undefined) throw new Error('A database address names no host.');
      try {
        return await pool.connect();
      } catch (error) {
        if (performance.now() >= deadline || !isBroken(error)) throw error;
        // Somebody else may have moved on meanwhile.
        if (at === tried) at = (tried + 1) % pools.length;
        if (tries % pools.length === 0) await pause(50);
      }
    }
  };
}

async function refuseStandby(client: pg.ClientBase): Promise<void> {
  const answer = await client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby');
  if (answer.rows[0]?.standby === true) throw new StandbyRefused();
}

class StandbyRefused extends Error {
  readonly code = '25006';
  constructor() {
    super('This server is a standby and takes no writes.');
  }
}
