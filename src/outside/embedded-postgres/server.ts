import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from '../../cannot-start.ts';
import { fixedEnvironment } from './data-folder.ts';
import { commandAs, type DatabaseUser } from './run-as.ts';
import { databaseUrl } from './urls.ts';

export type ServerOptions = {
  readonly postgres: string;
  readonly files: string;
  readonly socketFolder: string;
  readonly logFile: string;
  readonly user: DatabaseUser;
  /** What a lock file says although that process is not PostgreSQL (any more). */
  readonly stalePid: number | undefined;
  readonly settings: Readonly<Record<string, string>>;
};

/** A running `postgres` process. */
export type Server = { readonly process: ChildProcess; readonly ended: Promise<void> };

const largestLog = 5 * 1024 * 1024;

/** Starts `postgres` in its own session, so that a Ctrl-C meant for us does not stop it under us. */
export function startServer(options: ServerOptions): Server {
  const log = openLog(options.logFile);
  const settings = Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program, ...args] = commandAs(options.user, [
    options.postgres,
    ...['-D', options.files, '-k', options.socketFolder, ...settings],
  ]);
  const child = spawn(program ?? '', args, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    // PostgreSQL takes the process named here for its own forebear, so it sees through a stale lock file whose number
    // now belongs to another process, and still checks that no memory of the old server is in use.
    env: { ...fixedEnvironment, ...(options.stalePid ? { PG_GRANDPARENT_PID: String(options.stalePid) } : {}) },
  });
  closeSync(log);
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return { process: child, ended };
}

/** Waits until the server takes connections and returns a superuser's session. */
export async function firstSession(server: Server, options: ServerOptions): Promise<pg.Client> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    if (hasEnded(server)) throw new CannotStart(await whyItEnded(options));
    const session = new pg.Client({
      connectionString: databaseUrl(options.socketFolder, 'postgres', 'postgres'),
      application_name: `redress process ${process.pid}`,
      keepAlive: true,
    });
    session.on('error', () => undefined);
    try {
      await session.connect();
      return session;
    } catch (error) {
      await session.end().catch(() => undefined);
      if (performance.now() > deadline) throw error;
      await pause(15);
    }
  }
}

/** Stops it as a person would with Ctrl-C: open transactions are rolled back, everything is written. */
export async function stopServer(server: Server): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (hasEnded(server)) return;
    server.process.kill(signal);
    const timer = new AbortController();
    await Promise.race([server.ended, pause(30_000, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
  }
}

export function hasEnded(server: Server): boolean {
  return server.process.exitCode !== null || server.process.signalCode !== null || server.process.pid === undefined;
}

/** One sentence from the last lines of the server's log. */
export async function whyItEnded(options: Pick<ServerOptions, 'logFile' | 'files'>): Promise<string> {
  const text = await readFile(options.logFile, 'utf8').catch(() => '');
  if (text.slice(-4000).includes('No space left on device')) {
    return `The disk that holds ${options.files} is full, so the database stopped. Make room, or set REDRESS_DATA to a folder on another disk.`;
  }
  const lines = text.trim().split('\n').slice(-30);
  const told = lines.findLast(line => /\b(FATAL|PANIC|ERROR|setpriv):/.test(line)) ?? lines.at(-1) ?? '';
  const reason = told.replace(/^.*?\b(FATAL|PANIC|ERROR):\s*/, '');
  return `The embedded database stopped: ${reason || 'it gave no reason'}. Its log is ${options.logFile}.`;
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(file, path.join(path.dirname(file), 'postgres.previous.log'));
  return openSync(file, 'a', 0o600);
}
