import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountSite } from '../../../../test/account-site.ts';
import { codesOn, goodPassword, keyOn } from '../../../../test/newcomer.ts';
import { codeAt } from '../../../outside/proving/one-time-codes.ts';

const site = await accountSite();
const people = [...site.magna.people];
const joined = () => site.joined('magna', people.shift() ?? assert.fail('nobody is left'));
const other = 'thunder spoon velvet river';

test('the page says how one signs in and where; one session, or all others, can be ended', async () => {
  const who = await joined();
  const [phone, tablet] = [site.browser('Mozilla/5.0 (iPhone) Version/18 Safari/604'), site.browser('x')];
  await site.signIn(phone, who);
  await site.signIn(tablet, who);
  const page = await who.browser.get('/account');
  assert.match(page.text, /Firefox on Windows.*You are here/);
  assert.match(page.text, /Safari on an iPhone/);
  assert.match(page.text, /A browser that does not say what it is/);
  const id = /value="([0-9a-f-]{36})">End<span[^>]*> the session of Safari/.exec(page.html)?.[1] ?? '';
  const seal = /name="_csrf" value="([^"]*)"/.exec(page.html)?.[1] ?? '';
  assert.equal(
    (await who.browser.send('/account/sessions', { _csrf: seal, session: id })).location,
    '/account?done=session',
  );
  assert.equal((await phone.get('/account')).status, 303);
  assert.equal((await tablet.get('/account')).status, 200);
  await who.browser.send('/account/sessions', { _csrf: seal, session: 'others' });
  assert.equal((await tablet.get('/account')).status, 303);
  assert.equal((await who.browser.get('/account')).status, 200);
});

test('nobody ends a session of somebody else', async () => {
  const [who, victim] = [await joined(), await joined()];
  const { rows } = await site.database.admin.query('select session_id from session where person_id = $1', [
    victim.person.personId,
  ]);
  const seal = /name="_csrf" value="([^"]*)"/.exec((await who.browser.get('/account')).html)?.[1] ?? '';
  for (const session of [rows[0]?.session_id, 'x', "' or true --", ''])
    await who.browser.send('/account/sessions', { _csrf: seal, session });
  assert.equal((await victim.browser.get('/account')).status, 200);
});

test('a proof is asked for when the last one is ten minutes old, in the same form, by password or by code', async () => {
  const who = await joined();
  assert.doesNotMatch((await who.browser.get('/account/password')).html, /name="proof"/);
  site.wait(600);
  assert.match((await who.browser.get('/account/password')).html, /name="proof"[^>]*autocomplete="current-password"/);
  for (const [proof, why] of [
    ['', /Enter your password, or a code/],
    ['not my password', /The password is not right/],
    ['000000', /The code is not right/],
  ] as const) {
    const answer = await who.browser.post('/account/password', { password: other, proof });
    assert.equal(answer.status, 422);
    assert.match(answer.text, why);
    assert.match(answer.html, /<a href="#proof">/);
  }
  assert.equal((await who.browser.post('/account/password', { password: other, proof: goodPassword })).status, 303);
  site.wait(700);
  const proof = codeAt(who.key, site.now());
  assert.equal((await who.browser.post('/account/password', { password: goodPassword, proof })).status, 303);
  site.wait(700);
  const replayed = await who.browser.post('/account/password', { password: other, proof });
  assert.equal(replayed.status, 422);
});

test('whoever holds a session cannot guess the password with it', async () => {
  const who = await joined();
  site.wait(600);
  let text = '';
  for (let at = 0; at < 6; at += 1)
    text = (await who.browser.post('/account/recovery-codes', { proof: `guess number ${at}` })).text;
  assert.match(text, /too many wrong tries on this device/);
});

test('a new password takes the old one’s place, ends the other sessions, and is held to the same rule', async () => {
  const who = await joined();
  const elsewhere = site.browser();
  await site.signIn(elsewhere, who);
  const weak = await who.browser.post('/account/password', { password: 'password12345' });
  assert.match(weak.text, /easy to guess/);
  assert.equal((await who.browser.post('/account/password', { password: other })).location, '/account?done=password');
  assert.equal((await elsewhere.get('/account')).status, 303);
  assert.equal((await who.browser.get('/account')).status, 200);
  assert.equal(await site.signIn(elsewhere, who), null);
  assert.equal(await site.signIn(elsewhere, who, other), '/');
});

test('new recovery codes stop the old ones', async () => {
  const who = await joined();
  const answer = await who.browser.post('/account/recovery-codes', {});
  const [fresh = ''] = codesOn(answer.html);
  const use = async (code: string) => {
    const browser = site.browser();
    await browser.post('/sign-in', { email: who.email, password: goodPassword });
    return (await browser.post('/sign-in/code', { code })).status;
  };
  assert.equal(await use(who.codes[0] ?? ''), 422);
  assert.equal(await use(fresh), 303);
});

test('another app is taken only once a code from it is right, and then the one before opens nothing', async () => {
  const who = await joined();
  const page = await who.browser.get('/account/app');
  const key = keyOn(page.html);
  assert.notEqual(key, who.key);
  const wrong = await who.browser.post('/account/app', { code: codeAt(who.key, site.now()) });
  assert.equal(wrong.status, 422);
  site.wait(60);
  const form = await who.browser.get('/account/app');
  const own = keyOn(form.html);
  const seal = /name="_csrf" value="([^"]*)"/.exec(form.html)?.[1] ?? '';
  const app = /name="app" value="([^"]*)"/.exec(form.html)?.[1] ?? '';
  const bad = await who.browser.send('/account/app', { _csrf: seal, app, code: '12' });
  assert.equal(keyOn(bad.html), own, 'the picture stays when the form comes back');
  for (const made of ['', 'AAAA', 'x'.repeat(5000), '\u0000'])
    assert.equal(
      (await who.browser.send('/account/app', { _csrf: seal, app: made, code: codeAt(own, site.now()) })).status,
      422,
    );
  assert.equal(
    (await who.browser.send('/account/app', { _csrf: seal, app, code: codeAt(own, site.now()) })).location,
    '/account?done=app',
  );
  assert.equal(await site.signIn(site.browser(), who), null);
  assert.equal(await site.signIn(site.browser(), { ...who, key: own }), '/');
});

test('in a session that proved nothing there is nothing to change', async () => {
  const person = people.shift() ?? assert.fail('nobody is left');
  const visitor = await site.as(person);
  for (const url of ['/account/password', '/account/app', '/account/recovery-codes'])
    assert.equal((await visitor.get(url)).status, 404, url);
});
