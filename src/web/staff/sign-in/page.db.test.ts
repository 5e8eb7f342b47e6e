import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fastify } from 'fastify';
import { staffSite } from '../../../../test/staff-site.ts';
import { registerPages } from '../../server.ts';

test('a page asked for without a session leads to signing in, and back afterwards', async () => {
  const { app } = await staffSite();
  const web = fastify();
  await registerPages(web, app, { secret: 'x', https: false, demonstrationSignIn: true });
  const answer = await web.inject({ url: '/my-work', headers: { host: '127.0.0.1' } });
  assert.equal(answer.statusCode, 303);
  assert.equal(answer.headers.location, '/sign-in?back=%2Fmy-work');
  await web.close();
});

test('where there is a real landlord nobody can be picked, and nobody comes in unproven', async () => {
  const { app, magna } = await staffSite();
  const web = fastify();
  await registerPages(web, app, { secret: 'x', https: false, demonstrationSignIn: true });
  const page = await web.inject({ url: '/sign-in', headers: { host: '127.0.0.1' } });
  const [person] = magna.people;
  assert.ok(person);
  assert.doesNotMatch(page.body, new RegExp(person.name));
  const tried = await web.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { host: '127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' },
    payload: `person=${person.landlordId}%3A${person.personId}`,
  });
  assert.equal(tried.headers['set-cookie'], undefined);
  await web.close();
});
