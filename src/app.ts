/** The whole wiring on one screen: what `serve` and `work` put together from the parts. */
import { fastify, LogController } from 'fastify';
import type { Application } from './application/application.ts';
import { openCalendarLibrary } from './application/calendar-library.ts';
import {
  bringDemonstrationUpToDate,
  demonstrationUnfinished,
  hasLandlords,
  makeDemonstration,
} from './application/demonstration/demonstration.ts';
import { keepShippedPacks } from './application/keep-packs.ts';
import { openLandlordLibrary } from './application/landlord-library.ts';
import { openPackLibrary, PackRefused } from './application/pack-library.ts';
import { demonstrationPeople } from './application/people.ts';
import { CannotStart } from './cannot-start.ts';
import { type Config, isLoopback } from './config.ts';
import type { Clock } from './outside/clock.ts';
import { openDocumentRenderer } from './outside/documents/render-pdf.ts';
import { openFormSecret } from './outside/form-secret.ts';
import { loadCalendar } from './outside/policy-files/calendar-file.ts';
import { listen } from './outside/port.ts';
import { openProving } from './outside/proving/proving.ts';
import { openProviders } from './outside/sign-in/providers.ts';
import { openSigningKey } from './outside/signing-key.ts';
import { openUploads } from './outside/uploads/uploads.ts';
import { createAccessLog } from './storage/access-log.ts';
import { openDatabase } from './storage/pools.ts';
import { registerPages } from './web/server.ts';

/** What every part is given. */
export type AppOptions = {
  readonly config: Config;
  readonly urls: { readonly appUrl: string; readonly ownerUrl: string };
  readonly clock: Clock;
  /** Tells the person at the terminal, a sentence at a time. */
  readonly say: (line: string) => void;
  /** Where it has been opened already. */
  readonly shelf?: Promise<Shelf>;
};

/** What is read from files, and takes a moment: the policies and the calendar. */
export type Shelf = Pick<Application, 'packs' | 'calendars'>;

/** Something that runs until it is stopped. */
export type Running = { stop(): Promise<void> };

/** Reads the policies and the calendar. Rejects with `CannotStart` where they cannot be used. */
export async function openShelf({ policiesFolder }: Config): Promise<Shelf> {
  const packs = await openPackLibrary(policiesFolder).catch(inASentence);
  return { packs, calendars: openCalendarLibrary(await loadCalendar('england-and-wales')) };
}

/** The same, with the landlords that work by them. */
async function openLibraries(config: Config): Promise<Shelf & Pick<Application, 'landlords'>> {
  const { packs, calendars } = await openShelf(config);
  return { packs, calendars, landlords: openLandlordLibrary(packs, calendars) };
}

/** The outside world, opened: what commands and queries are given. */
export async function openApplication(options: AppOptions, name: string): Promise<Application & Running> {
  const { config, urls, clock, say } = options;
  const { packs, calendars } = await (options.shelf ?? openShelf(config));
  const database = openDatabase(urls.appUrl, { applicationName: `redress ${name}` });
  const documents = openDocumentRenderer();
  const uploads = uploadsOf(config);
  // A page of a restricted complaint waits for its view while it holds a connection: the view never waits for those.
  const views = openDatabase(urls.appUrl, { applicationName: `redress ${name} views`, max: 2 });
  const accessLog = createAccessLog(views, {
    onError: error => say(`A view could not be written down yet: ${String(error)}`),
  });
  const stop = async (): Promise<void> => {
    await accessLog.close();
    await documents.stop();
    await uploads.stop();
    await Promise.all([views.end(), database.end()]);
  };
  const renderLetter: Application['renderLetter'] = (document, size) => documents.renderPdf(document, { size });
  const landlords = openLandlordLibrary(packs, calendars);
  const proving = openProving(() => secretOf(config));
  const providers = openProviders(clock);
  return { database, clock, packs, calendars, landlords, accessLog, proving, providers, uploads, renderLetter, stop };
}

/** Files that come in, within the limits of this installation, past its scanner where it has one. */
function uploadsOf({ largestFile, mostFiles, clamav }: Config): Application['uploads'] {
  return openUploads({ megabytes: largestFile, files: mostFiles }, clamav ?? null);
}

/** The installation's secret: it seals forms, and what is kept sealed in the database. */
async function secretOf({ secret, keyFolder }: Config): Promise<string> {
  return secret ?? openFormSecret(keyFolder);
}

function inASentence(error: unknown): never {
  throw error instanceof PackRefused ? new CannotStart(error.message) : error;
}

/** Before anybody is served, on a migrated database: what must be there. Returns the sentences that say how to come in. */
export async function prepare(options: AppOptions): Promise<readonly string[]> {
  const app = await openApplication(options, 'prepare');
  try {
    const { demo, host } = options.config;
    await keepShippedPacks(app).catch(inASentence);
    const wanted = demo === 'on' || (demo === 'auto' && isLoopback(host));
    if (wanted && (await demonstrationUnfinished(app))) {
      options.say('The demonstration was stopped while it was being made. It is made again …');
      await bringDemonstrationUpToDate(app, options.urls.ownerUrl, options.say);
    } else if (wanted && !(await hasLandlords(app))) await makeDemonstration(app, options.say);
    if (!(await hasLandlords(app)))
      return ['There is no landlord yet: "redress landlord add --help" says how to add one.'];
    const invented = wanted && (await demonstrationPeople(app)).length > 0;
    return invented ? ['Open it and pick whom you would like to be: everybody in the demonstration is invented.'] : [];
  } finally {
    await app.stop();
  }
}

/** Starts the pages. `address` is what to type into a browser. */
export async function startApp(options: AppOptions): Promise<Running & { readonly address: string }> {
  const { config } = options;
  const app = await openApplication(options, 'web');
  const web = fastify({
    logger: { level: config.logLevel, stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    // A proxy on this machine says whose request it passes on; nobody else is believed.
    trustProxy: 'loopback',
  });
  const stop = async (): Promise<void> => {
    await web.close();
    await app.stop();
  };
  try {
    const secret = await secretOf(config);
    const { publicUrl } = config;
    const https = publicUrl?.startsWith('https:') ?? false;
    await registerPages(web, app, {
      secret,
      https,
      publicUrl,
      demonstrationSignIn: config.demo !== 'off' && isLoopback(config.host),
    });
    return { address: await listen(web, config), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs the jobs. `failed` rejects when they cannot go on. */
export async function startWork(options: AppOptions): Promise<Running & { readonly failed: Promise<never> }> {
  const { config, urls, clock, say } = options;
  const { keyFolder, keeping } = config;
  // Loaded here: pages do not need it.
  const { runJobs } = await import('./jobs/run-jobs.ts');
  const notary = { signer: await openSigningKey(keyFolder), keyFolder };
  const database = openDatabase(urls.appUrl, { max: 4, applicationName: 'redress work' });
  try {
    let opened: ReturnType<typeof openLibraries> | undefined;
    const shelf = (): ReturnType<typeof openLibraries> => {
      opened ??= openLibraries(config);
      return opened;
    };
    const uploads = uploadsOf(config);
    const tools = { app: { database, clock, uploads }, notary, keeping, shelf };
    const jobs = await runJobs({ ownerUrl: urls.ownerUrl, tools, say });
    const stop = async (): Promise<void> => {
      await jobs.stop();
      await database.end();
    };
    return { stop, failed: jobs.failed };
  } catch (error) {
    await database.end();
    throw error;
  }
}
