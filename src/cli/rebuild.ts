import { openApplication } from '../app.ts';
import { rebuildEverything } from '../application/rebuild.ts';
import { readConfig } from '../config.ts';
import { systemClock } from '../outside/clock.ts';
import { openDatabaseBriefly } from './database.ts';
import { requireCurrentSchema } from './schema.ts';

/** `redress rebuild`: makes every derived row again from the events. */
export async function run(): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const config = readConfig();
  const urls = await openDatabaseBriefly(config, say);
  try {
    await requireCurrentSchema(urls);
    const app = await openApplication({ config, urls, clock: systemClock(), say }, 'rebuild');
    try {
      const cases = await rebuildEverything(app, count => process.stderr.isTTY && say(`${count} cases …`));
      process.stdout.write(`The derived rows of ${cases} cases were made again from their events.\n`);
      return 0;
    } finally {
      await app.stop();
    }
  } finally {
    await urls.stop();
  }
}
