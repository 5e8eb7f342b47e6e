import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { readAssets } from './asset-library.ts';
import { assetPath, assetRoutes } from './assets.ts';
import { themePath } from './theme.ts';

function sheet(): string {
  return readAssets().get('redress.css')?.body.toString() ?? '';
}

test('our style sheet names no font or crest of GOV.UK and asks no other site for anything', () => {
  const css = sheet();
  assert.ok(css.length > 100_000);
  const foreign = css.match(/GDS Transport|crest\.svg|(?:url\(["']?|@import )(?:https?:)?\/\/.{0,40}/g);
  assert.deepEqual(foreign ?? [], []);
});

test('every file that a style sheet or script refers to is served', () => {
  const assets = readAssets();
  const served = new Set([...assets.values()].map(asset => asset.path));
  for (const [name, asset] of assets) {
    if (!/css|javascript/.test(asset.type)) continue;
    const text = asset.body.toString();
    assert.ok(!text.includes('asset:'), `${name} has a reference left`);
    for (const [, path] of text.matchAll(/(?:url\(["']?|from ["'])(\/[^"')]+)/g)) {
      assert.ok(path !== undefined && served.has(path), `${name} refers to ${path}`);
    }
  }
});

test('dark gives other values to names that light has, and no new ones', () => {
  const css = sheet();
  const dark = /prefers-color-scheme:dark\)\{:root:not\(\[data-scheme="light"\]\)\{([^}]*)\}/.exec(css)?.[1] ?? '';
  const names = [...dark.matchAll(/(--[a-z0-9-]+):/g)].map(match => match[1] ?? '');
  assert.ok(names.length > 30);
  const light = css.slice(0, css.indexOf('prefers-color-scheme:dark'));
  for (const name of names) assert.ok(light.includes(`${name}:`), `${name} exists only in the dark`);
});

test('a file is served for ever under the hash of its content, packed if the browser can unpack it', async () => {
  const app = Fastify();
  await app.register(assetRoutes);
  const plain = await app.inject({ url: assetPath('redress.css') });
  assert.equal(plain.statusCode, 200);
  assert.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.match(String(plain.headers['content-type']), /^text\/css/);
  const packed = await app.inject({ url: assetPath('redress.css'), headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.ok(packed.rawPayload.length < plain.rawPayload.length / 4);
  assert.equal((await app.inject({ url: '/assets/redress.000000000000.css' })).statusCode, 404);
  assert.equal((await app.inject({ url: '/assets/..%2fassets.ts' })).statusCode, 404);
  await app.close();
});

test('a theme is served for ever under its own address; under an older one it must be asked for again', async () => {
  const app = Fastify();
  await app.register(assetRoutes);
  const now = await app.inject({ url: themePath('#7a2e8c') });
  assert.match(String(now.headers['cache-control']), /immutable/);
  assert.match(now.body, /--rd-accent-ground:#7a2e8c/);
  const older = await app.inject({ url: '/theme/7a2e8c.aaaaaaaaaaaa.css' });
  assert.equal(older.statusCode, 200);
  assert.equal(older.headers['cache-control'], 'no-cache');
  assert.equal((await app.inject({ url: '/theme/nonsense.css' })).statusCode, 404);
  await app.close();
});

test('an asset that does not exist is a fault, found when the page is drawn', () => {
  assert.throws(() => assetPath('no-such.css'), /no asset called/);
});
