import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountSite } from '../../../../test/account-site.ts';
import { acceptInvitation, goodPassword, linkOn } from '../../../../test/newcomer.ts';
import { administratorRole } from '../../../domain/access/administrator.ts';

const site = await accountSite();
const { magna, magenta } = site;
const [chief, second, third, fourth] = magna.people;
assert.ok(chief && second && third && fourth);
await site.makeAdministrator(chief);
const admin = await site.joined('magna', chief);
const bea = {
  name: 'Bea Cole',
  email: 'Bea.Cole@example.org',
  'job-title': 'Adviser',
  team: 'Complaints',
  roles: 'complaints-adviser',
};

const idOf = async (name: string): Promise<string> =>
  (await site.database.admin.query('select person_id from person where name = $1', [name])).rows[0]?.person_id;

const rowsOf = async (table: string, personId: string): Promise<number | null> =>
  (await site.database.admin.query(`select from ${table} where person_id = $1`, [personId])).rowCount;

test('only an administrator sees and changes people, and the role shows no complaint', async () => {
  const officer = await site.as(second);
  for (const url of ['/people', '/people/new', `/people/${third.personId}`, `/people/${third.personId}/roles`])
    assert.equal((await officer.get(url)).status, 403, url);
  const { _csrf = '' } = await officer.form('/my-work');
  for (const act of ['roles', 'invite', 'left'])
    assert.equal((await officer.send(`/people/${third.personId}/${act}`, { _csrf })).status, 403);
  assert.doesNotMatch((await officer.get('/my-work')).html, /href="\/people"/);
  assert.match((await admin.browser.get('/my-work')).html, /href="\/people"/);
  const lead = magna.person('complaints-resolution-lead');
  const { reference } = await site.logged(lead);
  await site.database.admin.query('delete from person_role where person_id = $1 and role <> $2', [
    chief.personId,
    administratorRole,
  ]);
  assert.equal((await admin.browser.get(`/cases/${reference}`)).status, 404);
  assert.equal((await admin.browser.get('/people')).status, 200);
});

test('somebody is added with a link that is shown once, comes in, and stands in the list', async () => {
  const added = await admin.browser.post('/people/new', bea);
  assert.equal(added.status, 200, added.text.slice(0, 500));
  assert.match((await admin.browser.get('/people')).text, /Bea Cole .*bea\.cole@example\.org .*Invited .*Never/);
  const browser = site.browser();
  await acceptInvitation(browser, linkOn(added.html), site.now());
  assert.match((await browser.get('/my-work')).text, /Bea Cole Adviser/);
  assert.match((await admin.browser.get('/people')).text, /Bea Cole .*Has an account/);
  const page = await admin.browser.get(`/people/${await idOf('Bea Cole')}`);
  assert.match(page.text, /a password was chosen and an app set up \(Bea Cole\)/);
  assert.match(page.text, new RegExp(`added, with the roles: Complaints adviser \\(${chief.name}\\)`));
});

test('a second press adds nobody, and an address that is taken is told at its field', async () => {
  const page = await admin.browser.get('/people/new');
  const hidden = Object.fromEntries(
    [...page.html.matchAll(/name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value ?? '']),
  );
  const carl = { ...hidden, name: 'Carl Dent', email: 'carl@example.org' };
  assert.equal((await admin.browser.send('/people/new', carl)).status, 200);
  assert.match((await admin.browser.send('/people/new', carl)).location ?? '', /^\/people\/[0-9a-f-]{36}$/);
  const again = await admin.browser.post('/people/new', { name: 'Carla Dent', email: 'CARL@example.org' });
  assert.equal(again.status, 422);
  assert.match(again.html, /<a href="#email">Somebody with this email address works here already/);
  assert.match(again.html, /value="Carla Dent"/);
  const { rows } = await site.database.admin.query(`select name from person where name like 'Carl%'`);
  assert.deepEqual(rows, [{ name: 'Carl Dent' }]);
});

test('another landlord’s people are not there, and their addresses are taken', async () => {
  const [theirs] = magenta.people;
  assert.ok(theirs);
  for (const act of ['', '/roles', '/invite', '/left']) {
    assert.equal((await admin.browser.get(`/people/${theirs.personId}${act}`)).status, 404);
    if (act === '') continue;
    const { html } = await admin.browser.get('/people/new');
    const _csrf = /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
    assert.equal((await admin.browser.send(`/people/${theirs.personId}${act}`, { _csrf })).status, 404);
  }
  await site.database.admin.query('insert into sign_in_name values ($1, $2, $3)', [
    'there@example.org',
    theirs.landlordId,
    theirs.personId,
  ]);
  const answer = await admin.browser.post('/people/new', { name: 'Eve Ford', email: 'there@example.org' });
  assert.match(answer.text, /Somebody signs in with this email address already/);
  assert.equal((await site.database.admin.query(`select from person where name = 'Eve Ford'`)).rowCount, 0);
});

