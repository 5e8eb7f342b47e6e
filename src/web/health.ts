import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyPluginAsync } from 'fastify';
import type { Database } from '../storage/pools.ts';

const patience = 2000;

/** `/healthz`: 200 when pages can be served, 503 with the reason when not. */
export function healthPage(database: Database): FastifyPluginAsync {
  return async web => {
    web.get('/healthz', async (_request, reply) => {
      const reason = await whyNotHealthy(database);
      void reply.header('cache-control', 'no-store').code(reason === undefined ? 200 : 503);
      return reason === undefined ? { status: 'ok' } : { status: 'unavailable', reason };
    });
  };
}

async function whyNotHealthy(database: Database): Promise<string | undefined> {
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

async function answers(database: Database): Promise<undefined> {
  const client = await database.connect();
  try {
    await client.query('select 1');
  } finally {
    client.release();
  }
}
