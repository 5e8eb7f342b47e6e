import { CannotStart } from '../cannot-start.ts';
import type { Config, DatabaseAddresses } from '../config.ts';
import { joinEmbeddedPostgres, startEmbeddedPostgres } from '../outside/embedded-postgres/embedded-postgres.ts';
import { appRole } from '../outside/embedded-postgres/roles.ts';
import { checkDatabase } from './check-database.ts';

/** The addresses of the database in use, whoever runs it. */
export type DatabaseUrls = { readonly appUrl: string; readonly ownerUrl: string; readonly appRole: string };

export type DatabaseInUse = DatabaseUrls & {
  /** Whether this process started the server and will stop it. */
  readonly ours: boolean;
  announceStop(): Promise<void>;
  stop(): Promise<void>;
};

type Say = (line: string) => void;

const nothing = async (): Promise<void> => undefined;

/** For `serve`: the given database, or the embedded one started here. It is checked before it is returned. */
export async function openDatabaseToServe(
  config: Config,
  say: Say,
  onUnexpectedEnd: (why: string) => void,
): Promise<DatabaseInUse> {
  if (config.database.kind === 'given') return openGiven(config.database);
  const { dataFolder } = config;
  const embedded = await startEmbeddedPostgres({ dataFolder, say, onUnexpectedEnd });
  return { ...embedded, appRole, ours: true };
}

/**
 * For a command that does one thing: the given database; else the embedded one of a Redress that is running on the
 * data folder; else that one started for the while. Call `stop` at the end.
 */
export async function openDatabaseBriefly(config: Config, say: Say): Promise<DatabaseInUse> {
  if (config.database.kind === 'given') return openGiven(config.database);
  const running = await joinEmbeddedPostgres(config.dataFolder);
  if (running !== undefined) return { ...running, appRole, ours: false, announceStop: nothing, stop: nothing };
  return openDatabaseToServe(config, say, why => {
    throw new CannotStart(why);
  });
}

async function openGiven(given: DatabaseAddresses): Promise<DatabaseInUse> {
  const { appUrl, ownerUrl } = given;
  const role = await checkDatabase(given);
  return { appUrl, ownerUrl, appRole: role, ours: false, announceStop: nothing, stop: nothing };
}
