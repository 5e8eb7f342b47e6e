import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fastify } from 'fastify';
import { staffSite } from '../../test/staff-site.ts';
import { signIn } from '../application/sign-in.ts';
import { knownSessions } from './request-limits.ts';
import { registerPages } from './server.ts';

const site = await staffSite();
const web = fastify({ trustProxy: 'loopback' });
await registerPages(web, site.app, {
  ...{ secret: 'of the tests', https: true, publicUrl: 'https://redress.example', demonstrationSignIn: false },
  limits: { session: 6, address: 4 },
});
after(() => web.close());

const token = await signIn(site.app, site.magna.person('complaints-adviser'));
const other = await signIn(site.app, site.magna.person('complaints-adviser', 1));

async function asked(remoteAddress: string, session: string | null, url = '/my-work') {
  const cookie = session === null ? {} : { cookie: `redress-session=${session}` };
  return web.inject({ method: 'GET', url, remoteAddress, headers: { host: 'redress.example', ...cookie } });
}

const statuses = async (many: number, address: string, session: string | null): Promise<number[]> => {
  const all: number[] = [];
  for (let one = 0; one < many; one += 1) all.push((await asked(address, session)).statusCode);
  return all;
};

test('more pages in a minute than people make are answered by a page in plain words, and by no other status', async () => {
  assert.deepEqual(await statuses(5, '203.0.113.1', null), [303, 303, 303, 303, 429]);
  const page = await asked('203.0.113.1', null, '/sign-in');
  assert.equal(page.statusCode, 429);
  assert.match(page.body, /Wait a minute, then go on/);
  assert.match(String(page.headers['content-security-policy']), /default-src 'none'/);
});

test('who is signed in is counted by their session: nobody at the same address, and no made-up session, can lock them out', async () => {
  const address = '203.0.113.2';
  assert.deepEqual(await statuses(2, address, token), [200, 200]);
  // A stranger there, or somebody who makes sessions up, uses up what the address has.
  await statuses(6, address, null);
  assert.deepEqual((await statuses(3, address, 'x'.repeat(43))).at(-1), 429);
  assert.deepEqual(await statuses(2, address, token), [200, 200]);
  // One session that asks for too much stops itself and nobody else.
  assert.equal((await statuses(8, address, token)).at(-1), 429);
  assert.equal((await asked('203.0.113.3', token)).statusCode, 429);
  assert.equal((await asked('203.0.113.3', other)).statusCode, 200);
});

test('files and the machine itself are not counted', async () => {
  const local = await statuses(9, '127.0.0.1', token);
  assert.ok(
    !local.includes(429) || local.every(one => one === 429),
    'the session was stopped before, or is not counted',
  );
  for (let one = 0; one < 9; one += 1)
    assert.notEqual((await asked('203.0.113.4', null, '/assets/none.css')).statusCode, 429);
});

test('over https every answer says so for two years, and the session’s cookie goes over nothing else', async () => {
  const answer = await asked('203.0.113.5', null, '/sign-in');
  assert.match(String(answer.headers['strict-transport-security']), /^max-age=63072000/);
  assert.equal(answer.headers['x-frame-options'], 'DENY');
});

test('only so many sessions are remembered', () => {
  const known = knownSessions(2);
  for (const one of ['a', 'b', 'c']) known.add(one);
  assert.deepEqual([known.has('a'), known.has('b'), known.has('c')], [false, true, true]);
});
