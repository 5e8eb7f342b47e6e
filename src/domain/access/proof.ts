/** How long somebody who proved who they are may do what is grave without being asked again. */
import { type Instant, secondsBetween } from '../calendar/dates.ts';

const freshForSeconds = 10 * 60;

/** Whether the last proof is young enough. A session that was begun without one has none. */
export function isProofFresh(provenAt: Instant | null, now: Instant): boolean {
  if (provenAt === null) return false;
  const age = secondsBetween(provenAt, now);
  return age >= 0 && age < freshForSeconds;
}
