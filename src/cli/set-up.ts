import { openApplication } from '../app.ts';
import { invitationDays } from '../application/accounts/invitations.ts';
import type { SetUp } from '../application/accounts/set-up.ts';
import type { Application } from '../application/application.ts';
import { type Config, readConfig } from '../config.ts';
import { systemClock } from '../outside/clock.ts';
import { openDatabaseBriefly } from './database.ts';
import { migrateBeforeServing } from './schema.ts';

/**
 * Runs what makes a link, on the database in use (a new one is made ready first), and prints the link alone on standard output, so
 * that it can be passed on by a program. Returns the exit code.
 */
export async function printLink(work: (app: Application) => Promise<SetUp>): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const config = readConfig();
  const urls = await openDatabaseBriefly(config, say);
  try {
    await migrateBeforeServing(urls, say);
    const app = await openApplication({ config, urls, clock: systemClock(), say }, 'set-up');
    try {
      const made = await work(app);
      if (made.kind === 'refused') {
        say(made.sentence);
        return 1;
      }
      say(`The link below is good for ${invitationDays} days and for one person. Pass it on to nobody else.`);
      process.stdout.write(`${publicAddress(config)}/invitation/${made.token}\n`);
      return 0;
    } finally {
      await app.stop();
    }
  } finally {
    await urls.stop();
  }
}

/** What people type to reach it. */
export function publicAddress({ publicUrl, host, port }: Config): string {
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
