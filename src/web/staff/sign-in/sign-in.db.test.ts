import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountSite } from '../../../../test/account-site.ts';
import { goodPassword } from '../../../../test/newcomer.ts';
import { codeAt } from '../../../outside/proving/one-time-codes.ts';

const site = await accountSite();
const { magna } = site;
const [first, second, third, fourth, fifth, sixth] = magna.people;
assert.ok(first && second && third && fourth && fifth && sixth);
const notRight = /The email address or the password is not right/;

test('a password and a code let somebody in, back to where they were going', async () => {
  const who = await site.joined('magna', first);
  const browser = site.browser();
  site.wait(60);
  const half = await browser.post('/sign-in?back=%2Fcalendar', {
    email: ` ${who.email.toUpperCase()} `,
    password: goodPassword,
  });
  assert.equal(half.location, '/sign-in/code');
  assert.equal(browser.cookies.has('redress-session'), false, 'the password alone is no session');
  assert.equal((await browser.get('/my-work')).status, 303);
  const whole = await browser.post('/sign-in/code', { code: codeAt(who.key, site.now()) });
  assert.equal(whole.location, '/calendar');
  assert.equal((await browser.get('/calendar')).status, 200);
  assert.deepEqual([...browser.cookies.keys()].sort(), ['redress-device', 'redress-session']);
});

test('wrong in any way is one answer, after the same work: no account, not joined, left, another password', async () => {
  const who = await site.joined('magna', second);
  const left = await site.joined('magna', third);
  await site.database.admin.query('update person set left_on = $2 where person_id = $1', [
    third.personId,
    '2026-11-04',
  ]);
  const tries = [
    [who.email, 'kettle otter brick lamb'],
    [who.email, `${goodPassword} `],
    ['nobody@example.org', goodPassword],
    [left.email, goodPassword],
    [site.emailOf(fourth), goodPassword],
    ['x', 'y'],
  ];
  const bodies = new Set<string>();
  for (const [email = '', password = ''] of tries) {
    const answer = await site.browser().post('/sign-in', { email, password });
    assert.equal(answer.status, 422, email);
    assert.match(answer.text, notRight);
    assert.ok(!answer.html.includes(password) || password === 'y', 'a password is never shown again');
    bodies.add(answer.html.replaceAll(`value="${email}"`, ''));
  }
  assert.equal(bodies.size, 1);
});

test('strangers who guess are slowed down together, whether there is such an account or not, and never its owner’s device', async () => {
  const who = await site.joined('magna', fifth);
  for (const email of [who.email, 'no.such.person@example.org']) {
    const says: string[] = [];
    for (let at = 0; at < 7; at += 1) {
      const answer = await site.browser().post('/sign-in', { email, password: `guess number ${at}` });
      says.push(`${answer.status}`);
      if (answer.status === 429)
        assert.match(answer.text, /not used on before\. Try again in a minute\. Nothing is locked/);
    }
    assert.deepEqual(says, ['422', '422', '422', '422', '422', '429', '429'], email);
  }
  const right = await site.browser().post('/sign-in', { email: who.email, password: goodPassword });
  assert.equal(right.status, 429, 'while they have to wait not even the right password is looked at');
  assert.equal(await site.signIn(who.browser, who), '/');
});

test('guesses at the same moment are as slow as one after the other', async () => {
  const tries = Array.from({ length: 14 }, () =>
    site.browser().post('/sign-in', { email: 'all.at.once@example.org', password: 'x' }),
  );
  const answers = (await Promise.all(tries)).map(answer => answer.status);
  assert.equal(answers.filter(status => status === 422).length, 5);
});