test('roles are changed from the next page on, and an administrator cannot take their own away', async () => {
  const who = await site.as(third);
  assert.equal((await who.get('/people')).status, 403);
  const url = `/people/${third.personId}/roles`;
  assert.match((await admin.browser.get(url)).html, new RegExp(`value="${third.roles[0]}" checked`));
  assert.equal((await admin.browser.post(url, { roles: ['colleague', administratorRole] })).status, 303);
  assert.equal((await who.get('/people')).status, 200);
  assert.equal((await admin.browser.post(url, { roles: ['colleague', 'colleague'] })).status, 303);
  assert.equal((await who.get('/people')).status, 403);
  const own = await admin.browser.post(`/people/${chief.personId}/roles`, { roles: 'colleague' });
  assert.equal(own.status, 422);
  assert.match(own.text, /cannot take away your own role/);
  const invented = await admin.browser.post(url, { roles: 'king' });
  assert.equal(invented.status, 422);
});

test('whoever leaves is out at once: sessions, password, links', async () => {
  const who = await site.joined('magna', fourth);
  const link = await site.link('magna', fourth);
  const url = `/people/${fourth.personId}/left`;
  assert.equal((await admin.browser.post(url, {})).location, `/people/${fourth.personId}?done=left`);
  assert.equal((await who.browser.get('/my-work')).status, 303);
  for (const table of ['session', 'account', 'recovery_code', 'known_device']) {
    assert.equal(await rowsOf(table, fourth.personId), 0, `nothing that proves them is kept: ${table}`);
  }
  assert.equal(await site.signIn(who.browser, who), null);
  assert.equal((await site.browser().get(link)).status, 410);
  assert.match((await admin.browser.post(`/people/${fourth.personId}/invite`, {})).text, /They have left/);
  assert.match((await admin.browser.get('/people')).text, /Who has left .*Left 4 Nov 2026/);
  await site.signIn(admin.browser, admin);
  const self = await admin.browser.post(`/people/${chief.personId}/left`, {});
  assert.match(self.text, /cannot record that you have left yourself/);
});

test('what is grave asks for a proof after ten minutes, and keeps what was typed', async () => {
  await site.signIn(admin.browser, admin);
  site.wait(600);
  const asked = await admin.browser.post('/people/new', {
    name: 'Fay Gunn',
    email: 'fay@example.org',
    roles: 'colleague',
  });
  assert.equal(asked.status, 422);
  assert.match(asked.html, /<a href="#proof">Enter your password, or a code/);
  assert.match(asked.html, /value="Fay Gunn"/);
  assert.match(asked.html, /value="colleague" checked/);
  for (const act of ['roles', 'invite', 'left'])
    assert.equal((await admin.browser.post(`/people/${second.personId}/${act}`, {})).status, 422, act);
  const proof = { name: 'Fay Gunn', email: 'fay@example.org', proof: goodPassword };
  assert.equal((await admin.browser.post('/people/new', proof)).status, 200);
  assert.doesNotMatch((await admin.browser.get('/people/new')).html, /name="proof"/, 'for ten minutes from then');
});

test('bad input of every field is a sentence and kept; nobody is made of it', async () => {
  await site.signIn(admin.browser, admin);
  const many = async () => (await site.database.admin.query('select count(*)::int as n from person')).rows[0]?.n;
  const before = await many();
  const good = {
    name: 'Gil Hart',
    email: 'gil@example.org',
    'job-title': '',
    team: '',
    manager: '',
    roles: 'colleague',
  };
  const bad = [
    { name: '' },
    { name: '\u0000 ' },
    { name: 'x'.repeat(100_000) },
    { email: '' },
    { email: 'nobody' },
    { email: `${'x'.repeat(300)}@example.org` },
    { 'job-title': 'x'.repeat(100_000) },
    { team: 'x'.repeat(100_000) },
    { manager: 'x' },
    { manager: magenta.people[0]?.personId ?? '' },
    { roles: 'king' },
    { roles: ['colleague', 'colleague', "'; --"] },
  ];
  for (const change of bad) {
    const answer = await admin.browser.post('/people/new', { ...good, ...change });
    assert.equal(answer.status, 422, JSON.stringify(change).slice(0, 60));
    assert.match(answer.html, /govuk-error-summary/);
  }
  assert.equal(await many(), before);
  const wild = await admin.browser.post('/people/new', { ...good, name: 'שלום <script>alert(1)</script> \u202eمرحبا' });
  assert.equal(wild.status, 200);
  assert.ok(!wild.html.includes('<script>alert'));
});
