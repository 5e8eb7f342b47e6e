/** Which licences a package that we build on may have, and what the lockfile says each has. */
import { z } from 'zod';

/** Licences that ask for no more than their own text to be kept, and, for two, that changes to their own files stay open. */
const allowed: ReadonlySet<string> = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib', 'Python-2.0'],
  ...['OFL-1.1', 'MPL-2.0', 'PostgreSQL', 'Unlicense', 'CC0-1.0'],
]);

/** A package and what it says of itself. */
export type Licensed = {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; null where the package names none. */
  readonly licence: string | null;
  /** Only there to build and test. */
  readonly development: boolean;
};

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
});

/** Every package of a lockfile, other systems' included, sorted by name. Throws where it is no lockfile. */
export function packagesIn(lockfileText: string): Licensed[] {
  const { packages } = lockfile.parse(JSON.parse(lockfileText));
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, { version, license, dev }]) => ({
      name: place.replace(/^.*node_modules\//, ''),
      version: version ?? '',
      licence: license ?? null,
      development: dev ?? false,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether an SPDX expression leaves us a licence that is on the list: `OR` is ours to choose, `AND` asks for both. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  return plain.split(' OR ').some(choice => choice.split(' AND ').every(one => allowed.has(one.replace(/[()]/g, ''))));
}

/** What is wrong, a sentence each. */
export function faultsOf(packages: readonly Licensed[]): string[] {
  return packages
    .filter(({ licence }) => licence === null || !isAllowed(licence))
    .map(({ name, version, licence }) =>
      licence === null ? `${name} ${version} names no licence.` : `${name} ${version} is under ${licence}.`,
    );
}
