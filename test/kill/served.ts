/** A real `redress serve` on a data folder of its own, to be killed. */
import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { productFolder } from '../../src/config.ts';

export type Served = {
  address: string;
  /** Milliseconds from its start until it said that it is ready. */
  readyAfter: number;
  /** Ends the process in that way and waits until it has gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Resolves when it has ended, whoever ended it. */
  gone: Promise<unknown>;
  said(): string;
  pid: number;
};

const environment = (folder: string): Record<string, string | undefined> => ({
  PATH: process.env['PATH'],
  REDRESS_DATA: folder,
  REDRESS_DEMO: 'off',
  PORT: '0',
  LOG_LEVEL: 'error',
});

/** Starts it and waits until it can be used. */
export async function serve(folder: string): Promise<Served> {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(productFolder, 'src', 'main.ts'), 'serve'], {
    env: environment(folder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const listen = (text: Buffer): void => {
    said += text.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const gone = once(child, 'exit');
  const address = await readyAddress(child, gone, () => said);
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  const readyAfter = performance.now() - began;
  return { address, readyAfter, end, gone, said: () => said, pid: child.pid ?? 0 };
}

async function readyAddress(child: ChildProcess, gone: Promise<unknown>, said: () => string): Promise<string> {
  const failed = gone.then(() => assert.fail(`it ended: ${said()}`));
  failed.catch(() => undefined);
  for (;;) {
    const address = /ready at (\S+)/.exec(said())?.[1];
    if (address !== undefined) return address;
    await Promise.race([once(child.stdout ?? child, 'data'), failed]);
  }
}

/** The first process of the database that runs on this data folder. */
export function postmaster(folder: string): number {
  const [pid = ''] = readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  return Number(pid);
}

/** Runs a command of the product beside the server, and gives its exit code and what it printed. */
export function redress(folder: string, ...words: readonly string[]): Promise<{ code: number; out: string }> {
  const args = [path.join(productFolder, 'src', 'main.ts'), ...words];
  return new Promise(resolve => {
    execFile(process.execPath, args, { env: environment(folder) }, (error, out, printed) => {
      resolve({ code: error === null ? 0 : Number(error.code), out: out + printed });
    });
  });
}

/** The processes on this system that were started for this data folder, by what they run. Linux only; elsewhere none are found. */
export function processesOf(folder: string): string[] {
  return numbered('/proc').flatMap(pid => {
    const told = read(`/proc/${pid}/cmdline`) + read(`/proc/${pid}/environ`);
    const [program = ''] = read(`/proc/${pid}/cmdline`).split('\0', 3).slice(1, 2);
    return told.includes(folder) && Number(pid) !== process.pid ? [`${pid} ${program}`] : [];
  });
}

function numbered(place: string): string[] {
  try {
    return readdirSync(place).filter(name => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** What it says; nothing where it has just gone. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
