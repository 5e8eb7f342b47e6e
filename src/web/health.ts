import type { FastifyPluginAsync } from 'fastify';
import type { Application } from '../application/application.ts';
import { whyNotHealthy } from '../application/health.ts';

/** `/healthz`: 200 when pages can be served, 503 with the reason when not. */
export function healthPage(app: Pick<Application, 'database'>): FastifyPluginAsync {
  return async web => {
    web.get('/healthz', async (_request, reply) => {
      const reason = await whyNotHealthy(app);
      void reply.header('cache-control', 'no-store').code(reason === undefined ? 200 : 503);
      return reason === undefined ? { status: 'ok' } : { status: 'unavailable', reason };
    });
  };
}
