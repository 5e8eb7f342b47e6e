/**
 * How guessing is slowed down. Failures are counted apart for each device that somebody has come in from before, and for all
 * other devices together: whoever guesses from elsewhere slows down elsewhere only, and never the person at their own device.
 * Nothing is locked for good, and nothing here knows whether there is such an account.
 */

import { addHours, type Instant, secondsBetween } from '../calendar/dates.ts';

/** `known`: one device that this person has come in from. `strangers`: all others together. */
export type From = 'known' | 'strangers';

/** Failures in a row, and when the last one was; null where there was none. */
export type Failures = { count: number; lastAt: Instant } | null;

/** So many may fail before anybody has to wait: people mistype. */
const free = 5;
const firstWaitSeconds = 60;
/** The wait doubles with each failure, up to this. */
const longestWaitSeconds: Readonly<Record<From, number>> = { known: 15 * 60, strangers: 60 * 60 };
/** After a day without a failure it begins anew. */
export const forgottenAfterSeconds = 24 * 60 * 60;

/** When the next try may be made; null where it may be made now. */
export function mayTryAgainAt(failures: Failures, from: From, now: Instant): Instant | null {
  if (failures === null || failures.count < free) return null;
  if (secondsBetween(failures.lastAt, now) >= forgottenAfterSeconds) return null;
  const doublings = Math.min(failures.count - free, 12);
  const wait = Math.min(firstWaitSeconds * 2 ** doublings, longestWaitSeconds[from]);
  const until = addHours(failures.lastAt, wait / 3600);
  return secondsBetween(now, until) > 0 ? until : null;
}

/** The failures after one more. */
export function afterFailure(failures: Failures, now: Instant): Exclude<Failures, null> {
  const fresh = failures === null || secondsBetween(failures.lastAt, now) >= forgottenAfterSeconds;
  return { count: fresh ? 1 : failures.count + 1, lastAt: now };
}

/** The sentence for somebody who has to wait. */
export function sayWait(until: Instant, from: From, now: Instant): string {
  const minutes = Math.max(1, Math.ceil(secondsBetween(now, until) / 60));
  const time = minutes === 1 ? 'a minute' : minutes >= 60 ? 'an hour' : `${minutes} minutes`;
  const why =
    from === 'known'
      ? 'There were too many wrong tries on this device.'
      : 'There were too many wrong tries for this email address from devices that it was not used on before.';
  return `${why} Try again in ${time}. Nothing is locked: a device that you have signed in on before works as always`;
}
