import assert from 'node:assert/strict';
import test from 'node:test';
import { dayFields, happened, officersOf } from '../../../../test/act-forms.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import type { Fields } from '../../../../test/staff-visitor.ts';
import { rebuildEverything } from '../../../application/rebuild.ts';
import { judged as judgedBy, logged, referenceIn, told, written as writtenBy } from './told.fixture.ts';

const site = await staffSite();
const { officer, other, lead } = officersOf(site.magenta);
const colleague = site.magenta.person('colleague');
const written = (more: Fields = {}, by = colleague) => writtenBy(site, by, more);
const judged = (contact: string, fields: Fields, by = officer) => judgedBy(site, by, contact, fields);

test('[R69][MGL-13] anybody writes down what they were told; it waits in the queue with its age and day, counted', async () => {
  const contact = await written({ name: 'Ada Queue' });
  const visitor = await site.as(lead);
  const queue = await visitor.get('/contacts');
  assert.match(queue.text, /Ada Queue.*14 Larch Court.*The lift is off again.*Phone.*since today.*due tomorrow/);
  assert.match(queue.html, /rd-nav__count">\d+<span class="govuk-visually-hidden"> waiting/);
  assert.match((await visitor.get('/my-work')).text, /\d+ to triage/);
  assert.ok(queue.html.includes(contact));
  const own = await (await site.as(colleague)).get('/contacts');
  assert.match(own.text, /Ada Queue/);
  assert.doesNotMatch((await (await site.as(site.magenta.person('colleague', 1))).get('/contacts')).text, /Ada Queue/);
});

test('[MAG-12][MGL-03][R61] what it hints at is shown with the words, and what a complaint is beside it; nothing is chosen', async () => {
  const contact = await written({ words: 'Mould everywhere, I am fed up and he hits me', name: 'Bea Hint' });
  const page = await (await site.as(officer)).get(contact);
  assert.match(page.text, /They sound dissatisfied: “fed up”/);
  assert.match(page.text, /There may be a danger in the home: “Mould”/);
  assert.match(page.text, /Somebody may be in danger: “hits me”.*call 999/);
  assert.match(page.text, /What is a complaint\?.*does not have to be called a complaint/);
  assert.doesNotMatch(page.html, /name="outcome"[^>]*checked/);
});

test('[MAG-12][R3][R80] judged a complaint, the log form opens filled in; both know each other, and the words are kept once', async () => {
  const words = 'Nobody came. Third time!';
  const needs = { needs: ['large-print'], 'need-details': 'Size 18' };
  const contact = await written({
    ...{ name: 'Cy Complaint', words, 'first-told': 'earlier', 'told-to': 'contractor', ...needs },
    ...dayFields('received', '2026-11-02'),
  });
  const sent = await judged(contact, { outcome: 'complaint' }, lead);
  assert.match(sent.location ?? '', /^\/complaints\/new\?contact=/);
  const visitor = await site.as(lead);
  const form = await visitor.form(sent.location ?? '');
  assert.deepEqual(
    [
      form['words'],
      form['name'],
      form['relationship'],
      form['channel'],
      form['postcode'],
      form['received-day'],
      form['told-to'],
      form['need-details'],
      form['at-risk'],
    ],
    [words, 'Cy Complaint', 'tenant', 'phone', 'ZZ1 4LC', '2', 'contractor', 'Size 18', 'no'],
  );
  const sentIn = await visitor.send('/complaints/new', {
    ...form,
    words: 'Something else',
    category: 'property-condition',
    'service-area': 'repairs',
  });
  assert.match(sentIn.location ?? '', /\/do\/assign\?stage=1$/, sentIn.text.slice(0, 400));
  const reference = referenceIn(sentIn.location);
  const [received] = await happened(site, reference);
  assert.equal(received?.occurredOn, '2026-11-02');
  const page = await visitor.get(`/cases/${reference}`);
  assert.ok(page.html.includes(contact) && page.text.includes(words), 'the case shows the contact and its words');
  assert.match((await visitor.get(contact)).text, new RegExp(`became the complaint ${reference}`));
  const { rows } = await site.database.admin.query('select count(*)::int as n from personal_text where value = $1', [
    words,
  ]);
  assert.equal(rows[0].n, 1);
  assert.match((await visitor.get(`/cases?q=${encodeURIComponent('third time')}`)).html, new RegExp(reference));
  const people = await site.database.admin.query(
    'select c.complainant_id = r.person_id as same, c.home_id is not null as home from case_index c join contact k on k.became_case = c.case_id join record_index r on r.record_id = k.record_id where c.reference = $1',
    [reference],
  );
  assert.deepEqual(people.rows, [{ same: true, home: true }]);
});

test('[MAG-14][MGL-03] dissatisfaction is offered a complaint in a record of its own; about a request it is a complaint', async () => {
  const contact = await written({ name: 'Di Unhappy' });
  const about = await judged(contact, { outcome: 'dissatisfaction', request: 'yes' });
  assert.equal(about.status, 422);
  assert.match(about.text, /is a complaint: nothing has to be offered/);
  const sent = await judged(contact, { outcome: 'dissatisfaction', request: 'no' });
  assert.match(sent.location ?? '', /^\/dissatisfaction\/records\/.*done=told/);
  const record = await (await site.as(officer)).get(sent.location ?? '');
  assert.match(record.text, /Di Unhappy.*The lift is off again.*Offer the choice to complain/);
  const again = await judged(contact, { outcome: 'not-ours', other: 'The council' });
  assert.equal(again.status, 422);
});

test('[MGL-34] without a name it is feedback: no clock, and counted by service and what is behind it', async () => {
  const contact = await written({ name: '', phone: '', relationship: '', words: 'The bins overflow' });
  const sent = await judged(contact, { outcome: 'feedback', 'feedback-kind': 'anonymous', 'service-area': 'repairs' });
  assert.equal(sent.status, 303, sent.text.slice(0, 400));
  const owed = await site.database.admin.query(
    'select kind from obligation where case_id = $1 and discharged_on is null and lapsed_on is null',
    [contact.split('/').at(-1)],
  );
  assert.deepEqual(owed.rows, []);
  const page = await (await site.as(officer)).get('/feedback');
  assert.match(page.text, /1 without a name/);
  assert.match(page.text, /Service: Repairs.*How many: 1/);
  assert.match((await (await site.as(officer)).get('/feedback?kind=anonymous')).text, /The bins overflow/);
  assert.equal((await (await site.as(colleague)).get('/feedback')).status, 403);
});

test('[MGL-02] praise is recorded, thanked for and passed on to whom it is about, and counted', async () => {
  const contact = await written({ name: 'Eve Praise', email: 'eve@example.org', words: 'Thank you, brilliant work' });
  await judged(contact, { outcome: 'feedback', 'feedback-kind': 'compliment', 'service-area': 'repairs' });
  const visitor = await site.as(officer);
  const page = await visitor.get(contact);
  assert.match(page.html, /It was good to hear from you on Wednesday 4 November 2026/);
  const version = /name="_version" value="(\d+)"/.exec(page.html)?.[1] ?? '';
  const thanked = await visitor.post(contact, {
    act: 'reply',
    reply: 'Hello Eve, thank you.',
    how: 'email',
    ...dayFields('replied', '2026-11-04'),
    _version: version,
  });
  assert.equal(thanked.status, 303, thanked.text.slice(0, 400));
  const passed = await visitor.post(contact, { act: 'pass-on', to: other.personId, 'passed-note': 'Well done' });
  assert.equal(passed.status, 303, passed.text.slice(0, 400));
  assert.match(
    (await visitor.get(contact)).text,
    new RegExp(`Passed on to ${other.name}.*Handed over Wednesday 4 November`),
  );
  assert.match((await visitor.get('/feedback')).text, /1 praise/);
});

test('[MAG-15][R13] a danger confirmed at the first word is on the list of whoever is on call, on top of the queue, and goes on to the complaint', async () => {
  const contact = await written({ name: 'Flo Danger', 'at-risk': 'yes', dangers: ['damp-mould', 'electrics'] });
  await written({ name: 'Gus Later' });
  const visitor = await site.as(lead);
  const queue = await visitor.get('/contacts');
  assert.ok(queue.text.indexOf('Flo Danger') < queue.text.indexOf('Ada Queue'), 'safety first');
  assert.match(queue.text, /Flo Danger Safety first/);
  const work = await visitor.get('/my-work');
  assert.match(work.text, /make it safe now.*Flo Danger/);
  assert.ok(work.html.includes(contact));
  const sent = await judged(contact, { outcome: 'complaint' }, lead);
  const form = await visitor.form(sent.location ?? '');
  assert.equal(form['at-risk'], 'yes');
  site.clock.set('2026-11-04T15:00:00.000Z');
  const sentIn = await logged(visitor, form);
  const reference = referenceIn(sentIn.location);
  const danger = (await happened(site, reference)).find(event => event.type === 'DangerReported');
  assert.match(JSON.stringify(danger), /"at":"2026-11-04T10:00:00.000Z"/, 'known since it was written down');
  assert.match((await visitor.get(contact)).text, /Followed with the complaint/);
  site.clock.set('2026-11-04T10:00:00.000Z');
});

test('what was suggested and what became of it is counted for each suggestion', async () => {
  const page = await (await site.as(officer)).get('/contacts/suggestions');
  const { rows } = await site.database.admin.query(
    "select count(*)::int as shown, (count(*) filter (where followed))::int as followed from contact_suggestion where landlord_id = $1 and hint = 'dissatisfied'",
    [site.magenta.landlordId],
  );
  assert.ok(rows[0].shown >= 2 && rows[0].followed >= 1);
  assert.match(page.text, new RegExp(`They sound dissatisfied.*?${rows[0].shown} .*?${rows[0].followed} `));
  assert.equal((await (await site.as(colleague)).get('/contacts/suggestions')).status, 404);
});

test('a second press writes it down once; what is missing is asked for with everything kept', async () => {
  const visitor = await site.as(colleague);
  const form = { ...(await visitor.form('/contacts/new')), ...told({ name: 'Ned Twice' }) };
  const [first, second] = [await visitor.send('/contacts/new', form), await visitor.send('/contacts/new', form)];
  assert.equal(first.location, second.location);
  const missing = await visitor.post('/contacts/new', told({ name: '', 'at-risk': 'yes' }));
  assert.equal(missing.status, 422);
  assert.match(missing.text, /Enter what to call them.*Choose what the danger is/s);
  assert.match(missing.html, /The lift is off again and I am fed up\./);
});

test('[R80] what somebody else decided since the form was shown is told, and not written over', async () => {
  const contact = await written({ name: 'Oz Stale' });
  const visitor = await site.as(officer);
  const form = await visitor.form(contact);
  await judged(contact, { outcome: 'data-protection' }, lead);
  const stale = await visitor.send(contact, {
    ...form,
    act: 'triage',
    outcome: 'complaint',
    reasons: 'My own reasons',
  });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Somebody else recorded something here/);
  assert.match(stale.html, /My own reasons/);
});

