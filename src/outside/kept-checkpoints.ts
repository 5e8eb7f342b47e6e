/**
 * The latest signed checkpoint of each landlord, in a file outside the database: whoever cuts off the end of the record,
 * checkpoints included, cannot cut it off here as well.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

export type KeptCheckpoint = { readonly landlord: string; readonly number: number; readonly hash: string };

const fileName = /^checkpoint-[0-9a-f-]{36}\.json$/;
const kept = z.object({ landlord: z.string(), number: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Puts a checkpoint in the place of the landlord's last one: whole or not at all. */
export async function keepCheckpoint(folder: string, checkpoint: KeptCheckpoint): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = path.join(folder, `.checkpoint-${randomUUID()}`);
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(checkpoint, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, path.join(folder, `checkpoint-${checkpoint.landlord}.json`));
}

/** What is kept in the folder. A file that cannot be read is named in `unreadable`, because it may have been spoiled. */
export async function readKeptCheckpoints(
  folder: string,
): Promise<{ readonly kept: readonly KeptCheckpoint[]; readonly unreadable: readonly string[] }> {
  const files = (await readdir(folder).catch(() => [])).filter(file => fileName.test(file)).sort();
  const found: KeptCheckpoint[] = [];
  const unreadable: string[] = [];
  for (const file of files) {
    const checkpoint = parse(await readFile(path.join(folder, file), 'utf8').catch(() => ''));
    if (checkpoint === undefined) unreadable.push(path.join(folder, file));
    else found.push(checkpoint);
  }
  return { kept: found, unreadable };
}

function parse(text: string): KeptCheckpoint | undefined {
  try {
    return kept.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
