/** The whole wiring on one screen: what `serve` and `work` put together from the parts. */
import { fastify, LogController } from 'fastify';
import { Logger, run } from 'graphile-worker';
import type { Config } from './config.ts';
import type { Clock } from './outside/clock.ts';
import { openDatabase } from './storage/pools.ts';
import { healthPage } from './web/health.ts';
import { listen } from './web/listen.ts';

/** What every part is given. */
export type AppOptions = {
  readonly config: Config;
  readonly urls: { readonly appUrl: string; readonly ownerUrl: string };
  readonly clock: Clock;
  /** Tells the person at the terminal, a sentence at a time. */
  readonly say: (line: string) => void;
};

/** Something that runs until it is stopped. */
export type Running = { stop(): Promise<void> };

/**
 * Before anybody is served, on a migrated database: what must be there. Returns the sentences that say how to come in.
 */
export async function prepare(_options: AppOptions): Promise<readonly string[]> {
  return [];
}

/** Starts the pages. `address` is what to type into a browser. */
export async function startApp(options: AppOptions): Promise<Running & { readonly address: string }> {
  const { config, urls } = options;
  const database = openDatabase(urls.appUrl, { applicationName: 'redress web' });
  const web = fastify({
    logger: { level: config.logLevel, stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
  });
  await web.register(healthPage(database));
  const stop = async (): Promise<void> => {
    await web.close();
    await database.end();
  };
  try {
    return { address: await listen(web, config), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs the jobs. `failed` rejects when they cannot go on. */
export async function startWork(options: AppOptions): Promise<Running & { readonly failed: Promise<never> }> {
  const failed = Promise.withResolvers<never>();
  const runner = await run({
    connectionString: options.urls.ownerUrl,
    taskList: {},
    noHandleSignals: true,
    concurrency: 2,
    logger: new Logger(() => () => undefined),
  });
  runner.promise.catch(failed.reject);
  return { stop: () => runner.stop(), failed: failed.promise };
}