test('[R69] others judge what is theirs only; another landlord sees nothing', async () => {
  const contact = await written({ name: 'Pam Other' }, officer);
  for (const person of [colleague, officersOf(site.magna).lead])
    assert.equal((await (await site.as(person)).get(contact)).status, 404);
  const board = await judged(contact, { outcome: 'complaint' }, site.magenta.person('member-responsible'));
  assert.equal(board.status, 422);
  assert.match(board.text, /judged by those who handle complaints/);
});

test('[R80] the rows of contacts are what their events make of them, on rebuilding too', async () => {
  const rows = async () => {
    const parts = await Promise.all(
      ['contact', 'contact_suggestion', 'record_index'].map(table =>
        site.database.admin.query(`select row_to_json(d)::text as row from ${table} d order by 1`),
      ),
    );
    const owed = await site.database.admin.query(
      'select row_to_json(o)::text as row from obligation o join contact d on d.record_id = o.case_id order by 1',
    );
    return [...parts, owed].flatMap(part => part.rows.map(one => one.row));
  };
  const written = await rows();
  assert.ok(written.length > 30);
  await site.database.admin.query("update contact set outcome = 'feedback'; update record_index set name = 'Nobody'");
  await rebuildEverything(site.app);
  assert.deepEqual(await rows(), written);
});
