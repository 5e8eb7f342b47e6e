import { setTimeout as pause } from 'node:timers/promises';

/** Something that was started and has to be stopped. */
export type Startable = {
  /** Told at once when stopping begins, before anything is stopped. */
  goingToStop?(): Promise<void>;
  stop(): Promise<void>;
};

const patience = 20_000;

/** What a long-running command has started, so that all of it is stopped again, the last one first. */
export class Lifetime {
  #parts: Promise<Startable | undefined>[] = [];
  #ended = false;

  /** Registers a part that is being started. One that fails to start has nothing to stop. */
  add(part: Promise<Startable>): void {
    this.#parts.push(part.catch(() => undefined));
  }

  /** Throws when the end has begun meanwhile: there is no sense in starting more. */
  mustGoOn(): void {
    if (this.#ended) throw new Error('Stopped while starting.');
  }

  /** Stops every part, the last one first; a part that will not end does not keep the others from theirs. */
  async end(): Promise<void> {
    this.#ended = true;
    const parts = this.#parts.toReversed();
    this.#parts = [];
    await Promise.all(parts.map(async part => (await part)?.goingToStop?.()));
    for (const part of parts) {
      const stopping = part.then(running => running?.stop());
      const isLast = part === parts.at(-1);
      // The database is the first one in and has its own limits; nothing may outlive it.
      await (isLast ? stopping : Promise.race([stopping, pause(patience, undefined, { ref: false })]));
    }
  }
}
