/** One child process with the typesetter, a queue before it, and a clock on each letter. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { CannotRender } from './cannot-render.ts';
import type { RenderAnswer, RenderRequest } from './typst-child.ts';

type Answered = Exclude<RenderAnswer, { failed: string }>;
type Job = { request: RenderRequest; resolve: (answer: Answered) => void; reject: (error: CannotRender) => void };

export type TypstProcess = {
  render: (letter: string, size: RenderRequest['size']) => Promise<Answered>;
  stop: () => Promise<void>;
  processId: () => number | undefined;
};

const CHILD = fileURLToPath(new URL('./typst-child.ts', import.meta.url));

/** Starts the process with the first letter. One letter at a time; `waiting` more may queue, the next is refused at once. */
export function startTypst(settings: { arguments: string[]; timeLimitMs: number; waiting: number }): TypstProcess {
  const queue: Job[] = [];
  let child: ChildProcess | null = null;
  let current: { job: Job; limit: NodeJS.Timeout } | null = null;
  let stopped = false;
  let lastId = 0;

  function finish(settle: (job: Job) => void): void {
    if (current === null) return;
    const { job, limit } = current;
    clearTimeout(limit);
    current = null;
    settle(job);
    if (queue.length === 0) keepAlive(child, false);
    else next();
  }

  function next(): void {
    if (current !== null) return;
    const job = queue.shift();
    if (job === undefined) return;
    child ??= start();
    keepAlive(child, true);
    const limit = setTimeout(() => {
      const ending = child;
      child = null;
      ending?.kill('SIGKILL');
      finish(({ reject }) => reject(new CannotRender('timed-out', tooLong(settings.timeLimitMs))));
    }, settings.timeLimitMs);
    current = { job, limit };
    child.send(job.request, error => {
      if (error !== null && current?.job === job) ended('the typesetter could not be reached');
    });
  }

  function ended(why: string): void {
    child = null;
    finish(({ reject }) => reject(new CannotRender('ended', `The letter could not be made: ${why}. Try again.`)));
  }

  function start(): ChildProcess {
    // No environment: no password or address of ours belongs in a process that handles other people's words.
    const started = fork(CHILD, settings.arguments, {
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let lastWords = '';
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-2000);
    });
    started.on('message', (answer: RenderAnswer) => {
      if (answer.id !== current?.job.request.id) return;
      finish(({ resolve, reject }) => {
        if ('failed' in answer) reject(new CannotRender('failed', `The letter could not be made: ${answer.failed}.`));
        else resolve(answer);
      });
    });
    started.on('close', (code, signal) => {
      if (started === child) ended(`the typesetter ended (${signal ?? `exit ${code}`})${reasonIn(lastWords)}`);
    });
    started.on('error', error => {
      if (started === child) ended(error.message);
    });
    return started;
  }

  return {
    render(letter, size) {
      if (stopped)
        return Promise.reject(new CannotRender('stopped', 'Letters are no longer made: the program is ending.'));
      if (queue.length >= settings.waiting) {
        return Promise.reject(
          new CannotRender('busy', 'Too many letters are being made at once. Try again in a minute.'),
        );
      }
      lastId += 1;
      const request: RenderRequest = { id: lastId, letter, size };
      return new Promise<Answered>((resolve, reject) => {
        queue.push({ request, resolve, reject });
        next();
      });
    },
    async stop() {
      stopped = true;
      const gone = new CannotRender('stopped', 'The letter was not made: the program is ending.');
      for (const job of queue.splice(0)) job.reject(gone);
      const ending = child;
      child = null;
      finish(({ reject }) => reject(gone));
      if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
      ending.ref();
      ending.kill('SIGKILL');
      await once(ending, 'exit');
    },
    processId: () => child?.pid,
  };
}

/** A process that waits for work does not keep the program running; one at work does. */
function keepAlive(child: ChildProcess | null, yes: boolean): void {
  const held = [child, child?.channel, child?.stderr instanceof Socket ? child.stderr : null];
  for (const one of held) yes ? one?.ref() : one?.unref();
}

function tooLong(limitMs: number): string {
  return `The letter took longer than ${Math.round(limitMs / 1000)} seconds to make and was given up. Shorten it, or try again.`;
}

function reasonIn(lastWords: string): string {
  const error = /^\w*Error: (.+)$/m.exec(lastWords)?.[1];
  return error === undefined ? '' : `: ${error}`;
}
