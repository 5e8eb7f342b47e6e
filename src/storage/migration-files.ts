import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from './canonical-json.ts';

/** One step of the schema: `db/migrations/0002_events.sql`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text in hexadecimal: a migration that has been run must never be edited. */
  readonly hash: string;
}

const folder = path.join(import.meta.dirname, '../../db/migrations');

/** The migrations of this release in their order. Throws where a number is missing or stands twice. */
export function migrationFiles(from: string = folder): Migration[] {
  const files = readdirSync(from)
    .filter(file => file.endsWith('.sql'))
    .sort();
  return files.map((file, index) => {
    const parts = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file);
    if (parts === null) throw new Error(`${file} in ${from} is not named like 0001_what_it_does.sql.`);
    const number = Number(parts[1]);
    if (number !== index + 1) throw new Error(`${file} should be number ${index + 1}: the migrations leave a gap.`);
    const text = readFileSync(path.join(from, file), 'utf8');
    return { number, name: parts[2] ?? '', text, hash: sha256(text).toString('hex') };
  });
}
