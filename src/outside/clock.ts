/** Tells the time. Everything that needs to know what time it is is given one of these, or an instant read from it. */
export type Clock = {
  /** The present instant in UTC with milliseconds: `2026-11-22T15:30:00.000Z`. */
  now(): string;
};

/** The computer's own clock: the only place in the product that asks it. */
export function systemClock(): Clock {
  return { now: () => new Date().toISOString() };
}

/** A clock that stands at the given instant, for demonstrations and tests. */
export function clockAt(instant: string): Clock {
  return { now: () => instant };
}
