/** The application as a whole on a database of its own, with a clock that stands where it is put; for tests of whole pages. */
import { type FastifyInstance, fastify } from 'fastify';
import type { Application } from '../src/application/application.ts';
import { openCalendarLibrary } from '../src/application/calendar-library.ts';
import { openLandlordLibrary } from '../src/application/landlord-library.ts';
import { openPackLibrary } from '../src/application/pack-library.ts';
import { productFolder } from '../src/config.ts';
import type { Instant } from '../src/domain/calendar/dates.ts';
import { openDocumentRenderer } from '../src/outside/documents/render-pdf.ts';
import { loadCalendar } from '../src/outside/policy-files/calendar-file.ts';
import { openProving } from '../src/outside/proving/proving.ts';
import { openProviders } from '../src/outside/sign-in/providers.ts';
import { openUploads } from '../src/outside/uploads/uploads.ts';
import { createAccessLog } from '../src/storage/access-log.ts';
import { registerPages } from '../src/web/server.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import type { Inject } from './staff-visitor.ts';

export type TestApplication = {
  app: Application;
  database: TestDatabase;
  clock: { now(): string; set(instant: Instant): void };
  web: FastifyInstance;
  /** Every route that the router knows, as `GET /cases`. */
  routes: readonly string[];
  /** Asks the pages without a network. */
  inject: Inject;
  close(): Promise<void>;
};

/** Opens everything. The caller closes it. */
export async function openTestApplication(
  start: Instant,
  settings: { demonstrationSignIn: boolean },
): Promise<TestApplication> {
  const database = await freshDatabase();
  let now: string = start;
  const clock = {
    now: () => now,
    set: (instant: Instant) => {
      now = instant;
    },
  };
  const documents = openDocumentRenderer();
  const uploads = openUploads({ megabytes: 20, files: 10 }, null);
  const accessLog = createAccessLog(database.app, {
    onError: error => {
      throw error;
    },
  });
  const packs = await openPackLibrary(`${productFolder}/policies`);
  const calendars = openCalendarLibrary(await loadCalendar('england-and-wales'));
  const app: Application = {
    database: database.app,
    clock,
    packs,
    calendars,
    landlords: openLandlordLibrary(packs, calendars),
    accessLog,
    proving: openProving(async () => 'of the tests'),
    providers: openProviders(clock),
    uploads,
    renderLetter: (document, size) => documents.renderPdf(document, { size }),
  };
  const web = fastify({ forceCloseConnections: true });
  const routes: string[] = [];
  web.addHook('onRoute', ({ method, url }) => {
    const methods = typeof method === 'string' ? [method] : method;
    routes.push(...methods.filter(one => one !== 'HEAD').map(one => `${one} ${url}`));
  });
  await registerPages(web, app, { secret: 'of the tests', https: false, ...settings });
  const close = async (): Promise<void> => {
    await web.close();
    await accessLog.close();
    await documents.stop();
    await uploads.stop();
    await database.drop();
  };
  const inject: Inject = async ({ method, url, headers, payload }) => {
    const sent = payload === undefined ? { method, url, headers } : { method, url, headers, payload };
    const { statusCode, body, headers: got } = await web.inject(sent);
    return { statusCode, body, headers: got };
  };
  return { app, database, clock, web, routes, inject, close };
}
