/** Whether pages can be served at this moment, for whatever watches over the process. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Application } from './application.ts';

const patience = 2000;

/** Why pages cannot be served, in words for the person who runs the system; undefined when they can. */
export async function whyNotHealthy({ database }: Pick<Application, 'database'>): Promise<string | undefined> {
  const timer = new AbortController();
  const late = pause(patience, `the database did not answer within ${patience / 1000} seconds`, {
    signal: timer.signal,
    ref: false,
  }).catch(() => undefined);
  try {
    return await Promise.race([answers(database), late]);
  } catch {
    return 'the database cannot be reached';
  } finally {
    timer.abort();
  }
}

async function answers(database: Application['database']): Promise<undefined> {
  const client = await database.connect();
  try {
    await client.query('select 1');
  } finally {
    client.release();
  }
}
