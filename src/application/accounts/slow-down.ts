/** Guesses are counted before they are looked at, so that many at the same moment are as slow as one after the other. */
import { afterFailure, type From, mayTryAgainAt, sayWait } from '../../domain/access/throttle.ts';
import type { Instant } from '../../domain/calendar/dates.ts';
import { clearFailures, countFailure, failuresIn, laneOf } from '../../storage/accounts/failures.ts';
import type { Application } from '../application.ts';

/** Where a guess comes from: `device` is the hash of a device that is known to be this person's, else null. */
export type Guess = { what: 'password' | 'code'; name: string; device: Buffer | null };

/** Takes one guess. A sentence where somebody has to wait; null where they may go on, with the guess counted as failed for now. */
export async function takeGuess(app: Application, guess: Guess, now: Instant): Promise<string | null> {
  const lane = laneOf(guess.what, guess.name, guess.device);
  const from: From = guess.device === null ? 'strangers' : 'known';
  for (;;) {
    const failures = await failuresIn(app.database, lane);
    const until = mayTryAgainAt(failures, from, now);
    if (until !== null) return sayWait(until, from, now);
    if (await countFailure(app.database, lane, { from: failures, to: afterFailure(failures, now) })) return null;
  }
}

/** The guess was right: its failures are forgotten. */
export function guessedRight(app: Application, guess: Guess): Promise<void> {
  return clearFailures(app.database, laneOf(guess.what, guess.name, guess.device));
}
