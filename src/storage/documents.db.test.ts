import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import test from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { tamper, verdictOn } from '../../test/tampering.ts';
import { documentChunks, findDocument, largestDocument, loadDocument, storeDocument } from './documents.ts';
import { inLandlord } from './landlord-transaction.ts';

const database = await testDatabase();
const landlordId = await database.addLandlord();

function store(bytes: Uint8Array, landlord = landlordId) {
  const document = { bytes, mediaType: 'application/pdf', storedAt: '2026-03-02T09:00:00.000Z' } as const;
  return inLandlord(database.app, landlord, tx => storeDocument(tx, landlord, document));
}

for (const size of [0, 1, 512 * 1024, 512 * 1024 + 1, 3_000_000]) {
  test(`a file of ${size} bytes comes back byte for byte, named by its hash`, async () => {
    const bytes = randomBytes(size);
    const stored = await store(bytes);
    const name = createHash('sha256').update(bytes).digest('hex');
    assert.deepEqual(stored, { sha256: name, mediaType: 'application/pdf', size });
    await inLandlord(database.app, landlordId, async tx => {
      const loaded = await loadDocument(tx, landlordId, name);
      assert.deepEqual(loaded, { ...stored, bytes });
      const chunks = await Array.fromAsync(documentChunks(tx, landlordId, name));
      assert.ok(chunks.every(chunk => chunk.length <= 512 * 1024));
    });
  });
}

test('the same bytes are stored once, and are not seen by another landlord', async () => {
  const bytes = randomBytes(100);
  const [first, second] = [await store(bytes), await store(bytes)];
  assert.deepEqual(first, second);
  const other = await database.addLandlord();
  assert.equal(await inLandlord(database.app, other, tx => findDocument(tx, other, first.sha256)), undefined);
  assert.equal((await store(bytes, other)).sha256, first.sha256);
});

test('a file above 20 MB is refused', async () => {
  await assert.rejects(store(new Uint8Array(largestDocument + 1)), RangeError);
});

test('a file that was altered is neither given out nor passed by verify', async () => {
  const landlord = await database.addLandlord();
  const { sha256 } = await store(randomBytes(600_000), landlord);
  await tamper(database, `update document_chunk set bytes = '\\x00' where landlord_id = $1 and number = 1`, [landlord]);
  const load = inLandlord(database.app, landlord, tx => loadDocument(tx, landlord, sha256));
  await assert.rejects(load, /has been altered/);
  const { findings, files } = await verdictOn(database, landlord);
  assert.deepEqual([files, findings.map(finding => finding.kind)], [1, ['document-altered']]);
});
