import assert from 'node:assert/strict';
import { test } from 'node:test';
import { providerSite } from '../../../../test/provider-site.ts';
import { sayProvider, settleFromFile, switchProviderOff } from './settle.ts';

const site = await providerSite();
const { app, provider } = site;
const returnTo = 'http://localhost/sign-in/return';
const secretsKept = async () =>
  (await site.database.admin.query('select revision from sign_in_provider where client_secret is not null')).rows;

test('what is settled can be shown without the secret; of earlier revisions no secret is kept', async () => {
  assert.equal((await site.settle('')).kind, 'done');
  assert.equal((await site.settle('people: invited\n')).kind, 'done');
  assert.deepEqual(await secretsKept(), [{ revision: 2 }]);
  const shown = await sayProvider(app, 'magna', returnTo);
  assert.equal(shown.kind, 'done');
  assert.match(shown.lines.join('\n'), /"issuer": "http:\/\/127\.0\.0\.1/);
  assert.ok(!shown.lines.join('\n').includes(provider.clientSecret));
  assert.equal((await switchProviderOff(app, 'magna')).kind, 'done');
  assert.equal((await switchProviderOff(app, 'magna')).kind, 'refused');
  assert.deepEqual(await secretsKept(), []);
  assert.doesNotMatch((await site.browser().get('/sign-in')).text, /Sign in with/);
});

test('what is wrong is told with its place, all at once, and nothing is changed', async () => {
  const nobodyThere = 'ownAccounts: false\nemergencyAdministrator: bob@example.org\n';
  const wrong = [
    ['clientId: ""\nunknown: 1\n', {}, /sign-in\.yaml:5/],
    ['people: some\nunknown: 1\n', {}, /:5:9: people.*one of: invited, made.*unknown.*no such key/s],
    ['', { issuer: 'http://elsewhere.org' }, /:2:9: issuer.*https:/],
    ['', { issuer: 'https://login.microsoftonline.com/common/v2.0' }, /your own tenant/],
    ['', { issuer: 'http://127.0.0.1:1' }, /does not answer.*Nothing was changed/],
    ['', { secret: '' }, /The secret is missing/],
    ['people: made\n', {}, /roles beside it.*emailDomains beside it/s],
    ['ownAccounts: false\n', {}, /emergencyAdministrator beside it/],
    [nobodyThere, {}, /nobody with that address works here/],
    ['roles: { claim: groups, groups: { king: [a] } }\n', {}, /names "king"; the roles are .*redress:administrator/],
    ['clientSecretFile: nowhere\n', {}, /ENOENT/],
  ] as const;
  const many = async () => (await site.database.admin.query('select from sign_in_provider')).rowCount;
  const before = await many();
  for (const [lines, changes, why] of wrong) {
    const { kind, lines: told } = await site.settle(lines, changes);
    assert.equal(kind, 'refused', lines);
    assert.match(told.join('\n'), why);
  }
  const elsewhere = { slug: 'nobody', file: 'x', secret: undefined };
  assert.match((await settleFromFile(app, elsewhere, returnTo)).lines.join(), /no landlord "nobody"/);
  assert.equal(await many(), before);
});
