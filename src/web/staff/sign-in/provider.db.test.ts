import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserThere } from '../../../../test/local-provider.ts';
import { acceptInvitation, goodPassword } from '../../../../test/newcomer.ts';
import { providerSite } from '../../../../test/provider-site.ts';
import { administratorRole } from '../../../domain/access/administrator.ts';

const site = await providerSite();
const { magna, provider } = site;
const people = [...magna.people];
const somebody = () => people.shift() ?? assert.fail('nobody is left');
const rolesOf = async (personId: string): Promise<string[]> =>
  (
    await site.database.admin.query('select role from person_role where person_id = $1 order by role', [personId])
  ).rows.map(row => row.role);
const roles = `emailDomains: [example.org]
roles: { claim: groups, groups: { complaints-adviser: [g-advisers], complaints-resolution-lead: [g-leads] } }
`;
const settle = async (lines: string): Promise<void> => {
  const { kind, lines: told } = await site.settle(lines);
  assert.equal(kind, 'done', told.join('\n'));
};

test('a link leads through the provider the first time, and from then on its button does', async () => {
  await settle('');
  const person = somebody();
  provider.people.set('s1', { name: 'Whoever', groups: [] });
  const link = await site.link('magna', person);
  const browser = site.browser();
  assert.match((await browser.get(link)).text, /Sign in with Example.*Or choose a password for Redress/);
  const there = browserThere();
  const joined = await site.through(browser, 's1', `${link}/provider`, there);
  assert.equal(joined.location, '/');
  assert.match((await browser.get('/my-work')).text, new RegExp(person.name));
  assert.match((await browser.get('/account')).text, /You come in through Example, since/);
  assert.equal((await site.browser().get(link)).status, 410, 'the link is used');
  const again = site.browser();
  assert.match((await again.get('/sign-in')).text, /Sign in with Example.*Or with a password of Redress/);
  const back = await site.through(again, 's1', '/sign-in/with/magna?back=%2Fcases', there);
  assert.equal(back.location, '/cases');
});

test('whoever nobody here knows is not let in, whatever their address says', async () => {
  const known = somebody();
  const email = site.emailOf(known);
  const claims = [
    { email },
    { email, email_verified: false },
    { email, email_verified: true },
    { preferred_username: email, name: known.name },
  ];
  for (const [at, claim] of claims.entries()) {
    provider.people.set(`x${at}`, claim);
    const answer = await site.through(site.browser(), `x${at}`);
    assert.equal(answer.status, 403, JSON.stringify(claim));
    assert.match(answer.text, /Redress does not know you yet.*Ask for a link/);
  }
});

test('a verified address of a domain that the landlord named makes a colleague known, once', async () => {
  await settle('emailDomains: [example.org]\n');
  const person = somebody();
  const email = site.emailOf(person);
  provider.people.set('unverified', { email });
  provider.people.set('first', { email: email.toUpperCase(), email_verified: true });
  provider.people.set('next', { email, email_verified: true });
  assert.equal((await site.through(site.browser(), 'unverified')).status, 403);
  assert.equal((await site.through(site.browser(), 'first')).location, '/');
  const taken = await site.through(site.browser(), 'next');
  assert.match(taken.text, /Your address is somebody else’s here/, 'an address that was given on opens nothing');
  provider.people.set('first', {});
  assert.equal((await site.through(site.browser(), 'first')).location, '/', 'from then on the address does not matter');
});

test('groups make roles at each coming in, kept as a change; without a role nobody comes in', async () => {
  await settle(roles);
  const person = somebody();
  await site.database.admin.query('delete from person_role where person_id = $1', [person.personId]);
  const email = { email: site.emailOf(person), email_verified: true };
  provider.people.set('s4', { ...email, groups: ['g-advisers', 'other'] });
  assert.equal((await site.through(site.browser(), 's4')).location, '/');
  assert.deepEqual(await rolesOf(person.personId), ['complaints-adviser']);
  provider.people.set('s4', { ...email, groups: ['g-leads'] });
  assert.equal((await site.through(site.browser(), 's4')).location, '/');
  assert.deepEqual(await rolesOf(person.personId), ['complaints-resolution-lead']);
  provider.people.set('s4', { ...email, groups: ['other'] });
  const none = await site.through(site.browser(), 's4');
  assert.match(none.text, /You have no role in Redress.*An administrator of your landlord can help/);
  assert.deepEqual(await rolesOf(person.personId), []);
  const { rows } = await site.database.admin.query(
    `select kind, actor, roles from account_change where person_id = $1 order by changed_at, change_id`,
    [person.personId],
  );
  const [actor, kind] = ['machine:sign-in-provider', 'roles-changed'];
  assert.deepEqual(rows, [
    { kind: 'identity-bound', actor: `person:${person.personId}`, roles: null },
    { kind, actor, roles: ['complaints-adviser'] },
    { kind, actor, roles: ['complaints-resolution-lead'] },
    { kind, actor, roles: [] },
  ]);
});

test('groups that the provider leaves out because they are too many change nothing, and are told', async () => {
  await settle(roles);
  const person = somebody();
  provider.people.set('s5', { email: site.emailOf(person), email_verified: true, groups: ['g-leads'] });
  assert.equal((await site.through(site.browser(), 's5')).location, '/');
  const before = await rolesOf(person.personId);
  provider.bend(({ groups: _, ...claims }) => ({ ...claims, _claim_names: { groups: 'src1' } }));
  const answer = await site.through(site.browser(), 's5');
  provider.bend(null);
  assert.match(answer.text, /You are in too many groups.*Your roles were not changed/);
  assert.deepEqual(await rolesOf(person.personId), before);
});

