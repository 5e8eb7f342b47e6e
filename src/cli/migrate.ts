import { readConfig } from '../config.ts';
import { openDatabaseBriefly } from './database.ts';
import { migrateInWords } from './schema.ts';

/** `redress migrate`: brings the database to the form this release needs, and says what it did. */
export async function run(): Promise<number> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const database = await openDatabaseBriefly(readConfig(), say);
  try {
    await migrateInWords(database, say);
    say('The database has the form that this release needs.');
    return 0;
  } finally {
    await database.stop();
  }
}
