import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { appAddress, codeAt, newAppSecret, stepOfCode } from './one-time-codes.ts';
import { openPasswords } from './passwords.ts';
import { openSealing } from './sealing.ts';
import { TooBusy, turns } from './turns.ts';

const cheap = { memory: 64, passes: 1, lanes: 1 };

test('a password is kept as Argon2id with 19 MiB, two passes and one lane, and is right only as it was typed', async () => {
  const passwords = openPasswords();
  const kept = await passwords.hash('kettle otter brick lamp');
  assert.match(kept, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.equal(await passwords.check('kettle otter brick lamp', kept), true);
  assert.equal(await passwords.check('kettle otter brick lamp ', kept), false);
  assert.notEqual(await passwords.hash('kettle otter brick lamp'), kept, 'each has a salt of its own');
});

test('a password kept at another cost still opens, and is told to be dated', async () => {
  const kept = await openPasswords(cheap).hash('kettle otter brick lamp');
  const passwords = openPasswords();
  assert.equal(await passwords.check('kettle otter brick lamp', kept), true);
  assert.equal(passwords.isDated(kept), true);
  assert.equal(passwords.isDated(await passwords.hash('x')), false);
});

test('where there is no account nothing is right, and it takes as long', async () => {
  const passwords = openPasswords();
  const kept = await passwords.hash('kettle otter brick lamp');
  const took = async (hash: string | null): Promise<number> => {
    const begun = performance.now();
    for (let at = 0; at < 3; at += 1) assert.equal(await passwords.check('nothing of the kind', hash), false);
    return performance.now() - begun;
  };
  await took(kept);
  const [there, missing] = [await took(kept), await took(null)];
  assert.ok(missing > there / 3 && missing < there * 3, `${missing} ms against ${there} ms`);
  assert.equal(await passwords.check('', null), false);
  assert.equal(await passwords.check('x', '$argon2id$nonsense'), false);
});

test('two work at once, some wait in their order, and the next is told to come back', async () => {
  const inTurn = turns(2, 2);
  const done: number[] = [];
  const open: (() => void)[] = [];
  const work = (name: number) =>
    inTurn(() => new Promise<void>(resolve => open.push(() => resolve(void done.push(name)))));
  const all = [1, 2, 3, 4].map(work);
  await assert.rejects(work(5), TooBusy);
  while (done.length < 4) {
    open.shift()?.();
    await new Promise(resolve => setImmediate(resolve));
    assert.ok(open.length <= 2, 'more than two at once');
  }
  await Promise.all(all);
  assert.deepEqual(done, [1, 2, 3, 4]);
});

test('a turn is given back by work that fails', async () => {
  const inTurn = turns(1, 0);
  await assert.rejects(
    inTurn(() => Promise.reject(new Error('no'))),
    /no/,
  );
  assert.equal(await inTurn(async () => 'yes'), 'yes');
});

test('[RFC 6238] a code is good in its own half minute and one to either side', () => {
  // The RFC's secret and its first and second test vectors, of which the last six digits count.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  assert.equal(codeAt(secret, '1970-01-01T00:00:59.000Z'), '287082');
  assert.equal(codeAt(secret, '2005-03-18T01:58:29.000Z'), '081804');
  const now = '2026-11-04T10:00:10.000Z';
  const steps = (
    [
      '2026-11-04T09:59:10.000Z',
      '2026-11-04T09:59:40.000Z',
      now,
      '2026-11-04T10:00:40.000Z',
      '2026-11-04T10:01:10.000Z',
    ] as const
  ).map(at => stepOfCode(secret, codeAt(secret, at), now));
  const step = Math.floor(Date.parse(now) / 30_000);
  assert.deepEqual(steps, [null, step - 1, step, step + 1, null]);
});

test('the app is told whose account it is, and the secret has 160 bits', () => {
  const secret = newAppSecret();
  assert.match(secret, /^[A-Z2-7]{32}$/);
  assert.notEqual(secret, newAppSecret());
  assert.match(
    appAddress(secret, 'priya@example.org'),
    /^otpauth:\/\/totp\/Redress:priya%40example\.org\?issuer=Redress&secret=[A-Z2-7]{32}/,
  );
});

test('what is sealed opens with the same secret for the same thing, and in no other way', () => {
  const sealing = openSealing('a secret of this installation');
  const sealed = sealing.seal('app of a', 'GEZDGNBV');
  assert.equal(sealing.open('app of a', sealed), 'GEZDGNBV');
  assert.equal(sealing.open('app of b', sealed), null);
  assert.equal(openSealing('another secret').open('app of a', sealed), null);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.equal(sealing.open('app of a', changed), null, `byte ${at}`);
  }
  assert.equal(sealing.open('app of a', randomBytes(10)), null);
  assert.notDeepEqual(sealing.hash('a', 'x'), openSealing('another secret').hash('a', 'x'));
  assert.notDeepEqual(sealing.hash('a', 'x'), sealing.hash('b', 'x'));
});
