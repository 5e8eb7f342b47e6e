/** The secret that seals forms where none is set: made once, kept in the key folder, readable by its owner only. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CannotStart, systemErrorCode } from '../cannot-start.ts';

/** Reads the secret, or makes it the first time. Throws `CannotStart` where the folder cannot be used. */
export async function openFormSecret(folder: string): Promise<string> {
  const file = path.join(folder, 'form-secret');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(error => {
      if (systemErrorCode(error) !== 'EEXIST') throw error;
    });
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw new CannotStart(
      `The key folder ${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