test('a known device has a count of its own, which waits no longer than a quarter of an hour', async () => {
  const who = await site.joined('magna', magna.people[6] ?? first);
  for (let at = 0; at < 5; at += 1) await who.browser.post('/sign-in', { email: who.email, password: `guess ${at}` });
  const slowed = await who.browser.post('/sign-in', { email: who.email, password: goodPassword });
  assert.equal(slowed.status, 429);
  assert.match(slowed.text, /on this device\. Try again in a minute/);
  assert.equal(await site.signIn(site.browser(), who), '/', 'a stranger’s device is counted apart');
  assert.equal(await site.signIn(who.browser, who), '/', 'after the minute');
  const another = await site.joined('magna', magna.people[7] ?? first);
  for (let at = 0; at < 6; at += 1)
    await another.browser.post('/sign-in', { email: who.email, password: `guess ${at}` });
  const told = await another.browser.post('/sign-in', { email: who.email, password: 'guess' });
  assert.match(told.text, /not used on before/, 'a colleague’s device is a stranger here');
});

test('a wrong code, one used before, one too old and nonsense let nobody in; guessing codes is slowed down', async () => {
  const who = await site.joined('magna', sixth);
  const browser = site.browser();
  const code = codeAt(who.key, site.now());
  await browser.post('/sign-in', { email: who.email, password: goodPassword });
  const used = await browser.post('/sign-in/code', { code });
  assert.match(used.text, /This code has been used/, 'it set the app up a moment ago');
  site.wait(120);
  const wrongs = [
    [code, /The code is not right/],
    ['', /Enter the six digits/],
    ['abc', /Enter the six digits from your app, or one of your recovery codes/],
    ['AAAAA-AAAAA', /recovery code is not right/],
  ] as const;
  for (const [typed, why] of wrongs) {
    const answer = await browser.post('/sign-in/code', { code: typed });
    assert.equal(answer.status, 422, typed);
    assert.match(answer.text, why);
  }
  let last = 0;
  for (let at = 0; at < 5; at += 1) last = (await browser.post('/sign-in/code', { code: `00000${at}` })).status;
  assert.equal(last, 429);
  assert.equal(browser.cookies.has('redress-session'), false);
  assert.equal(await site.signIn(who.browser, who), '/', 'from their own device the right code still lets them in');
});

test('the code page is for ten minutes after a right password, and for nobody who made a cookie up', async () => {
  const who = await site.joined('magna', magna.people[8] ?? first);
  const browser = site.browser();
  assert.equal((await browser.get('/sign-in/code')).location, '/sign-in');
  await browser.post('/sign-in', { email: who.email, password: goodPassword });
  const cookie = browser.cookies.get('redress-half-in') ?? '';
  site.wait(601);
  const late = await browser.send('/sign-in/code', { code: codeAt(who.key, site.now()) });
  assert.equal(late.location, '/sign-in?again=1');
  assert.match((await browser.get('/sign-in?again=1')).text, /time for entering the code is over/);
  for (const made of [`${cookie}x`, cookie.replace(/^./, 'A'), 'a.b', '..', 'x'.repeat(5000)]) {
    browser.cookies.set('redress-half-in', made);
    const answer = await browser.send('/sign-in/code', { code: codeAt(who.key, site.now()) });
    assert.match(answer.location ?? '', /^\/sign-in/, made.slice(0, 20));
  }
  assert.equal(browser.cookies.has('redress-session'), false);
});

test('a password that was changed meanwhile takes the first half back', async () => {
  const who = await site.joined('magna', magna.people[9] ?? first);
  const browser = site.browser();
  await browser.post('/sign-in', { email: who.email, password: goodPassword });
  site.wait(60);
  await who.browser.post('/account/password', { password: 'thunder spoon velvet river' });
  const answer = await browser.send('/sign-in/code', { code: codeAt(who.key, site.now()) });
  assert.equal(answer.location, '/sign-in?again=1');
});

test('a session is drawn anew at each signing in: one that was planted opens nothing', async () => {
  const who = await site.joined('magna', magna.people[10] ?? first);
  const browser = site.browser();
  const planted = 'A'.repeat(43);
  browser.cookies.set('redress-session', planted);
  browser.cookies.set('redress-device', planted);
  assert.equal(await site.signIn(browser, who), '/');
  assert.notEqual(browser.cookies.get('redress-session'), planted);
  assert.notEqual(browser.cookies.get('redress-device'), planted);
  const { rows } = await site.database.admin.query('select encode(token_hash, $1) as hash from session', ['hex']);
  assert.ok(rows.length > 0 && rows.every(row => row.hash.length === 64));
});

