import { accessSync, constants, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where large test tools are kept between runs: the user's cache, or the temporary folder where that cannot be had. */
export function cacheFolder(): string {
  const home = process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache');
  const folder = path.join(home, 'redress');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    const temporary = path.join(os.tmpdir(), `redress-cache-${process.getuid?.() ?? 0}`);
    mkdirSync(temporary, { recursive: true, mode: 0o700 });
    return temporary;
  }
}
