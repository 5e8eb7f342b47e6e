import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { findBinaries } from './binaries.ts';
import { initialisedDatabase, openDataFolder, ownerOfDatabase, socketFolder } from './data-folder.ts';
import { markInUse, markStopping, runningSocketFolder, waitForOtherCopies } from './live-copy.ts';
import { appRole, databaseName, ensureRolesAndDatabase, ownerRole } from './roles.ts';
import { databaseUser } from './run-as.ts';
import { firstSession, hasEnded, type ServerOptions, startServer, stopServer, whyItEnded } from './server.ts';
import { databaseUrl } from './urls.ts';

export type EmbeddedPostgresOptions = {
  /** The landlord's data folder; the database is made below it. */
  readonly dataFolder: string;
  /** Told about what takes time, a sentence at a time. */
  readonly say: (line: string) => void;
  /** Called when the server ends though nobody asked it to, with a sentence saying why. */
  readonly onUnexpectedEnd?: (why: string) => void;
  /** Further PostgreSQL settings. The product passes none: nothing acknowledged may be lost. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The folder of other PostgreSQL programs than those installed (tests on other major versions). */
  readonly nativeFolder?: string;
};

type Addresses = {
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** The superuser's, on the database `postgres`. */
  readonly adminUrl: string;
};

export type EmbeddedPostgres = Addresses & {
  /** Lets another start wait for us instead of refusing. Call it when stopping begins. */
  announceStop(): Promise<void>;
  /** Stops the server and waits until it has gone. Call it last. */
  stop(): Promise<void>;
};

/** No words that people typed reach the server's log: neither statements nor the values in an error's detail. */
const settingsOfOurs = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/**
 * Starts the PostgreSQL that comes with Redress, on a Unix socket only, and makes its roles and database where they
 * are missing. Rejects with `CannotStart` (a sentence) when the folder cannot be used or another copy uses it.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries(options.nativeFolder);
  const dataFolder = await openDataFolder(options.dataFolder);
  const user = databaseUser(ownerOfDatabase(dataFolder));
  if (ownerOfDatabase(dataFolder) === undefined) options.say(`Making a new database in ${dataFolder} …`);
  const files = await initialisedDatabase(dataFolder, binaries, user);
  const serverOptions: ServerOptions = {
    postgres: binaries.postgres,
    files,
    socketFolder: await socketFolder(dataFolder, user),
    logFile: path.join(dataFolder, 'postgres.log'),
    user,
    stalePid: await waitForOtherCopies(files, options.say),
    settings: { ...settingsOfOurs, ...options.settings },
  };
  return run(serverOptions, options.onUnexpectedEnd ?? options.say);
}

async function run(options: ServerOptions, onUnexpectedEnd: (why: string) => void): Promise<EmbeddedPostgres> {
  const server = startServer(options);
  let stopping = false;
  const finished = () => stopping || hasEnded(server);
  try {
    const session = await firstSession(server, options).catch(async error => {
      // Two starts at the same moment: PostgreSQL lets one of them in, and the other looks again who it is.
      await waitForOtherCopies(options.files, () => undefined);
      throw error;
    });
    const guard = await holdInUse(session, () => firstSession(server, options), options.files, finished);
    await ensureRolesAndDatabase(guard.session());
    void server.ended.then(async () => {
      if (!stopping) onUnexpectedEnd(await whyItEnded(options));
    });
    const stop = async () => {
      stopping = true;
      await guard
        .session()
        .end()
        .catch(() => undefined);
      await stopServer(server);
    };
    const announceStop = async () => void (await markStopping(guard.session()).catch(() => undefined));
    return { ...addresses(options.socketFolder), announceStop, stop };
  } catch (error) {
    stopping = true;
    await stopServer(server);
    throw error;
  }
}

/** Holds the lock for as long as the server runs; a server that lost a backend ends all sessions, so take it again. */
async function holdInUse(first: pg.Client, open: () => Promise<pg.Client>, files: string, finished: () => boolean) {
  let current = first;
  const again = async () => {
    while (!finished()) {
      await pause(200);
      try {
        current = await open();
        await markInUse(current, files);
        current.once('end', () => void again());
        return;
      } catch {
        // Still restarting, or ended for good: `finished` tells.
      }
    }
  };
  await markInUse(first, files);
  first.once('end', () => void again());
  return { session: () => current };
}

/**
 * The addresses of the embedded server that another Redress runs on this data folder at the moment, for a command
 * beside it such as `redress verify`. Undefined when none runs.
 */
export async function joinEmbeddedPostgres(dataFolder: string): Promise<Addresses | undefined> {
  const real = await realpath(dataFolder).catch(() => undefined);
  if (real === undefined) return undefined;
  const folder = await runningSocketFolder(path.join(real, 'postgres'));
  return folder === undefined ? undefined : addresses(folder);
}

function addresses(folder: string): Addresses {
  return {
    appUrl: databaseUrl(folder, appRole, databaseName),
    ownerUrl: databaseUrl(folder, ownerRole, databaseName),
    adminUrl: databaseUrl(folder, 'postgres', 'postgres'),
  };
}
