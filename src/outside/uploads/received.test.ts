import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { discard, isText, piecesOf, receive } from './received.ts';
import { openUploads } from './uploads.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'redress-received-'));
after(() => rm(folder, { recursive: true }));

async function* pieces(...all: (string | Uint8Array)[]): AsyncGenerator<Buffer> {
  for (const one of all) yield Buffer.from(one);
}

test('a file comes in under a name of ours, hashed and counted on the way', async () => {
  const received = await receive(folder, pieces('one ', 'two'), 7);
  assert.equal(received.sha256, createHash('sha256').update('one two').digest('hex'));
  assert.deepEqual([received.size, received.whole], [7, true]);
  assert.equal(Buffer.concat(await Array.fromAsync(piecesOf(received))).toString(), 'one two');
  await discard(received);
  assert.ok(!existsSync(received.path));
  await discard(received);
});

test('a file above the limit is known not to be whole, and no more of it than the limit is kept', async () => {
  const received = await receive(folder, pieces('12345', '678'), 7);
  assert.deepEqual([received.size, received.whole], [8, false]);
  assert.equal(Buffer.concat(await Array.fromAsync(piecesOf(received))).length, 5);
});

test('words are UTF-8 without a zero byte, also where a letter is cut between two pieces', async () => {
  const is = async (...all: (string | Uint8Array)[]) => isText(await receive(folder, pieces(...all), 100_000));
  assert.equal(await is('Küche, 漏水'), true);
  assert.equal(await is(Buffer.from('Kü').subarray(0, 2), Buffer.from('ü').subarray(1), 'che'), true);
  assert.equal(await is('a\0b'), false);
  assert.equal(await is(Uint8Array.of(0xff, 0xfe, 0x41)), false);
  assert.equal(await is('cut off', Buffer.from('ü').subarray(0, 1)), false);
});

test('the folder is made when the first file comes and gone when the door is closed', async () => {
  const before = readdirSync(tmpdir()).filter(name => name.startsWith('redress-files-')).length;
  const uploads = openUploads({ megabytes: 1, files: 1 }, null);
  const received = await uploads.receive(pieces('%PDF-1.7\n%âãÏÓ\n'), 1000);
  assert.deepEqual(await uploads.lookAt(received), { looksLike: 'application/pdf', isText: false });
  const words = await uploads.receive(pieces('Dear Sir'), 1000);
  assert.deepEqual(await uploads.lookAt(words), { looksLike: null, isText: true });
  await uploads.stop();
  assert.ok(!existsSync(received.path));
  assert.equal(readdirSync(tmpdir()).filter(name => name.startsWith('redress-files-')).length, before);
});
