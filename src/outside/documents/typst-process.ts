/** One child process with the typesetter, a queue before it, and a clock on each letter. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { CannotRender } from './cannot-render.ts';
import type { RenderAnswer, RenderRequest } from './typst-child.ts';

type Answered = Exclude<RenderAnswer, { failed: string }>;
type Job = { request: RenderRequest; resolve: (answer: Answered) => void; reject: (error: CannotRender) => void };

export type TypstSettings = { arguments: string[]; timeLimitMs: number; waiting: number };

const CHILD = fileURLToPath(new URL('./typst-child.ts', import.meta.url));

/** Starts the process with the first letter. One letter at a time; `waiting` more may queue, the next is refused at once. */
export class TypstProcess {
  readonly #settings: TypstSettings;
  readonly #queue: Job[] = [];
  #child: ChildProcess | null = null;
  #current: { job: Job; limit: NodeJS.Timeout } | null = null;
  #stopped = false;
  #lastId = 0;

  constructor(settings: TypstSettings) {
    this.#settings = settings;
  }

  /** Sets one letter; rejects with `CannotRender`, whose message is a sentence, when it cannot. */
  render(letter: string, size: RenderRequest['size']): Promise<Answered> {
    if (this.#stopped)
      return Promise.reject(new CannotRender('stopped', 'Letters are no longer made: the program is ending.'));
    if (this.#queue.length >= this.#settings.waiting) {
      return Promise.reject(
        new CannotRender('busy', 'Too many letters are being made at once. Try again in a minute.'),
      );
    }
    this.#lastId += 1;
    const request: RenderRequest = { id: this.#lastId, letter, size };
    return new Promise<Answered>((resolve, reject) => {
      this.#queue.push({ request, resolve, reject });
      this.#next();
    });
  }

  /** Ends the process and gives up every letter that is being made or waits. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const gone = new CannotRender('stopped', 'The letter was not made: the program is ending.');
    for (const job of this.#queue.splice(0)) job.reject(gone);
    const ending = this.#child;
    this.#child = null;
    this.#finish(({ reject }) => reject(gone));
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
    ending.ref();
    ending.kill('SIGKILL');
    await once(ending, 'exit');
  }

  processId(): number | undefined {
    return this.#child?.pid;
  }

  #next(): void {
    if (this.#current !== null) return;
    const job = this.#queue.shift();
    if (job === undefined) return;
    this.#child ??= this.#start();
    keepAlive(this.#child, true);
    const { timeLimitMs } = this.#settings;
    const limit = setTimeout(() => {
      const ending = this.#child;
      this.#child = null;
      ending?.kill('SIGKILL');
      this.#finish(({ reject }) => reject(new CannotRender('timed-out', tooLong(timeLimitMs))));
    }, timeLimitMs);
    this.#current = { job, limit };
    this.#child.send(job.request, error => {
      if (error !== null && this.#current?.job === job) this.#ended('the typesetter could not be reached');
    });
  }

  #finish(settle: (job: Job) => void): void {
    if (this.#current === null) return;
    const { job, limit } = this.#current;
    clearTimeout(limit);
    this.#current = null;
    settle(job);
    if (this.#queue.length === 0) keepAlive(this.#child, false);
    else this.#next();
  }

  #ended(why: string): void {
    this.#child = null;
    this.#finish(({ reject }) => reject(new CannotRender('ended', `The letter could not be made: ${why}. Try again.`)));
  }

  #start(): ChildProcess {
    // No environment: no password or address of ours belongs in a process that handles other people's words.
    const started = fork(CHILD, this.#settings.arguments, {
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let lastWords = '';
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-2000);
    });
    started.on('message', (answer: RenderAnswer) => this.#answered(answer));
    started.on('close', (code, signal) => {
      if (started === this.#child)
        this.#ended(`the typesetter ended (${signal ?? `exit ${code}`})${reasonIn(lastWords)}`);
    });
    started.on('error', error => {
      if (started === this.#child) this.#ended(error.message);
    });
    return started;
  }

  #answered(answer: RenderAnswer): void {
    if (answer.id !== this.#current?.job.request.id) return;
    this.#finish(({ resolve, reject }) => {
      if ('failed' in answer) reject(new CannotRender('failed', `The letter could not be made: ${answer.failed}.`));
      else resolve(answer);
    });
  }
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
