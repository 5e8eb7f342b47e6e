/**
 * The licence of every package that the product or its tests are built on: `node scripts/licences.ts`. Exit 1 where one is not
 * on the list of those that go with the MIT licence (no AGPL or GPL among them).
 */
import { readFile } from 'node:fs/promises';
import { faultsOf, packagesIn } from './licences/judge.ts';

const packages = packagesIn(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'));
const byLicence = Map.groupBy(packages, ({ licence }) => licence ?? 'none named');

for (const [licence, those] of [...byLicence].sort(([, a], [, b]) => b.length - a.length)) {
  const names = those.map(({ name, development }) => (development ? `${name} (development)` : name));
  console.log(`${licence}: ${those.length}\n    ${[...new Set(names)].join(', ')}`);
}
const faults = faultsOf(packages);
console.log(`\n${packages.length} packages, ${faults.length} with a licence that is not on the list.`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
