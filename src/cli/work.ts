import { startWork } from '../app.ts';
import { readConfig } from '../config.ts';
import { systemClock } from '../outside/clock.ts';
import { openDatabaseBriefly } from './database.ts';
import { Lifetime } from './lifetime.ts';
import { requireCurrentSchema } from './schema.ts';
import { stopRequested } from './stop-signals.ts';

/** `redress work`: runs jobs until somebody stops it. Several may run at a time; each job is done by one of them. */
export async function run(): Promise<number> {
  const config = readConfig();
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const lifetime = new Lifetime();
  const asked = stopRequested();
  try {
    const opening = openDatabaseBriefly(config, say);
    lifetime.add(opening);
    const urls = await opening;
    await requireCurrentSchema(urls);
    const work = startWork({ config, urls, clock: systemClock(), say });
    lifetime.add(work);
    const { failed } = await work;
    await Promise.race([asked, failed]);
    return 0;
  } finally {
    await lifetime.end();
  }
}
