/** Writes `db/schema.sql` again from the migrations, on the server that the database tests use: node scripts/schema.ts */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { catalogue } from '../src/storage/catalogue.ts';
import { freshDatabase } from '../test/database.ts';

const file = path.join(import.meta.dirname, '../db/schema.sql');
const database = await freshDatabase();
try {
  await writeFile(file, await catalogue(database.admin));
  process.stdout.write(`Written: ${file}\n`);
} finally {
  await database.drop();
}
