import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { CannotStart, systemErrorCode } from '../../cannot-start.ts';
import { databaseUrl } from './urls.ts';

/** Session advisory lock that a running Redress holds for as long as it uses the embedded database. */
const inUseLock = 7_373_001;

const patience = 30_000;
/** A server whose Redress was killed ends by itself (where the system can arrange it); after this long we ask it to. */
const patienceWithOrphans = 3_000;

/** A process that is being killed holds the lock for a moment longer: only one that goes on holding it is alive. */
const certainty = 400;

type Postmaster = { readonly pid: number; readonly socketFolder: string };

/**
 * Makes sure that no other PostgreSQL runs on these files: refuses when another Redress uses it, waits for one that
 * is stopping, ends one that was left behind. Returns the process id in a stale lock file, when there is one.
 */
export async function waitForOtherCopies(files: string, say: (line: string) => void): Promise<number | undefined> {
  const began = performance.now();
  let inUseSince: number | undefined;
  for (let round = 0; ; round += 1) {
    const other = await readPostmaster(files);
    if (other === undefined) return undefined;
    if (!(await isPostgresOn(other.pid, files))) return other.pid;
    const user = await whoUses(other.socketFolder);
    if (user === 'nobody' && performance.now() - began > patienceWithOrphans) endProcess(other.pid);
    inUseSince = user === 'nobody' || user === 'stopping' ? undefined : (inUseSince ?? performance.now());
    if (inUseSince !== undefined && performance.now() - inUseSince > certainty) throw inUse(files, user);
    if (performance.now() - began > patience) throw neverStopped(files, other.pid);
    if (round === 10) say('Waiting for the previous database server to stop …');
    await pause(100);
  }
}

/** The socket folder of the server that runs on these files and takes connections now, if there is one. */
export async function runningSocketFolder(files: string): Promise<string | undefined> {
  const other = await readPostmaster(files);
  if (other === undefined || !(await isPostgresOn(other.pid, files))) return undefined;
  const user = await whoUses(other.socketFolder);
  return user === 'stopping' || user === 'nobody' ? undefined : other.socketFolder;
}

/** Takes the lock; refuses in a sentence when another Redress was quicker. `session` must stay open. */
export async function markInUse(session: pg.Client, files: string): Promise<void> {
  const answer = await session.query<{ taken: boolean }>(`select pg_try_advisory_lock(${inUseLock}) as taken`);
  if (answer.rows[0]?.taken !== true) throw inUse(files, 'another process');
}

/** Tells another start that we are on our way out, so that it waits instead of refusing. */
export async function markStopping(session: pg.Client): Promise<void> {
  await session.query(`set application_name = 'redress stopping'`);
}

async function readPostmaster(files: string): Promise<Postmaster | undefined> {
  const text = await readFile(path.join(files, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, socketFolder: lines[4] ?? '' } : undefined;
}

/** Whether that process lives; one that was killed and is only waiting to be cleared away does not. */
async function isProcess(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/^\d+ \(.*\) [ZX] /.test(stat);
}

/** Process numbers are used again (always, in a container), so the command line has to name these files too. */
async function isPostgresOn(pid: number, files: string): Promise<boolean> {
  if (!(await isProcess(pid))) return false;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(async () => {
    const ps = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }));
    return ps.stdout;
  });
  return commandLine.includes('postgres') && commandLine.includes(files);
}

/** The process that uses the server in this socket folder, `stopping` when it or the server is on its way out. */
async function whoUses(socketFolder: string): Promise<string> {
  if (socketFolder === '') return 'stopping';
  const session = new pg.Client({ connectionString: databaseUrl(socketFolder, 'postgres', 'postgres') });
  session.on('error', () => undefined);
  try {
    await session.connect();
    const answer = await session.query<{ name: string }>(
      `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
        where l.locktype = 'advisory' and l.classid = 0 and l.objid = ${inUseLock} and l.granted`,
    );
    const name = answer.rows[0]?.name;
    if (name === undefined) return 'nobody';
    const pid = Number(/^redress process (\d+)$/.exec(name)?.[1]);
    return (await isProcess(pid)) ? `process ${pid}` : 'stopping';
  } catch {
    return 'stopping';
  } finally {
    await session.end().catch(() => undefined);
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It has just gone, or is not ours to end: the next round sees which.
  }
}

function inUse(files: string, by: string): CannotStart {
  return new CannotStart(
    `Redress is already running on the data folder ${path.dirname(files)} (${by}). ` +
      'Stop that copy first, or set REDRESS_DATA to another folder for this one.',
  );
}

function neverStopped(files: string, pid: number): CannotStart {
  return new CannotStart(
    `Another database server (process ${pid}) still uses the data folder ${path.dirname(files)} after ` +
      `${patience / 1000} seconds of waiting. End that process, or set REDRESS_DATA to another folder.`,
  );
}
