import assert from 'node:assert/strict';
import test from 'node:test';
import { staffSite } from '../../../../test/staff-site.ts';
import type { Fields } from '../../../../test/staff-visitor.ts';
import { formFields } from '../../../../test/staff-visitor.ts';
import { household, log, page, referenceIn } from './filled.fixture.ts';

const site = await staffSite();
const officer = () => site.as(site.magna.person('complaints-adviser'));

test('[MAG-28][MGL-17] a complaint is logged from the form and opens with what to do next', async () => {
  for (const landlord of [site.magna, site.magenta]) {
    const visitor = await site.as(landlord.person('colleague'));
    const location = await log(visitor, household());
    assert.match(location, /^\/cases\/\w{4}-\w{4}-\w\?done=log$/);
    const shown = await visitor.get(location);
    assert.equal(shown.status, 200);
    assert.match(shown.text, /Complaint logged/);
    assert.match(shown.text, /acknowledgement/i);
  }
});

test('[R80] the resident’s words are kept as they were, right-to-left, emoji and markup included', async () => {
  const visitor = await officer();
  const words = 'لا أحد يجيب 😡\n<script>alert(1)</script> & "quotes"\n  two  spaces';
  const location = await log(visitor, household({ words }));
  const shown = await visitor.get(location);
  assert.ok(!shown.html.includes('<script>alert(1)'));
  const { rows } = await site.database.admin.query(
    `select value from personal_text t join case_index c on c.case_id = t.subject
     where c.reference = $1 and class = 'complaint'`,
    [referenceIn(location)],
  );
  assert.equal(rows[0].value, words);
});

test('[MAG-12][MGL-03] what a complaint is stands beside the form, and the word is not needed', async () => {
  const magna = await (await officer()).get(page);
  const magenta = await (await site.as(site.magenta.person('colleague'))).get(page);
  assert.match(magna.text, /What is a complaint\?.*need not call it a complaint.*MAG-12/);
  assert.match(magenta.text, /What is a complaint\?.*does not have to be called a complaint.*MGL-03/);
  assert.equal((await (await officer()).post(page, household({ words: 'The lift is off again.' }))).status, 303);
});

test('[MAG-01][MGL-12][MAG-04] who may complain and how are the landlord’s own lists', async () => {
  const shown = await (await officer()).get(page);
  for (const words of ['Former customer', 'Member of the public', 'Through a councillor or MP', 'Social media'])
    assert.ok(shown.text.includes(words), words);
  const answer = await (await officer()).post(page, household({ relationship: 'public', address: '', postcode: '' }));
  assert.equal(answer.status, 303);
});

test('[R3] the complaint is received on the day anybody was first told, and the dates count from there', async () => {
  const visitor = await officer();
  const told = { 'first-told': 'earlier', 'received-day': '23', 'received-month': '10', 'received-year': '2026' };
  const location = await log(visitor, household({ ...told, 'told-to': 'contractor' }));
  const { rows } = await site.database.admin.query(
    `select received_on::text, logged_on::text from case_index where reference = $1`,
    [referenceIn(location)],
  );
  assert.deepEqual([rows[0].received_on, rows[0].logged_on], ['2026-10-23', '2026-11-04']);
  assert.match((await visitor.get(location)).text, /late/);
});

test('[MAG-15] somebody at risk puts the complaint first', async () => {
  const location = await log(await officer(), household({ 'at-risk': 'yes' }));
  const { rows } = await site.database.admin.query('select priority from case_index where reference = $1', [
    referenceIn(location),
  ]);
  assert.equal(rows[0].priority, true);
});

test('[MAG-03][R22] whoever complains for somebody is a person of their own, and authority is asked for', async () => {
  const visitor = await officer();
  const location = await log(visitor, household({ 'rep-name': 'Ms Speaker', 'rep-email': 'Speaker@Example.org' }));
  assert.match((await visitor.get(location)).text, /ask for their authority/i);
  const seen = household({
    'rep-name': 'Ms Speaker',
    'rep-authority': 'seen',
    'rep-evidence': 'Signed letter of 1 May',
  });
  assert.doesNotMatch((await visitor.get(await log(visitor, seen))).text, /ask for their authority/i);
  const unsaid = await visitor.post(page, household({ 'rep-name': 'Ms Speaker', 'rep-authority': 'seen' }));
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.text, /Say what shows the authority/);
});

test('[MAG-06][MAG-30] needs and people complained of are kept with it', async () => {
  const visitor = await officer();
  const about = site.magna.person('complaints-adviser', 1);
  const fields = household({
    needs: ['large-print', 'hearing'],
    'need-details': '16 point',
    'about-1': about.personId,
  });
  const location = await log(visitor, fields);
  const shown = await visitor.get(location);
  assert.match(shown.text, /Large print.*Hearing/);
  assert.match(
    (await visitor.get(`/cases/${referenceIn(location)}/people`)).text,
    new RegExp(`Complained of ${about.name}`),
  );
});

test('whoever may not log is told so before they type, and nothing is logged if they send it all the same', async () => {
  const chief = await site.as(site.magna.person('chief-executive'));
  const shown = await chief.get(page);
  assert.match(shown.text, /You may not log a complaint/);
  assert.ok(!shown.html.includes('name="words"'));
  const before = await count();
  const { _csrf = '' } = await chief.form('/my-work');
  const sent = await chief.send(page, { _csrf, ...household({ words: 'Typed all the same' }) });
  assert.equal(sent.status, 403);
  assert.equal(await count(), before);
});

