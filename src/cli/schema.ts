import { CannotStart } from '../cannot-start.ts';
import { migrate } from '../storage/migrate.ts';
import { MigrationRefused, type SchemaState, schemaState } from '../storage/schema-state.ts';
import type { DatabaseUrls } from './database.ts';

/** Brings the schema to this release's form; what stands in the way is a sentence. */
export async function migrateInWords(urls: DatabaseUrls, say: (line: string) => void): Promise<void> {
  await inWords(() => migrate({ ownerUrl: urls.ownerUrl, appRole: urls.appRole, say }));
}

/**
 * Before serving: a database of our own, or an empty one, is brought up to date. One that somebody else looks after
 * and that holds data is not changed behind their back.
 */
export async function migrateBeforeServing(
  urls: DatabaseUrls & { readonly ours: boolean },
  say: (line: string) => void,
): Promise<void> {
  if (!urls.ours) {
    const state = await inWords(() => schemaState(urls.ownerUrl));
    if (state === 'older' || state === 'newer') throw wrongSchema(state);
  }
  await migrateInWords(urls, say);
}

/** For a command that works on a database that must have been brought up to date before. */
export async function requireCurrentSchema(urls: DatabaseUrls): Promise<void> {
  const state = await inWords(() => schemaState(urls.ownerUrl));
  if (state !== 'current') throw wrongSchema(state);
}

function wrongSchema(state: Exclude<SchemaState, 'current'>): CannotStart {
  const told = {
    none: 'The database is empty. Run "redress migrate" first.',
    older: 'The database has the form of an older release. Back it up, then run "redress migrate".',
    newer: 'The database has the form of a newer release than this one. Start that release, or a later one.',
  };
  return new CannotStart(told[state]);
}

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof MigrationRefused ? new CannotStart(error.message) : error;
  }
}