test('where it is settled so, whoever has a role is added, with a verified address and a name; nobody else is', async () => {
  await settle(`${roles}people: made\n`);
  const good = { email: 'Nova.Reed@example.org', email_verified: true, name: 'Nova Reed', groups: ['g-advisers'] };
  const bad = [
    [{ ...good, groups: [] }, /no role/],
    [{ ...good, email_verified: false }, /did not give your work address/],
    [{ ...good, email: 'nova@elsewhere.org' }, /did not give your work address/],
    [{ ...good, name: ' ' }, /did not give your work address/],
  ] as const;
  const many = async () => (await site.database.admin.query('select from person')).rowCount;
  const before = await many();
  for (const [at, [claims, why]] of bad.entries()) {
    provider.people.set(`n${at}`, claims);
    assert.match((await site.through(site.browser(), `n${at}`)).text, why);
  }
  assert.equal(await many(), before);
  provider.people.set('nova', good);
  const browser = site.browser();
  assert.equal((await site.through(browser, 'nova')).location, '/');
  assert.match((await browser.get('/my-work')).text, /Nova Reed Complaints adviser/);
  assert.equal(await many(), (before ?? 0) + 1);
  provider.people.set('nova2', { ...good, name: 'Nova Two' });
  assert.match((await site.through(site.browser(), 'nova2')).text, /Your address is somebody else’s/);
});

test('whoever is removed at the provider, or has left here, does not come in', async () => {
  await settle('emailDomains: [example.org]\n');
  const person = somebody();
  provider.people.set('s6', { email: site.emailOf(person), email_verified: true });
  assert.equal((await site.through(site.browser(), 's6')).location, '/');
  const claims = provider.people.get('s6') ?? {};
  provider.people.delete('s6');
  assert.match((await site.through(site.browser(), 's6')).text, /You stopped signing in/);
  provider.people.set('s6', claims);
  await site.database.admin.query(`update person set left_on = '2026-11-04' where person_id = $1`, [person.personId]);
  assert.match((await site.through(site.browser(), 's6')).text, /recorded as having left/);
});

test('passwords can be switched off, but for one administrator, who needs an account first', async () => {
  const [chief, officer] = [somebody(), somebody()];
  await site.makeAdministrator(chief);
  const lines = `ownAccounts: false\nemergencyAdministrator: ${site.emailOf(chief)}\n`;
  assert.match((await site.settle(lines)).lines.join(' '), /has no account of Redress yet/);
  const [own, other] = [await site.joined('magna', chief), await site.joined('magna', officer)];
  assert.equal((await site.settle(`ownAccounts: false\nemergencyAdministrator: ${other.email}\n`)).kind, 'refused');
  await settle(lines);
  assert.equal(await site.signIn(own.browser, own), '/', 'the one for emergencies');
  const sent = await site.browser().post('/sign-in', { email: other.email, password: goodPassword });
  assert.match(sent.text, /sign in with Example. Passwords are switched off/);
  const wrong = await site.browser().post('/sign-in', { email: other.email, password: 'not the password' });
  assert.match(wrong.text, /The email address or the password is not right/, 'which tells strangers nothing');
  const link = await site.link('magna', officer);
  const page = await site.browser().get(link);
  assert.doesNotMatch(page.html, /type="password"/);
  const made = await site.browser().send(link, { password: goodPassword });
  assert.equal(made.status, 403);
  assert.equal((await site.browser().get(`${link}/app`)).location, link);
});

test('a person’s other way in is replaced when a link is used, and a leaver has none', async () => {
  await settle('');
  const person = somebody();
  const own = await site.joined('magna', person);
  provider.people.set('s12', {});
  const link = await site.link('magna', person);
  const there = await site.through(site.browser(), 's12', `${link}/provider`);
  assert.equal(there.location, '/');
  assert.equal((await own.browser.get('/my-work')).status, 303, 'the earlier session has ended');
  assert.equal(await site.signIn(own.browser, own), null);
  const taken = await site.through(site.browser(), 's12', `${await site.link('magna', somebody())}/provider`);
  assert.match(taken.text, /somebody else’s here/);
  await acceptInvitation(site.browser(), await site.link('magna', person), site.now());
  assert.match((await site.through(site.browser(), 's12')).text, /does not know you yet/);
});

test('the only administrator stays one; another landlord’s people and addresses are not there', async () => {
  await site.database.admin.query('delete from person_role where role = $1', [administratorRole]);
  const person = magna.people[0] ?? assert.fail();
  await site.makeAdministrator(person);
  await settle(
    `emailDomains: [example.org]\nroles: { claim: groups, groups: { '${administratorRole}': [g-admin] } }\n`,
  );
  provider.people.set('admin', { groups: [] });
  await site.through(site.browser(), 'admin', `${await site.link('magna', person)}/provider`);
  assert.ok((await rolesOf(person.personId)).includes(administratorRole));
  const second = magna.people[1] ?? assert.fail();
  await site.makeAdministrator(second);
  await site.through(site.browser(), 'admin');
  assert.ok(!(await rolesOf(person.personId)).includes(administratorRole));
  assert.match((await site.browser().get('/sign-in')).text, /Sign in with Example/);
  assert.equal((await site.browser().get('/sign-in/with/magenta')).status, 404);
});
