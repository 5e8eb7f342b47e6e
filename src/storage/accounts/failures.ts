/** Guesses that failed, counted before it is known whose account it is, or whether there is one. */

import type { Failures } from '../../domain/access/throttle.ts';
import type { Instant } from '../../domain/calendar/dates.ts';
import { sha256 } from '../canonical-json.ts';
import type { Database } from '../pools.ts';

type Kysely = Pick<Database, 'kysely'>;

/** What guesses are counted under: what is guessed (`password`, `code`), at whose account, from which device. */
export function laneOf(what: 'password' | 'code', name: string, device: Buffer | null): Buffer {
  return sha256(JSON.stringify([what, name, device?.toString('hex') ?? 'strangers']));
}

/** The failures counted so far; null where there are none. */
export async function failuresIn({ kysely }: Kysely, lane: Buffer): Promise<Failures> {
  const row = await kysely.selectFrom('sign_in_failure').selectAll().where('lane', '=', lane).executeTakeFirst();
  return row === undefined ? null : { count: row.count, lastAt: row.last_at };
}

/** Counts one more, where nobody has counted meanwhile. False where somebody has: look again. */
export async function countFailure(
  { kysely }: Kysely,
  lane: Buffer,
  { from, to }: { from: Failures; to: Exclude<Failures, null> },
): Promise<boolean> {
  if (from === null) {
    const made = await kysely
      .insertInto('sign_in_failure')
      .values({ lane, count: to.count, last_at: to.lastAt })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await kysely
    .updateTable('sign_in_failure')
    .set({ count: to.count, last_at: to.lastAt })
    .where('lane', '=', lane)
    .where('count', '=', from.count)
    .where('last_at', '=', from.lastAt)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Forgets the failures of one lane: it was the right person. */
export async function clearFailures({ kysely }: Kysely, lane: Buffer): Promise<void> {
  await kysely.deleteFrom('sign_in_failure').where('lane', '=', lane).execute();
}

/** Forgets what has not failed since. Returns how many lanes. */
export async function forgetFailures({ kysely }: Kysely, before: Instant): Promise<number> {
  const gone = await kysely.deleteFrom('sign_in_failure').where('last_at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
