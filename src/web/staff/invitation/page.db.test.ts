import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountSite } from '../../../../test/account-site.ts';
import { acceptInvitation, goodPassword, keyOn } from '../../../../test/newcomer.ts';
import { codeAt, newAppSecret } from '../../../outside/proving/one-time-codes.ts';

const site = await accountSite();
const people = [...site.magna.people];
const somebody = () => people.shift() ?? assert.fail('everybody has been invited');

test('a link leads to a password, an app, ten recovery codes and in; it is good once', async () => {
  const person = somebody();
  const link = await site.link('magna', person);
  const browser = site.browser();
  const welcome = await browser.get(link);
  assert.match(welcome.text, new RegExp(`Welcome, ${person.name}`));
  assert.match(welcome.html, /autocomplete="username"/);
  assert.match(welcome.html, /autocomplete="new-password"/);
  const { key, codes } = await acceptInvitation(browser, link, site.now());
  assert.equal(codes.length, 10);
  assert.match((await browser.get('/account')).text, /10 left/);
  const again = await site.browser().get(link);
  assert.equal(again.status, 410);
  assert.match(again.text, /This link has been used/);
  const sent = await site.browser().send(`${link}/app`, { code: codeAt(key, site.now()) });
  assert.equal(sent.status, 410);
});

test('the picture, the key and the address for the app say the same, and stay the same when the page is opened again', async () => {
  const link = await site.link('magna', somebody());
  const browser = site.browser();
  assert.equal((await browser.get(`${link}/app`)).location, link, 'first a password');
  await browser.post(link, { password: goodPassword });
  const [one, two] = [await browser.get(`${link}/app`), await browser.get(`${link}/app`)];
  assert.equal(keyOn(one.html), keyOn(two.html));
  assert.match(one.html, new RegExp(`href="otpauth://totp/[^"]*secret=${keyOn(one.html)}`));
  assert.match(one.html, /<svg class="rd-qr" role="img" aria-label=/);
  assert.doesNotMatch(one.html, /<svg[^>]*style=|<style/);
});

test('a password that is too short, guessable or nothing is told why, and is never shown again', async () => {
  const person = somebody();
  const link = await site.link('magna', person);
  const wrong = [
    ['', /Enter a password/],
    ['short', /12 characters or more/],
    ['password12345', /easy to guess/],
    [person.name.repeat(2), /your name/],
    ['x'.repeat(100_000), /128 characters or fewer/],
    ['\u0000'.repeat(20), /Enter a password/],
  ] as const;
  for (const [password, why] of wrong) {
    const answer = await site.browser().post(link, { password });
    assert.equal(answer.status, 422);
    assert.match(answer.text, why);
    assert.match(answer.html, /<a href="#password">/);
    assert.match(answer.html, /id="password"[^>]*value=""/);
  }
  assert.equal((await site.browser().post(link, { password: 'שולחן עגול ירח נעליים 😀' })).status, 303, 'any writing');
});

test('without a right code from the app there is no account', async () => {
  const person = somebody();
  const link = await site.link('magna', person);
  const browser = site.browser();
  await browser.post(link, { password: goodPassword });
  const key = keyOn((await browser.get(`${link}/app`)).html);
  for (const code of [
    '',
    '000',
    'abcdef',
    codeAt(newAppSecret(), site.now()),
    'AAAAA-AAAAA',
    '\u0000',
    'x'.repeat(100_000),
  ]) {
    const answer = await browser.post(`${link}/app`, { code });
    assert.equal(answer.status, 422, code.slice(0, 20));
    assert.equal(keyOn(answer.html), key);
  }
  assert.equal(browser.cookies.has('redress-session'), false);
  assert.equal(
    (await site.browser().post('/sign-in', { email: site.emailOf(person), password: goodPassword })).status,
    422,
  );
});

test('a link ends after seven days, when a newer one is made, and when the person leaves', async () => {
  const person = somebody();
  const old = await site.link('magna', person);
  const link = await site.link('magna', person);
  assert.match((await site.browser().get(old)).text, /not good any more/);
  const before = site.now();
  site.wait(7 * 86_400 - 1);
  assert.equal((await site.browser().get(link)).status, 200);
  site.wait(1);
  assert.equal((await site.browser().get(link)).status, 410);
  assert.equal((await site.browser().send(link, { password: goodPassword })).status, 410);
  site.clock.set(before);
  await site.database.admin.query('update person set left_on = $2 where person_id = $1', [
    person.personId,
    '2026-11-04',
  ]);
  assert.equal((await site.browser().get(link)).status, 410);
});

test('what is no link opens nothing', async () => {
  for (const token of [
    'x',
    'A'.repeat(43),
    '%00',
    encodeURIComponent("' or 1=1 --"),
    'x'.repeat(90),
    encodeURIComponent('😀'),
  ]) {
    const answer = await site.browser().get(`/invitation/${token}`);
    assert.equal(answer.status, 410, token);
  }
});

test('after a lost telephone a new link replaces all there was: the app, the codes, the sessions', async () => {
  const who = await site.joined('magna', somebody());
  const link = await site.link('magna', who.person);
  assert.equal((await who.browser.get('/my-work')).status, 200, 'until it is used, what there was works');
  site.wait(60);
  const elsewhere = site.browser();
  const fresh = await acceptInvitation(elsewhere, link, site.now(), 'thunder spoon velvet river');
  assert.equal((await who.browser.get('/my-work')).status, 303, 'the earlier session has ended');
  assert.equal(await site.signIn(who.browser, who), null, 'the old password');
  assert.equal(await site.signIn(who.browser, who, 'thunder spoon velvet river'), null, 'the old app');
  await site.browser().post('/sign-in', { email: who.email, password: 'thunder spoon velvet river' });
  const old = await who.browser.send('/sign-in/code', { code: who.codes[0] ?? '' });
  assert.notEqual(old.status, 303, 'the old recovery codes');
  assert.equal(await site.signIn(elsewhere, { ...who, ...fresh }, 'thunder spoon velvet river'), '/');
});

test('two who use one link at the same moment do not both come in', async () => {
  const link = await site.link('magna', somebody());
  const browsers = [site.browser(), site.browser()];
  await browsers[0]?.post(link, { password: goodPassword });
  const key = keyOn((await browsers[0]?.get(`${link}/app`))?.html ?? '');
  const answers = await Promise.all(browsers.map(one => one.send(`${link}/app`, { code: codeAt(key, site.now()) })));
  assert.deepEqual(answers.map(answer => answer.status).sort(), [200, 410]);
});
