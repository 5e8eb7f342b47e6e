import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { startLocalProvider } from '../../test/local-provider.ts';
import type { Ran } from '../../test/run-redress.ts';
import { productFolder } from '../config.ts';

const database = await testDatabase();
const provider = await startLocalProvider(['https://complaints.example.org/sign-in/return']);
after(() => provider.stop());
const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-sign-in-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function redress(words: readonly string[]): Promise<Ran> {
  const env = {
    ...{ PATH: process.env['PATH'], REDRESS_DATA: folder, REDRESS_DEMO: 'off' },
    ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl },
    REDRESS_URL: 'https://complaints.example.org',
  };
  return new Promise(resolve => {
    execFile(process.execPath, [path.join(productFolder, 'src/main.ts'), ...words], { env }, (error, out, printed) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: printed }),
    );
  });
}

const file = path.join(folder, 'sign-in.yaml');
const settle = (text: string): Promise<Ran> => {
  writeFileSync(file, text);
  return redress(['landlord', 'sign-in', '--landlord', 'alder', '--settings', file]);
};
const good = `name: Example\nissuer: ${provider.issuer}\nclientId: redress\n`;

await redress([
  ...['landlord', 'add', '--policy', 'magna', '--slug', 'alder', '--name', 'Alder Homes'],
  ...['--admin-name', 'Ada Moss', '--admin-email', 'ada@example.org'],
]);

test('a file settles it, the secret is kept sealed, and it is switched off again', async () => {
  writeFileSync(path.join(folder, 'secret'), 'a secret of the provider\n');
  const settled = await settle(`${good}clientSecretFile: secret\n`);
  assert.equal(settled.code, 0, settled.error);
  assert.match(settled.error, /sign in with Example.*https:\/\/complaints\.example\.org\/sign-in\/return/);
  const { rows } = await database.admin.query(
    `select settings::text as settings, encode(client_secret, 'escape') as secret, actor from sign_in_provider`,
  );
  assert.equal(rows.length, 1);
  assert.ok(!`${rows[0]?.settings}${rows[0]?.secret}`.includes('a secret of the provider'));
  assert.equal(rows[0]?.actor, 'machine:command-line');
  assert.equal((await redress(['landlord', 'sign-in', '--landlord', 'alder', '--off'])).code, 0);
  const none = await redress(['landlord', 'sign-in', '--landlord', 'alder']);
  assert.equal(none.code, 1);
  assert.match(none.error, /has no sign-in provider/);
});
