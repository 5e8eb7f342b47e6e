import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserThere } from '../../../../test/local-provider.ts';
import { providerSite } from '../../../../test/provider-site.ts';

const site = await providerSite();
const { magna, provider } = site;
const people = [...magna.people];
const somebody = () => people.shift() ?? assert.fail('nobody is left');
const settle = async (lines: string): Promise<void> => {
  const { kind, lines: told } = await site.settle(lines);
  assert.equal(kind, 'done', told.join('\n'));
};

test('what is grave is proven again at the provider, in the form’s own page or beside it', async () => {
  await settle('');
  const chief = somebody();
  await site.makeAdministrator(chief);
  provider.people.set('s8', {});
  const [browser, there] = [site.browser(), browserThere()];
  await site.through(browser, 's8', `${await site.link('magna', chief)}/provider`, there);
  site.wait(700);
  const asked = await browser.get('/people/new');
  assert.match(asked.html, /href="\/account\/prove\?back=%2Fpeople%2Fnew">Show with Example that it is you</);
  const sent = await browser.post('/people/new', { name: 'Kept Here', email: 'kept@example.org' });
  assert.equal(sent.status, 422);
  assert.match(sent.html, /value="Kept Here"/);
  assert.match(sent.html, /href="\/account\/prove\?back=%2Faccount%2Fproven" target="_blank"/);
  const proven = await site.through(browser, 's8', '/account/prove?back=%2Faccount%2Fproven', there);
  assert.equal(proven.location, '/account/proven');
  assert.match((await browser.get('/account/proven')).text, /go back to the one you came from/);
  assert.equal((await browser.post('/people/new', { name: 'Kept Here', email: 'kept@example.org' })).status, 200);
});

test('it is proven by the same person, a moment ago, in the same session, or not at all', async () => {
  const person = somebody();
  provider.people.set('s9', {});
  const browser = site.browser();
  await site.through(browser, 's9', `${await site.link('magna', person)}/provider`);
  site.wait(700);
  const prove = '/account/prove?back=%2F';
  assert.match((await site.through(browser, 's8', prove)).text, /That was another person/);
  provider.bend(({ auth_time: _, ...claims }) => claims);
  assert.match((await site.through(browser, 's9', prove)).text, /did not say that you proved anew/);
  provider.bend(claims => ({ ...claims, auth_time: Number(claims['iat']) - 4000 }));
  assert.match((await site.through(browser, 's9', prove)).text, /did not say that you proved anew/);
  provider.bend(null);
  const out = await browser.get(prove);
  const back = await browserThere().go(out.location ?? '', 's9');
  browser.cookies.delete('redress-session');
  assert.match((await browser.get(back)).text, /Your session has ended/);
  assert.equal((await site.browser().get(prove)).status, 303, 'to the page for signing in');
});

test('a wrong answer is told apart in a sentence and lets nobody in', async () => {
  await settle('requiredClaims: { tid: ours }\n');
  const person = somebody();
  provider.people.set('s10', { tid: 'ours' });
  assert.equal(
    (await site.through(site.browser(), 's10', `${await site.link('magna', person)}/provider`)).location,
    '/',
  );
  const bent = [
    [claims => ({ ...claims, aud: 'another' }), /not made for Redress/],
    [claims => ({ ...claims, iss: 'https://elsewhere.org' }), /not made for Redress/],
    [claims => ({ ...claims, nonce: 'another' }), /not made for Redress/],
    [claims => ({ ...claims, exp: Number(claims['iat']) - 120 }), /clocks do not agree/],
    [claims => ({ ...claims, nbf: Number(claims['iat']) + 600 }), /clocks do not agree/],
    [claims => ({ ...claims, tid: 'theirs' }), /not an account of your landlord/],
    [({ sub: _, ...claims }) => claims, /cannot be reached/],
  ] as const satisfies readonly (readonly [(claims: Record<string, unknown>) => Record<string, unknown>, RegExp])[];
  for (const [how, why] of bent) {
    provider.bend(how);
    const browser = site.browser();
    const answer = await site.through(browser, 's10');
    assert.match(answer.text, why);
    assert.equal(browser.cookies.has('redress-session'), false);
  }
  provider.bend(claims => claims, true);
  assert.match(
    (await site.through(site.browser(), 's10')).text,
    /cannot be reached|not made for Redress/,
    'another key',
  );
  provider.bend(null);
  assert.match((await site.through(site.browser(), 'cancel')).text, /You stopped signing in/);
});

