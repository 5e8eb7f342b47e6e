import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountSite } from '../../../../test/account-site.ts';
import { goodPassword } from '../../../../test/newcomer.ts';

const site = await accountSite();
const { magna, magenta } = site;
const [chief, second, third] = magna.people;
assert.ok(chief && second && third);
await site.makeAdministrator(chief);
const admin = await site.joined('magna', chief);
const url = ({ personId }: { personId: string }): string => `/people/${personId}/details`;
const row = async (personId: string) =>
  (
    await site.database.admin.query(
      'select name, email, job_title, team, manager_id from person where person_id = $1',
      [personId],
    )
  ).rows[0];

test('another name stands everywhere from then on; that it was changed is kept with who did it, and not what it was', async () => {
  const was = second.name;
  const page = await admin.browser.get(url(second));
  assert.match(page.html, new RegExp(`name="name"[^>]*value="${was}"`));
  const sent = await admin.browser.post(url(second), { name: 'Alex Rowan', team: 'Homes', manager: third.personId });
  assert.equal(sent.location, `/people/${second.personId}?done=details`);
  const shown = await admin.browser.get(`/people/${second.personId}`);
  assert.match(shown.text, /Alex Rowan .*Team Homes .*Manager/);
  assert.match(shown.text, new RegExp(`changed: name, team, manager \\(${chief.name}\\)`));
  assert.ok(!shown.text.includes(was));
  assert.match((await (await site.as(second)).get('/my-work')).text, /Alex Rowan/);
  const { rows } = await site.database.admin.query(`select account_change::text as all from account_change`);
  assert.ok(rows.every(one => !one.all.includes(was)));
});

test('nothing is kept where nothing was changed', async () => {
  const many = async () => (await site.database.admin.query('select from account_change')).rowCount;
  const before = await many();
  assert.equal((await admin.browser.post(url(third), {})).status, 303);
  assert.equal(await many(), before);
});

test('with another address they sign in with it, and the one before is free again', async () => {
  const who = await site.joined('magna', third);
  assert.equal((await admin.browser.post(url(third), { email: ' New.Address@example.org' })).status, 303);
  assert.equal(await site.signIn(site.browser(), who), null, 'the old one opens nothing');
  assert.equal(await site.signIn(site.browser(), { ...who, email: 'new.address@example.org' }), '/');
  assert.equal((await who.browser.get('/account')).status, 200, 'whoever is in stays in');
  await site.signIn(admin.browser, admin);
  const added = await admin.browser.post('/people/new', { name: 'Eve Ford', email: who.email });
  assert.equal(added.status, 200, added.text.slice(0, 300));
});

test('an address of a colleague or of somebody at another landlord is refused, and nothing else is changed', async () => {
  const [theirs] = magenta.people;
  assert.ok(theirs);
  await site.database.admin.query('insert into sign_in_name values ($1, $2, $3)', [
    ...['over@there.org', theirs.landlordId, theirs.personId],
  ]);
  const before = await row(second.personId);
  for (const email of [site.emailOf(chief), 'over@there.org']) {
    const answer = await admin.browser.post(url(second), { name: 'Other', email });
    assert.equal(answer.status, 422, email);
    assert.match(answer.html, /<a href="#email">Somebody/);
    assert.match(answer.html, /value="Other"/);
  }
  assert.deepEqual(await row(second.personId), before);
});

test('bad input of every field is a sentence and kept; a line of managers has no circle', async () => {
  const before = await row(chief.personId);
  const bad = [
    ...[{ name: '' }, { name: '\u0000 ' }, { name: 'x'.repeat(100_000) }],
    ...[{ email: '' }, { email: 'nobody' }, { email: `${'x'.repeat(300)}@example.org` }],
    ...[{ 'job-title': 'x'.repeat(100_000) }, { team: 'x'.repeat(100_000) }],
    ...[{ manager: 'x' }, { manager: chief.personId }, { manager: magenta.people[0]?.personId ?? '' }],
  ];
  for (const change of bad) {
    const answer = await admin.browser.post(url(chief), change);
    assert.equal(answer.status, 422, JSON.stringify(change).slice(0, 60));
    assert.match(answer.html, /govuk-error-summary/);
  }
  assert.deepEqual(await row(chief.personId), before);
  assert.equal((await admin.browser.post(url(second), { manager: chief.personId })).status, 303);
  const round = await admin.browser.post(url(chief), { manager: second.personId });
  assert.match(round.text, /Alex Rowan reports to them/);
});

test('it is for administrators, asks for a proof after ten minutes, and not for whoever has left or is elsewhere', async () => {
  const officer = await site.as(second);
  assert.equal((await officer.get(url(chief))).status, 403);
  assert.equal((await admin.browser.get(url(magenta.people[0] ?? chief))).status, 404);
  site.wait(700);
  const asked = await admin.browser.post(url(second), { name: 'Kept Name' });
  assert.equal(asked.status, 422);
  assert.match(asked.html, /<a href="#proof">/);
  assert.match(asked.html, /value="Kept Name"/);
  const proof = await admin.browser.post(url(second), { proof: goodPassword });
  assert.equal(proof.status, 303);
  await admin.browser.post(`/people/${second.personId}/left`, {});
  assert.match((await admin.browser.post(url(second), { name: 'Late' })).text, /They have left/);
});
