import { openApplication } from '../app.ts';
import {
  type Settled,
  sayProvider,
  settleFromFile,
  switchProviderOff,
} from '../application/accounts/provider/settle.ts';
import type { Application } from '../application/application.ts';
import { readConfig } from '../config.ts';
import { systemClock } from '../outside/clock.ts';
import { type CommandArguments, optionGiven, optionText } from './command.ts';
import { openDatabaseBriefly } from './database.ts';
import { migrateBeforeServing } from './schema.ts';
import { publicAddress } from './set-up.ts';

/** `redress landlord sign-in`: settles, shows or switches off the provider through which a landlord's people come in. */
export async function run(args: CommandArguments): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const config = readConfig();
  const urls = await openDatabaseBriefly(config, say);
  try {
    await migrateBeforeServing(urls, say);
    const app = await openApplication({ config, urls, clock: systemClock(), say }, 'set-up');
    try {
      const { kind, lines } = await settled(app, args, config.clientSecret, `${publicAddress(config)}/sign-in/return`);
      for (const line of lines) say(line);
      return kind === 'done' ? 0 : 1;
    } finally {
      await app.stop();
    }
  } finally {
    await urls.stop();
  }
}

async function settled(
  app: Application,
  args: CommandArguments,
  secret: string | undefined,
  returnTo: string,
): Promise<Settled> {
  const slug = (optionText(args, 'landlord') ?? '').trim();
  const file = optionText(args, 'settings');
  if (file !== undefined && optionGiven(args, 'off'))
    return { kind: 'refused', lines: ['--settings and --off cannot both be meant. Give one of the two.'] };
  if (file !== undefined) return settleFromFile(app, { slug, file, secret }, returnTo);
  return optionGiven(args, 'off') ? switchProviderOff(app, slug) : sayProvider(app, slug, returnTo);
}