test('each recovery code lets in once, and says how many are left', async () => {
  const who = await site.joined('magna', magna.people[11] ?? first);
  const [code = ''] = who.codes;
  assert.equal(who.codes.length, 10);
  const use = async (typed: string) => {
    const browser = site.browser();
    await browser.post('/sign-in', { email: who.email, password: goodPassword });
    return { browser, answer: await browser.post('/sign-in/code', { code: typed }) };
  };
  const { browser, answer } = await use(code.toLowerCase().replace('-', ' '));
  assert.equal(answer.location, '/account?done=recovery');
  assert.match((await browser.get('/account?done=recovery')).text, /It is used up; you have 9 left/);
  const again = await use(code);
  assert.equal(again.answer.status, 422);
  assert.match(again.answer.text, /has been used/);
  const both = await Promise.all([use(who.codes[1] ?? ''), use(who.codes[1] ?? '')]);
  assert.deepEqual(both.map(one => one.answer.status).sort(), [303, 422], 'also of two at the same moment');
});

test('a code of the app is good once, also of two at the same moment', async () => {
  const who = await site.joined('magna', magna.people[12] ?? first);
  site.wait(60);
  const browsers = [site.browser(), site.browser()];
  for (const browser of browsers) await browser.post('/sign-in', { email: who.email, password: goodPassword });
  const answers = await Promise.all(
    browsers.map(one => one.send('/sign-in/code', { code: codeAt(who.key, site.now()) })),
  );
  assert.deepEqual(answers.map(answer => answer.status).sort(), [303, 422]);
});

test('forms from elsewhere are refused before they are looked at', async () => {
  for (const url of ['/sign-in', '/sign-in/code', '/invitation/x', '/invitation/x/app']) {
    const answer = await site
      .browser()
      .send(url, { email: 'a@b.c', password: 'x' }, { origin: 'https://elsewhere.example' });
    assert.equal(answer.status, 403, url);
  }
});

test('bad input of every field is a sentence: nothing, NUL, any writing, markup, 100 kB, many times', async () => {
  const wild = [
    '',
    '   ',
    '\u0000',
    '\ud800',
    'שלום \u202eمرحبا',
    '<script>alert(1)</script>',
    'x'.repeat(100_000),
    "'; drop table account; --",
    '%00',
  ];
  for (const bad of wild) {
    for (const fields of [
      { email: bad, password: 'x' },
      { email: 'a@example.org', password: bad },
      { email: [bad, bad], password: [bad, bad] },
    ]) {
      const answer = await site.browser().send('/sign-in', { ...fields, back: bad });
      assert.ok([422, 429].includes(answer.status), `${answer.status} for ${bad.slice(0, 20)}`);
      assert.match(answer.html, /govuk-error-summary/);
      assert.ok(!answer.html.includes('<script>alert'));
    }
  }
  assert.equal((await site.browser().send('/sign-in', {})).status, 422);
  for (const back of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere']) {
    const page = await site.browser().get(`/sign-in?back=${encodeURIComponent(back)}`);
    assert.match(page.html, /name="back" value="\/"/);
  }
});

test('a password at an older cost is made anew when it is right', async () => {
  const who = await site.joined('magna', magna.people[13] ?? first);
  const { openPasswords } = await import('../../../outside/proving/passwords.ts');
  const cheap = await openPasswords({ memory: 64, passes: 1, lanes: 1 }).hash(goodPassword);
  await site.database.admin.query('update account set password_hash = $2 where person_id = $1', [
    who.person.personId,
    cheap,
  ]);
  assert.equal(await site.signIn(site.browser(), who), '/');
  const { rows } = await site.database.admin.query('select password_hash from account where person_id = $1', [
    who.person.personId,
  ]);
  assert.match(rows[0]?.password_hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});
