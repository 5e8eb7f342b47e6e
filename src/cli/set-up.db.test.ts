import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../test/database.ts';
import type { Ran } from '../../test/run-redress.ts';
import { productFolder } from '../config.ts';

const database = await testDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-set-up-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function redress(words: readonly string[], more: Record<string, string> = {}): Promise<Ran> {
  const env = {
    ...{ PATH: process.env['PATH'], REDRESS_DATA: folder, REDRESS_DEMO: 'off' },
    ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, ...more },
  };
  return new Promise(resolve => {
    execFile(process.execPath, [path.join(productFolder, 'src/main.ts'), ...words], { env }, (error, out, printed) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: printed }),
    );
  });
}

const add = (changes: Record<string, string> = {}, more: Record<string, string> = {}) => {
  const given = {
    policy: 'magna',
    slug: 'alder',
    name: 'Alder & Ash Homes',
    'admin-name': 'Ada Moss',
    'admin-email': 'Ada@Example.org',
  };
  const words = Object.entries({ ...given, ...changes }).flatMap(([name, value]) => [`--${name}`, value]);
  return redress(['landlord', 'add', ...words], more);
};

test('a landlord, its first administrator and one link are made from the terminal; there is no password anywhere', async () => {
  const { code, out, error } = await add({}, { REDRESS_URL: 'https://complaints.example.org/' });
  assert.equal(code, 0, error);
  assert.match(out, /^https:\/\/complaints\.example\.org\/invitation\/[A-Za-z0-9_-]{43}\n$/);
  assert.match(error, /good for 7 days/);
  const { rows } = await database.admin.query(
    `select l.slug, l.demonstration, p.name, p.email, r.role, n.name as signs_in, a.person_id as account
     from landlord l join person p using (landlord_id) join person_role r using (landlord_id, person_id)
     join sign_in_name n using (landlord_id, person_id) left join account a using (landlord_id, person_id)`,
  );
  assert.deepEqual(rows, [
    {
      ...{ slug: 'alder', demonstration: false, name: 'Ada Moss', email: 'ada@example.org' },
      ...{ role: 'redress:administrator', signs_in: 'ada@example.org', account: null },
    },
  ]);
  const token = out.trim().split('/').at(-1) ?? '';
  const kept = await database.admin.query(
    `select from invitation where encode(token_hash, 'escape') like '%' || $1 || '%'`,
    [token],
  );
  assert.equal(kept.rowCount, 0, 'the token itself is kept nowhere');
});

test('what is wrong with it is one sentence, and nothing is made', async () => {
  const wrong = [
    [{ policy: 'code-2024' }, /expected the pack of a landlord: mag\w+ or mag\w+\./],
    [{ policy: 'nonesuch' }, /expected the pack of a landlord/],
    [{ slug: 'Alder Homes' }, /small letters, digits and hyphens/],
    [{ slug: 'alder' }, /There is a landlord "alder" here already/],
    [{ slug: 'ash', 'admin-email': 'nobody' }, /such as name@example\.org/],
    [{ slug: 'ash' }, /signs in with this email address already/],
    [{ slug: 'ash', 'admin-email': 'b@example.org', name: ' ' }, /--name/],
  ] as const;
  for (const [changes, why] of wrong) {
    const { code, out, error } = await add(changes);
    assert.equal(code, 1, JSON.stringify(changes));
    assert.equal(out, '');
    assert.match(error, why);
    assert.equal(error.trim().split('\n').length, 1, error);
  }
  assert.equal((await database.admin.query('select from landlord')).rowCount, 1);
});

test('a fresh link takes the place of the one before, for somebody who works there', async () => {
  const links = async () =>
    (await database.admin.query(`select encode(token_hash, 'hex') as hash from invitation`)).rows;
  const before = await links();
  const { code, out } = await redress(['person', 'invite', '--landlord', 'alder', '--email', ' ADA@example.org ']);
  assert.equal(code, 0);
  assert.match(out, /^http:\/\/127\.0\.0\.1:7373\/invitation\/[A-Za-z0-9_-]{43}\n$/);
  const now = await links();
  assert.equal(now.length, 1);
  assert.notDeepEqual(now, before);
  assert.match(
    (await redress(['person', 'invite', '--landlord', 'ash', '--email', 'a@b.c'])).error,
    /no landlord "ash"/,
  );
  assert.match(
    (await redress(['person', 'invite', '--landlord', 'alder', '--email', 'a@b.c'])).error,
    /Nobody at "alder"/,
  );
});

test('a real landlord is never put beside the demonstration', async () => {
  await database.admin.query('update landlord set demonstration = true');
  const { code, error } = await add({ slug: 'ash', 'admin-email': 'b@example.org' });
  assert.equal(code, 1);
  assert.match(error, /holds the demonstration.*REDRESS_DEMO=off/);
  assert.match(
    (await redress(['person', 'invite', '--landlord', 'alder', '--email', 'ada@example.org'])).error,
    /nobody is invited/,
  );
});
