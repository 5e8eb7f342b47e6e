import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { chmod, chown, lstat, mkdir, readdir, realpath, rename, rm, statfs, unlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { CannotStart, systemErrorCode } from '../../cannot-start.ts';
import type { Binaries } from './binaries.ts';
import { commandAs, type DatabaseUser, initdbUser } from './run-as.ts';

/** initdb and postgres take nothing from our own environment: a stray PGDATA or LC_ALL must not matter. */
export const fixedEnvironment = { PATH: '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C.UTF-8' };

const megabyte = 1024 * 1024;
const neededForNew = 200 * megabyte;
const neededForExisting = 48 * megabyte;

/** Unix socket addresses hold about 103 bytes on every system; 14 of them are the file's own name. */
const longestSocketFolder = 88;

/** Makes the data folder where it is missing and proves that it can be written to. Returns its real path. */
export async function openDataFolder(asGiven: string): Promise<string> {
  const folder = path.resolve(asGiven);
  try {
    await mkdir(folder, { recursive: true });
    const real = await realpath(folder);
    const probe = path.join(real, `.can-we-write-${process.pid}`);
    await writeFile(probe, Buffer.alloc(8192), { flush: true }).finally(() => unlink(probe).catch(() => undefined));
    const disk = await statfs(real);
    const needed = existsSync(path.join(real, 'postgres')) ? neededForExisting : neededForNew;
    if (disk.bavail * disk.bsize < needed) throw fullDisk(real, disk.bavail * disk.bsize, needed);
    return real;
  } catch (error) {
    throw explained(error, folder);
  }
}

/** The owner of the database files already in the data folder, if there are any. */
export function ownerOfDatabase(dataFolder: string): { uid: number; gid: number } | undefined {
  const files = path.join(dataFolder, 'postgres');
  if (!existsSync(files)) return undefined;
  const { uid, gid } = statSync(files);
  return { uid, gid };
}

/**
 * The folder with the database files, made by initdb where it is missing. It is made under another name and renamed
 * when whole, so a start that is killed half way, or two at once, leave nothing broken behind.
 */
export async function initialisedDatabase(dataFolder: string, binaries: Binaries, user: DatabaseUser): Promise<string> {
  const files = path.join(dataFolder, 'postgres');
  if (existsSync(path.join(files, 'PG_VERSION'))) return files;
  await removeUnfinished(dataFolder);
  const unfinished = path.join(dataFolder, `postgres.new-${process.pid}`);
  try {
    await initdb(unfinished, binaries, user);
    await rename(unfinished, files);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (existsSync(path.join(files, 'PG_VERSION'))) return files;
    throw explained(error, dataFolder);
  }
  return files;
}

async function initdb(target: string, binaries: Binaries, user: DatabaseUser): Promise<void> {
  const maker = initdbUser(user);
  await mkdir(target, { mode: 0o700 });
  if (maker.switched) await chown(target, maker.uid, maker.gid);
  const [program, ...args] = commandAs(maker, [
    binaries.initdb,
    ...['--pgdata', target, '--username', 'postgres', '--encoding', 'UTF8', '--locale=C.UTF-8'],
    ...['--auth', 'trust', '--no-instructions'],
  ]);
  await promisify(execFile)(program ?? '', args, { env: fixedEnvironment });
  if (maker.uid !== user.uid) await giveTo(target, user);
}

async function giveTo(folder: string, user: DatabaseUser): Promise<void> {
  for (const name of await readdir(folder, { recursive: true }))
    await chown(path.join(folder, name), user.uid, user.gid);
  await chown(folder, user.uid, user.gid);
}

/** Removes what a killed initdb left; that of another start still running is told apart by its process. */
async function removeUnfinished(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    const pid = /^postgres\.new-(\d+)$/.exec(name)?.[1];
    if (pid === undefined) continue;
    try {
      if (Number(pid) !== process.pid) process.kill(Number(pid), 0);
    } catch {
      await rm(path.join(dataFolder, name), { recursive: true, force: true });
    }
  }
}

/** A folder for the socket that only this user can enter: in the data folder, or under /tmp where that path is too long. */
export async function socketFolder(dataFolder: string, user: DatabaseUser): Promise<string> {
  const inside = path.join(dataFolder, 'run');
  const plain = /^[\w./-]+$/.test(inside) && Buffer.byteLength(inside) <= longestSocketFolder;
  const key = createHash('sha256').update(`${dataFolder} ${user.uid}`).digest('hex').slice(0, 16);
  const folder = plain ? inside : path.join('/tmp', `redress-${key}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  const we = process.getuid?.() ?? 0;
  if (!found.isDirectory() || (found.uid !== we && !(we === 0 && found.uid === user.uid))) {
    throw new CannotStart(`The folder ${folder} for the database's socket belongs to somebody else. Remove it.`);
  }
  await chmod(folder, 0o700);
  if (user.switched) await chown(folder, user.uid, user.gid);
  return folder;
}

function fullDisk(folder: string, free: number, needed: number): CannotStart {
  const inMegabytes = (bytes: number) => `${Math.floor(bytes / megabyte)} MB`;
  return new CannotStart(
    `The disk that holds ${folder} is full: ${inMegabytes(free)} are free and Redress needs ${inMegabytes(needed)}. ` +
      'Make room, or set REDRESS_DATA to a folder on another disk.',
  );
}

/** Turns what the system said about the data folder into a sentence. */
function explained(error: unknown, folder: string): unknown {
  if (error instanceof CannotStart) return error;
  const code = systemErrorCode(error);
  const text = error instanceof Error ? error.message : String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || text.includes('No space left on device')) {
    return new CannotStart(
      `The disk that holds ${folder} is full. Make room, or set REDRESS_DATA to a folder on another disk.`,
    );
  }
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new CannotStart(
      `The data folder ${folder} cannot be written to by the user ${ourName()}${code === 'EROFS' ? ' (the disk is read-only)' : ''}. ` +
        'Give that user the folder, or set REDRESS_DATA to another one.',
    );
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new CannotStart(`The data folder ${folder} cannot be used, because a file of that name is in the way.`);
  }
  if (text.includes('initdb')) return new CannotStart(`The database could not be made in ${folder}. ${lastLine(text)}`);
  return error;
}

function ourName(): string {
  try {
    return os.userInfo().username;
  } catch {
    return `number ${process.getuid?.()}`;
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
