/** The product as `npm start` runs it, on a data folder of its own, with its parts in sight. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import nodeOptions from '../scripts/launch/node-options.json' with { type: 'json' };
import { environmentWith, productFolder } from '../src/config.ts';
import { treeOf } from './processes.ts';

export type Running = {
  address: string;
  /** From the command to the line that says it is ready, in milliseconds. */
  readyAfter: number;
  /** The process that serves the pages. */
  pid: number;
  /** PostgreSQL's first process; all others of it are its children. */
  postgres: number;
  stop(): Promise<void>;
};

/** Starts it and waits until it says that it is ready. */
export async function startProduct(dataFolder: string): Promise<Running> {
  const began = performance.now();
  const program = [...nodeOptions.serve, path.join(productFolder, 'src', 'main.ts'), 'serve'];
  const child = spawn(process.execPath, program, {
    env: environmentWith({
      PORT: '0',
      HOST: '127.0.0.1',
      REDRESS_DATA: dataFolder,
      REDRESS_DEMO: 'off',
      DATABASE_URL: '',
    }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await readyAddress(child);
  const readyAfter = performance.now() - began;
  const pid = child.pid ?? 0;
  return { address, readyAfter, pid, postgres: postmasterOf(pid), stop: () => stopped(child) };
}

/** The address of the line "Redress is ready at …". */
export async function readyAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The process has no output to read.');
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const found = /ready at (http\S+)/.exec(line)?.[1];
    if (found === undefined) continue;
    child.stdout.resume();
    return found;
  }
  throw new Error('It ended before it was ready.');
}

export async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** PostgreSQL's first process says its program and data folder on its command line; its children give themselves titles. */
function postmasterOf(pid: number): number {
  const found = treeOf(pid).find(one => /^\S*\/postgres\0/.test(readFileSync(`/proc/${one}/cmdline`, 'utf8')));
  if (found === undefined) throw new Error('The embedded PostgreSQL was not found among the processes.');
  return found;
}
