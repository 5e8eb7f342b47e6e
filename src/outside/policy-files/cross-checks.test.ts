/** What the schema cannot see of a pack. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { isFaults, loadPackFromTexts, readPackTexts } from './load-pack.ts';

test('[R55] a detail that only holds a place is refused, and what to write instead is said', async () => {
  const texts = await readPackTexts(join(import.meta.dirname, '../../../policies/magna'));
  const held = texts.map(({ name, text }) => ({
    name,
    text: text.replace('  address: []', '  address: [Complaints team, address to be supplied]'),
  }));
  const faults = loadPackFromTexts(held);
  assert.ok(isFaults(faults));
  assert.deepEqual(
    faults.map(({ path, expected }) => ({ path, expected })),
    [
      {
        path: 'landlord.address',
        expected: 'the postal address as letters print it, or [] where it is still to be supplied',
      },
    ],
  );
});
