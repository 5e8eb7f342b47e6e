import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { permissionsPage } from './page.ts';

test('[MAG-11][MGL-43] the table of who may do what is what the list, the packs and the pages say', async () => {
  const file = new URL('../../docs/permissions.md', import.meta.url);
  assert.equal(readFileSync(file, 'utf8'), await permissionsPage(), 'run: node scripts/permissions.ts');
});
