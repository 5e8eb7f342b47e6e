import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { environmentWith, productFolder } from '../config.ts';
import type { DatabaseUrls } from './database.ts';

/**
 * Runs `redress work` beside the pages in a process of its own, so that a long letter run does not make anybody wait
 * for a page. It is started again when it ends by itself, at first after a second, then ever later.
 */
export function startWorkerProcess(urls: DatabaseUrls, say: (line: string) => void): { stop(): Promise<void> } {
  let stopping = false;
  let child: ChildProcess | undefined;
  let again: NodeJS.Timeout | undefined;
  let wait = 1000;

  const start = (): void => {
    const began = performance.now();
    child = fork(path.join(productFolder, 'src', 'main.ts'), ['work'], {
      env: environmentWith({ DATABASE_URL: urls.appUrl, DATABASE_OWNER_URL: urls.ownerUrl }),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.once('exit', code => {
      if (stopping) return;
      wait = performance.now() - began > 60_000 ? 1000 : Math.min(wait * 2, 60_000);
      say(`The job worker ended (code ${code}); it is started again in ${wait / 1000} seconds.`);
      again = setTimeout(start, wait);
    });
  };
  start();

  const stop = async (): Promise<void> => {
    stopping = true;
    clearTimeout(again);
    const worker = child;
    if (worker === undefined || worker.exitCode !== null || worker.signalCode !== null) return;
    const ended = new Promise<void>(resolve => worker.once('exit', () => resolve()));
    worker.kill('SIGTERM');
    const force = setTimeout(() => worker.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(force);
  };
  return { stop };
}
