import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { faultsOf, isAllowed, packagesIn } from './judge.ts';

const ROOT = new URL('../../', import.meta.url);

test('every package that we build on has a licence that goes with ours', async () => {
  const packages = packagesIn(await readFile(new URL('package-lock.json', ROOT), 'utf8'));
  assert.ok(packages.length > 100 && packages.some(({ name }) => name === 'pg'));
  assert.deepEqual(faultsOf(packages), []);
});

test('a package under the AGPL, under the GPL or without a licence is named', () => {
  const lock = (license?: string): string =>
    JSON.stringify({ packages: { '': {}, 'node_modules/a/node_modules/@b/c': { version: '1.0.0', license } } });
  assert.deepEqual(faultsOf(packagesIn(lock('AGPL-3.0-only'))), ['@b/c 1.0.0 is under AGPL-3.0-only.']);
  assert.deepEqual(faultsOf(packagesIn(lock('GPL-2.0-or-later'))), ['@b/c 1.0.0 is under GPL-2.0-or-later.']);
  assert.deepEqual(faultsOf(packagesIn(lock())), ['@b/c 1.0.0 names no licence.']);
  assert.deepEqual(faultsOf(packagesIn(lock('MIT'))), []);
});

test('of two licences joined by OR one must be on the list, of two joined by AND both', () => {
  assert.ok(isAllowed('(MIT OR GPL-3.0-only)'));
  assert.ok(isAllowed('(MIT AND Zlib)'));
  assert.ok(!isAllowed('MIT AND GPL-3.0-only'));
  assert.ok(!isAllowed('MIT AND (AGPL-3.0-only)'));
});

test('the project itself is under the MIT licence', async () => {
  assert.match(await readFile(new URL('LICENSE', ROOT), 'utf8'), /^MIT License/);
  const { license } = JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8')) as { license: string };
  assert.equal(license, 'MIT');
});
