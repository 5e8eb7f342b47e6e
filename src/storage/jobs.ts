import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/dates.ts';
import type { Tx } from './landlord-transaction.ts';

/** Work for later. Ids only: what a job needs to know it reads when it runs. */
export interface NewJob {
  readonly task: string;
  readonly landlordId: string;
  readonly ids: { readonly [name: string]: string | number };
  /** A second job of the same key takes the place of the first one that has not run yet. */
  readonly key?: string;
  readonly runAt?: Instant;
}

/** Queues a job in the caller's transaction: it exists if and only if what it is about was saved. */
export async function queueJob(tx: Tx, job: NewJob): Promise<void> {
  const payload = JSON.stringify({ ...job.ids, landlord_id: job.landlordId });
  await sql`select jobs.queue(${job.task}, ${payload}::json, ${job.key ?? null}::text, ${job.runAt ?? null}::timestamptz)`.execute(
    tx,
  );
}
