import type { AppOptions } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { systemClock } from '../outside/clock.ts';
import { refuseTakenPort } from '../outside/port.ts';
import { type CommandArguments, optionGiven } from './command.ts';
import { openDatabaseToServe } from './database.ts';
import { Lifetime } from './lifetime.ts';
import { migrateBeforeServing } from './schema.ts';
import { stopRequested } from './stop-signals.ts';
import { startWorkerProcess } from './worker-process.ts';

type Say = (line: string) => void;

/**
 * `redress serve`: the database, the pages and the jobs, until somebody stops it or the database ends. What was
 * started last is stopped first, so PostgreSQL goes last.
 */
export async function run(args: CommandArguments): Promise<number> {
  const config = readConfig();
  const say: Say = line => void process.stdout.write(`${line}\n`);
  const lifetime = new Lifetime();
  const broken = Promise.withResolvers<string>();
  const asked = stopRequested();
  const starting = start(config, lifetime, { say, broken: broken.resolve, work: !optionGiven(args, 'no-work') });
  try {
    const why = await Promise.race([asked, broken.promise, starting.then(() => new Promise<never>(() => undefined))]);
    if (why === 'signal') say('Stopping …');
    if (why === 'signal' || why === 'launcher gone') return 0;
    process.stderr.write(`${why}\n`);
    return 1;
  } finally {
    await lifetime.end();
    await starting.catch(() => undefined);
    await lifetime.end();
  }
}

type Plan = { readonly say: Say; readonly broken: (why: string) => void; readonly work: boolean };

async function start(config: Config, lifetime: Lifetime, { say, broken, work }: Plan): Promise<void> {
  // Each is registered before it is there: a Ctrl-C during the first start has to stop the server too.
  const opening = openDatabaseToServe(config, say, broken);
  lifetime.add(opening.then(database => ({ goingToStop: database.announceStop, stop: database.stop })));
  // The pages' code and the policies are loaded while the server starts.
  const loading = import('../app.ts').then(code => {
    const shelf = code.openShelf(config);
    // What is wrong with them is said in its turn, after what is wrong with the database.
    shelf.catch(() => undefined);
    return { ...code, shelf };
  });
  const [urls, { prepare, startApp, shelf }] = await Promise.all([opening, loading]);
  lifetime.mustGoOn();
  await refuseTakenPort(config);
  await migrateBeforeServing(urls, say);
  lifetime.mustGoOn();
  const options: AppOptions = { config, urls, clock: systemClock(), say, shelf };
  const howToComeIn = await prepare(options);
  lifetime.mustGoOn();
  const app = startApp(options);
  lifetime.add(app);
  const { address } = await app;
  lifetime.mustGoOn();
  if (work) lifetime.add(Promise.resolve(startWorkerProcess(urls, say)));
  for (const line of [`Redress is ready at ${address}`, ...howToComeIn, 'Ctrl-C stops it.']) say(line);
}
