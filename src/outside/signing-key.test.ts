import assert from 'node:assert/strict';
import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { openKeyRing, openSigningKey } from './signing-key.ts';

async function emptyFolder(t: test.TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'redress-key-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

const words = Buffer.from('root');

test('the key is made once, for its owner only, and its signatures are good', async t => {
  const folder = path.join(await emptyFolder(t), 'keys');
  const keys = await Promise.all([openSigningKey(folder), openSigningKey(folder), openSigningKey(folder)]);
  assert.equal(new Set(keys.map(key => key.keyId)).size, 1);
  assert.equal((await stat(path.join(folder, 'checkpoint-key.pem'))).mode & 0o777, 0o600);
  const again = await openSigningKey(folder);
  const ring = await openKeyRing(folder);
  assert.equal(ring.check(again.keyId, words, again.sign(words)), 'good');
  assert.equal(ring.check(again.keyId, Buffer.from('other'), again.sign(words)), 'bad');
  assert.equal(ring.check('0'.repeat(32), words, again.sign(words)), 'unknown-key');
});

test('a key that has been replaced still proves what it signed, once its file is kept under another name', async t => {
  const folder = await emptyFolder(t);
  const old = await openSigningKey(folder);
  const signature = old.sign(words);
  await rename(path.join(folder, 'checkpoint-key.pem'), path.join(folder, 'checkpoint-key-2025.pub.pem'));
  const fresh = await openSigningKey(folder);
  assert.notEqual(fresh.keyId, old.keyId);
  assert.equal((await openKeyRing(folder)).check(old.keyId, words, signature), 'good');
});

test('a file that is no key is refused in a sentence', async t => {
  const folder = await emptyFolder(t);
  await writeFile(path.join(folder, 'checkpoint-key.pem'), 'nonsense');
  await assert.rejects(openSigningKey(folder), { name: 'CannotStart', message: /checkpoint-key\.pem, cannot be used/ });
});
