import { openApplication } from '../app.ts';
import {
  bringDemonstrationUpToDate,
  hasLandlords,
  makeDemonstration,
} from '../application/demonstration/demonstration.ts';
import { readConfig } from '../config.ts';
import { systemClock } from '../outside/clock.ts';
import { type CommandArguments, optionGiven } from './command.ts';
import { openDatabaseBriefly } from './database.ts';
import { migrateInWords } from './schema.ts';

/** `redress demo`: loads the demonstration into an empty database, or plays it again so that its dates suit today. */
export async function run(args: CommandArguments): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const config = readConfig();
  const urls = await openDatabaseBriefly(config, say);
  try {
    await migrateInWords(urls, say);
    const app = await openApplication({ config, urls, clock: systemClock(), say }, 'demo');
    try {
      if (optionGiven(args, 'bring-up-to-date')) {
        await bringDemonstrationUpToDate(app, urls.ownerUrl, say);
        return 0;
      }
      if (await hasLandlords(app)) {
        say(
          'There are landlords here already, so nothing was added. To play an old demonstration again: redress demo --bring-up-to-date',
        );
        return 1;
      }
      await makeDemonstration(app, say);
      return 0;
    } finally {
      await app.stop();
    }
  } finally {
    await urls.stop();
  }
}
