/** Work of which only so much may be done at once: a few wait, and more than that are told to come back. */

/** Too many wait already. */
export class TooBusy extends Error {}

export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** `atOnce` run, `waiting` wait in their order; the next is refused with `TooBusy`. */
export function turns(atOnce: number, waiting: number): Turns {
  let running = 0;
  const queue: (() => void)[] = [];
  return async work => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new TooBusy('Too many are waiting.');
      await new Promise<void>(resolve => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      // Whoever waited takes this turn over, so that nobody slips in between.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
