import assert from 'node:assert/strict';
import { test } from 'node:test';
import { administratorRole } from './administrator.ts';
import {
  believedEmail,
  claimedGroups,
  claimedName,
  mayUseOwnAccount,
  type ProviderSettings,
  rolesFromGroups,
  wrongClaim,
} from './provider.ts';

const settings: ProviderSettings = {
  name: 'Example',
  issuer: 'https://id.example.org',
  clientId: 'redress',
  scopes: [],
  claimsFrom: 'id-token',
  requiredClaims: {},
  emailDomains: ['example.org'],
  people: 'invited',
  roles: null,
  ownAccounts: true,
  emergencyPersonId: null,
};

test('an address is believed only where it was verified, and only of a domain that the landlord named', () => {
  const email = 'Ada@Example.org';
  assert.equal(believedEmail(settings, { email, email_verified: true }), 'ada@example.org');
  assert.equal(believedEmail(settings, { email, xms_edov: true }), 'ada@example.org');
  assert.equal(believedEmail(settings, { email, xms_edov: '1' }), 'ada@example.org');
  const unbelieved = [
    { email },
    { email, email_verified: false, xms_edov: true },
    { email, email_verified: 'true' },
    { email, xms_edov: false },
    { email: 'ada@example.org.evil.net', email_verified: true },
    { email: 'ada@evilexample.org', email_verified: true },
    { email: 'ada@evil.net, x@example.org', email_verified: true },
    { email: ['ada@example.org'], email_verified: true },
    { preferred_username: email, upn: email, email_verified: true },
  ];
  for (const claims of unbelieved) assert.equal(believedEmail(settings, claims), null, JSON.stringify(claims));
  assert.equal(believedEmail({ ...settings, emailDomains: [] }, { email, email_verified: true }), null);
});

test('a claim that must be something is compared exactly', () => {
  const required = { ...settings, requiredClaims: { tid: 'one', hd: 'example.org' } };
  assert.equal(wrongClaim(required, { tid: 'one', hd: 'example.org' }), null);
  assert.equal(wrongClaim(required, { tid: 'one' }), 'hd');
  assert.equal(wrongClaim(required, { tid: ['one'], hd: 'example.org' }), 'tid');
  assert.equal(wrongClaim(settings, {}), null);
});

test('groups are a list, one text, none, or too many to be told', () => {
  assert.deepEqual(claimedGroups({ groups: ['a', 'b', 3, null] }, 'groups'), { kind: 'groups', groups: ['a', 'b'] });
  assert.deepEqual(claimedGroups({ roles: 'a' }, 'roles'), { kind: 'groups', groups: ['a'] });
  assert.deepEqual(claimedGroups({}, 'groups'), { kind: 'groups', groups: [] });
  assert.deepEqual(claimedGroups({ _claim_names: { groups: 'src1' } }, 'groups'), { kind: 'too-many' });
  assert.deepEqual(claimedGroups({ _claim_names: { groups: 'src1' }, roles: ['a'] }, 'roles').kind, 'groups');
});

test('groups make roles and take them away; a role that no group makes stays as it was given here', () => {
  const roles = { claim: 'groups', groups: { officer: ['g1', 'g2'], lead: ['g3'], [administratorRole]: ['g9'] } };
  const many = { onlyAdministrator: false };
  assert.deepEqual(rolesFromGroups(roles, ['g2', 'g3', 'other'], [], many), ['lead', 'officer']);
  assert.deepEqual(rolesFromGroups(roles, ['g1'], ['lead', 'panel'], many), ['officer', 'panel']);
  assert.deepEqual(rolesFromGroups(roles, [], ['lead', administratorRole], many), []);
});

test('the only administrator stays one, whatever the groups say', () => {
  const roles = { claim: 'groups', groups: { [administratorRole]: ['g9'] } };
  assert.deepEqual(rolesFromGroups(roles, [], [administratorRole], { onlyAdministrator: true }), [administratorRole]);
  assert.deepEqual(rolesFromGroups(roles, [], ['x'], { onlyAdministrator: true }), ['x']);
});

test('where accounts of Redress are switched off, the one for emergencies still has theirs', () => {
  const off = { ...settings, ownAccounts: false, emergencyPersonId: 'ada' };
  assert.equal(mayUseOwnAccount(null, 'bea'), true);
  assert.equal(mayUseOwnAccount(settings, 'bea'), true);
  assert.equal(mayUseOwnAccount(off, 'bea'), false);
  assert.equal(mayUseOwnAccount(off, 'ada'), true);
});

test('a name is plain text of a sensible length, or none', () => {
  assert.equal(claimedName({ name: ' Ada \n Moss ' }), 'Ada Moss');
  for (const name of [undefined, 3, '', '\u0000', 'x'.repeat(201)]) assert.equal(claimedName({ name }), null);
});