test('bad answers are told where they are, with what was typed kept', async () => {
  const visitor = await officer();
  const date = (day: string, month: string, year: string) => ({
    'first-told': 'earlier',
    'told-to': 'staff',
    'received-day': day,
    'received-month': month,
    'received-year': year,
  });
  const wrong: [Fields, RegExp][] = [
    [{ words: ' ' }, /Enter what they told us/],
    [{ words: '\u0000' }, /Enter what they told us/],
    [{ name: '' }, /Enter who complains/],
    [{ name: 'n'.repeat(201) }, /Name must be 200 characters or fewer/],
    [{ words: 'w'.repeat(100_000) }, /must be 20,000 characters or fewer/],
    [{ email: 'not an address' }, /Email must be an email address/],
    [{ phone: '', email: '', address: '' }, /so that we can answer them/],
    [{ relationship: 'martian' }, /Choose who they are to us/],
    [{ channel: '' }, /Choose how they told us/],
    [{ category: '' }, /Choose what it is about/],
    [{ 'first-told': '' }, /Choose when they first told anybody/],
    [{ ...date('4', '11', '2026'), 'first-told': 'now' }, /or clear the date below it/],
    [date('31', '2', '2026'), /that month has no day 31/],
    [date('1', '5', '26'), /year of four numbers/],
    [date('5', '11', '2026'), /today or in the past/],
    [date('5', '11', '1996'), /the bank holidays before it are not known here/],
    [date('', '', ''), /Enter the day on which they first told anybody/],
    [{ ...date('1', '11', '2026'), 'told-to': '' }, /Choose whom they told first/],
    [{ 'need-details': 'Large letters' }, /Choose what kind of need it is/],
    [{ 'rep-phone': '01632 960000' }, /Enter the name of whoever complains for them/],
    [{ 'about-1': 'nobody' }, /Choose one of the answers on this page/],
  ];
  const before = await count();
  for (const [changes, sentence] of wrong) {
    const answer = await visitor.post(page, household({ 'need-details': '', contractor: 'Kept & Sons', ...changes }));
    assert.equal(answer.status, 422, `${JSON.stringify(changes).slice(0, 80)} was ${answer.status}`);
    assert.match(answer.text, sentence);
    assert.equal(formFields(answer.html)['contractor'], 'Kept & Sons');
  }
  assert.equal(await count(), before);
});

test('a NUL among the words is taken out, and a very long paste is refused without losing it', async () => {
  const visitor = await officer();
  assert.match(await log(visitor, household({ words: 'It dr\u0000ips' })), /done=log/);
  const words = 'w'.repeat(100_000);
  const answer = await visitor.post(page, household({ words }));
  assert.equal(formFields(answer.html)['words'], words);
});

test('pressing the button twice logs one complaint', async () => {
  const visitor = await officer();
  const fields = { ...(await visitor.form(page)), ...household() };
  const before = await count();
  const [one, two] = await Promise.all([visitor.send(page, fields), visitor.send(page, fields)]);
  assert.deepEqual([one.status, two.status], [303, 303]);
  assert.equal(one.location, two.location);
  assert.equal(await count(), before + 1);
});

test('pressing the button again after the first one was saved leads to that complaint, not to a second one', async () => {
  const visitor = await officer();
  const fields = { ...(await visitor.form(page)), ...household() };
  const first = await visitor.send(page, fields);
  const before = await count();
  const again = await visitor.send(page, fields);
  assert.deepEqual([again.status, again.location], [303, first.location], again.text);
  assert.equal(await count(), before);
});

test('the same form sent again with something else in it is told so, and kept', async () => {
  const visitor = await officer();
  const fields = { ...(await visitor.form(page)), ...household() };
  await visitor.send(page, fields);
  const other = household({ words: 'Something else entirely' });
  const again = await visitor.send(page, { ...fields, ...other });
  assert.equal(again.status, 409);
  assert.match(again.text, /You already sent this form/);
  assert.ok(again.html.includes('Something else entirely'));
});

test('a draft is there again after a closed browser, can be thrown away, and is gone once the complaint is logged', async () => {
  const visitor = await site.as(site.magna.person('manager'));
  const saved = await visitor.post(page, { words: 'Half a sent', name: 'Draft Person', 'save-draft': '1' });
  assert.deepEqual([saved.status, saved.location], [303, page]);
  const again = await visitor.get(page);
  assert.match(again.text, /typed and not logged yet/);
  assert.equal(formFields(again.html)['words'], 'Half a sent');
  await visitor.post(page, { 'start-afresh': '1' });
  assert.equal((await visitor.form(page))['words'], '');
  await visitor.post(page, { words: 'Another', 'save-draft': '1' });
  await log(visitor, household());
  assert.equal((await visitor.form(page))['words'], '');
});

test('a form without its seal is refused', async () => {
  const visitor = await officer();
  assert.equal((await visitor.send(page, household())).status, 403);
});

async function count(): Promise<number> {
  const { rows } = await site.database.admin.query('select count(*)::int as n from case_index');
  return rows[0].n;
}