test('an answer is good once, in the browser that set out, and for a quarter of an hour', async () => {
  const browser = site.browser();
  const out = await browser.get('/sign-in/with/magna');
  const cookie = browser.cookies.get('redress-trip') ?? '';
  const back = await browserThere().go(out.location ?? '', 's10');
  assert.match((await site.browser().get(back)).text, /Begin again from here/, 'in another browser');
  assert.equal((await browser.get(back)).location, '/');
  assert.match((await browser.get(back)).text, /Begin again from here/, 'a second time');
  browser.cookies.set('redress-trip', cookie);
  assert.match((await browser.get(back)).text, /This answer has been used/, 'even with the cookie put back');
  const late = await browser.get('/sign-in/with/magna');
  const answer = await browserThere().go(late.location ?? '', 's10');
  site.wait(15 * 60 + 1);
  assert.match((await browser.get(answer)).text, /Begin again from here/);
});

test('bad input on the way back is a sentence, and never a fault', async () => {
  const browser = site.browser();
  await browser.get('/sign-in/with/magna');
  const state = 'state=x';
  for (const query of [
    '',
    state,
    'code=%00',
    `${state}&code=${'x'.repeat(3000)}`,
    'error=access_denied',
    'state=a&state=b',
  ])
    assert.equal((await browser.get(`/sign-in/return?${query}`)).status, 403, query.slice(0, 30));
  for (const trip of ['x', 'A'.repeat(3000), '', '....']) {
    browser.cookies.set('redress-trip', trip);
    assert.equal((await browser.get('/sign-in/return?state=x&code=y')).status, 403);
  }
  for (const slug of ['nobody', 'magenta', '%00', 'x'.repeat(90)])
    assert.equal((await browser.get(`/sign-in/with/${slug}`)).status, 404, slug);
  const away = await browser.get('/sign-in/with/magna?back=https%3A%2F%2Fevil.org');
  assert.equal((await browser.get(await browserThere().go(away.location ?? '', 's10'))).location, '/');
});

test('the provider being down, or not knowing us, is told, and nothing is lost by it', async () => {
  await settle('');
  await provider.stop();
  const key = site.now();
  site.wait(2 * 3600);
  const down = await site.browser().get('/sign-in/with/magna');
  assert.equal(down.status, 503);
  assert.match(down.text, /cannot be reached/);
  assert.match((await site.settle('')).lines.join(' '), /does not answer.*Nothing was changed/);
  await provider.goOn();
  site.clock.set(key);
  assert.equal((await site.through(site.browser(), 's10')).location, '/');
  await site.settle('', { secret: 'another' });
  assert.match((await site.through(site.browser(), 's10')).text, /does not know Redress/);
});

test('signing out says that one may still be signed in there, and leads to its own way out', async () => {
  await settle('');
  const browser = site.browser();
  await site.through(browser, 's10');
  const out = await browser.send('/sign-out', {});
  assert.equal(out.location, '/sign-in?out=magna');
  assert.match((await browser.get(out.location ?? '')).text, /You may still be signed in at Example/);
  const there = await browser.get('/sign-out/with/magna');
  assert.match(there.location ?? '', /^http:\/\/127\.0\.0\.1:\d+\/session\/end\?.*post_logout_redirect_uri=/);
});
