import assert from 'node:assert/strict';
import { test } from 'node:test';
import formBody from '@fastify/formbody';
import Fastify from 'fastify';
import { appearanceRoutes, colourSchemeOf, localAddress } from './appearance.ts';

async function choose(body: string) {
  const app = Fastify();
  await app.register(formBody);
  await app.register(appearanceRoutes);
  const answer = await app.inject({
    method: 'POST',
    url: '/appearance',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: body,
  });
  await app.close();
  return answer;
}

test('the choice is kept in a cookie and the person is back on the page they were on', async () => {
  const answer = await choose('scheme=dark&back=%2Fcases%3Fq%3Dmould');
  assert.equal(answer.statusCode, 303);
  assert.equal(answer.headers.location, '/cases?q=mould');
  assert.equal(colourSchemeOf(String(answer.headers['set-cookie'])), 'dark');
});

test('the device’s own colours take the cookie away', async () => {
  const answer = await choose('scheme=system&back=%2F');
  assert.match(String(answer.headers['set-cookie']), /Max-Age=0/);
});

test('nonsense leaves the device’s own colours', async () => {
  const answer = await choose('scheme=%3Cscript%3E');
  assert.match(String(answer.headers['set-cookie']), /redress-colours=system/);
  assert.equal(answer.headers.location, '/');
  assert.equal(colourSchemeOf('a=b; redress-colours=%22dark'), 'system');
  assert.equal(colourSchemeOf(undefined), 'system');
});

test('a form cannot send anybody to another site', () => {
  for (const elsewhere of ['//evil.example', 'https://evil.example', '/\\evil.example', 'x', '', undefined, '/a b']) {
    assert.equal(localAddress(elsewhere), '/');
  }
  assert.equal(localAddress('/cases/K7QF?tab=2#x'), '/cases/K7QF?tab=2#x');
});
