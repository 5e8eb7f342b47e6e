import assert from 'node:assert/strict';
import test from 'node:test';
import { dayFields, happened, officersOf } from '../../../../test/act-forms.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { changeCalendar } from '../../../application/change-calendar.ts';
import { rebuildEverything } from '../../../application/rebuild.ts';

const site = await staffSite();
const { officer, other, lead } = officersOf(site.magenta);
const colleague = site.magenta.person('colleague');

const told = (more: Record<string, string> = {}): Record<string, string> => ({
  words: 'I am fed up with the state of the stairs.',
  name: 'Amaka Okonkwo',
  phone: '01632 960123',
  email: 'amaka@example.org',
  source: 'contact',
  channel: 'phone',
  'told-to': 'staff',
  ...dayFields('told', '2026-11-02'),
  request: 'no',
  offer: 'not-offered',
  ...more,
});

async function recorded(more: Record<string, string> = {}, by = officer): Promise<string> {
  const answer = await (await site.as(by)).post('/dissatisfaction/new', told(more));
  assert.equal(answer.status, 303, answer.text);
  return answer.location ?? '';
}

const place = (location: string): string => location.split('?')[0] ?? '';

test('[MGL-03] the list is found from the log form, for everybody, and from the queue', async () => {
  for (const [who, page] of [
    [colleague, '/complaints/new'],
    [lead, '/unassigned'],
  ] as const)
    assert.match((await (await site.as(who)).get(page)).html, /href="\/dissatisfaction"/, page);
});

test('[MGL-03] it is recorded, stands in My work until it is offered, and in the list meanwhile', async () => {
  const location = await recorded();
  assert.match(location, /^\/dissatisfaction\/records\/.*done=told/);
  const visitor = await site.as(officer);
  const work = await visitor.get('/my-work');
  assert.match(work.text, /Offer the choice to complain.*MGL-03.*Amaka Okonkwo.*No complaint yet/);
  assert.ok(work.html.includes(place(location)));
  assert.match((await visitor.get('/dissatisfaction')).text, /Amaka Okonkwo.*Not offered yet.*1 working day late/);
  assert.match((await visitor.get(location)).text, /fed up with the state of the stairs.*What is owed now/);
});

test('[MGL-03][R3] a yes leads to the log form filled in, and the complaint was received when it was first told', async () => {
  const location = place(await recorded({ offer: 'no-answer' }));
  const visitor = await site.as(officer);
  const yes = await visitor.post(location, { answer: 'yes', channel: 'phone', ...dayFields('on', '2026-11-04') });
  assert.match(yes.location ?? '', /^\/complaints\/new\?dissatisfaction=/);
  const filled = await visitor.form(yes.location ?? '');
  assert.equal(filled['words'], 'I am fed up with the state of the stairs.');
  assert.deepEqual([filled['received-day'], filled['first-told']], ['2', 'earlier']);
  const rest = { relationship: 'tenant', category: 'property-condition', 'service-area': 'repairs', 'at-risk': 'no' };
  const late = { ...filled, ...rest, ...dayFields('received', '2026-11-03') };
  const refused = await visitor.send('/complaints/new', late);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /after the day they first told us that they were dissatisfied/);
  const logged = await visitor.send('/complaints/new', { ...filled, ...rest, ...dayFields('received', '2026-11-02') });
  assert.equal(logged.status, 303, logged.text);
  const reference = /\/cases\/([^?]+)/.exec(logged.location ?? '')?.[1] ?? '';
  const [received] = await happened(site, reference);
  assert.equal(received?.occurredOn, '2026-11-02');
  const page = await visitor.get(location);
  assert.match(page.text, new RegExp(`became the complaint ${reference}`));
  assert.match((await visitor.get('/dissatisfaction?show=settled')).html, new RegExp(reference));
});

test('[MGL-03] a no is followed in writing, and stays in My work until that was handed over', async () => {
  const location = place(await recorded({ offer: 'no', name: 'Bola Nowell' }));
  const visitor = await site.as(officer);
  assert.match((await visitor.get('/my-work')).text, /Tell them in writing how to complain later.*Bola Nowell/);
  const page = await visitor.get(location);
  assert.match(page.html, /You can do so later/);
  const sent = await visitor.post(location, { act: 'confirm' });
  assert.match(sent.location ?? '', /done=confirm/);
  assert.doesNotMatch((await visitor.get('/my-work')).text, /Bola Nowell/);
  assert.match((await visitor.get(`${location}?change=1`)).text, /Do they want to complain\?/);
});

test('[MGL-03][MAG-14] about how a request was dealt with: the log form, filled in and nothing recorded beside it', async () => {
  const answer = await (await site.as(officer)).post(
    '/dissatisfaction/new',
    told({ request: 'yes', name: 'Cy Request' }),
  );
  assert.equal(answer.status, 200);
  assert.match(answer.text, /This is a complaint.*Log a complaint|Log a complaint.*This is a complaint/);
  assert.match(answer.html, /value="Cy Request"/);
  assert.doesNotMatch((await (await site.as(officer)).get('/dissatisfaction')).text, /Cy Request/);
});

test('[MGL-09] an answer to a survey carries the offer', async () => {
  const location = await recorded({ source: 'survey', channel: 'web', name: 'Dee Survey' });
  assert.match(
    (await (await site.as(officer)).get(location)).text,
    /In an answer to a survey.*MGL-09|MGL-09.*In an answer to a survey/,
  );
});

test('[MGL-03][R69] colleagues see what they recorded, the complaints team all of it, another landlord nothing', async () => {
  const location = place(await recorded({ name: 'Eve Own' }, colleague));
  for (const person of [colleague, lead, other])
    assert.equal((await (await site.as(person)).get(location)).status, 200);
  assert.match((await (await site.as(colleague)).get('/my-work')).text, /Eve Own/);
  assert.doesNotMatch((await (await site.as(colleague)).get('/dissatisfaction')).text, /Dee Survey/);
  for (const person of [site.magenta.person('colleague', 1), officersOf(site.magna).lead])
    assert.equal((await (await site.as(person)).get(location)).status, 404);
});

test('a second press of the button records it once; what is missing is asked for with everything kept', async () => {
  const visitor = await site.as(officer);
  const form = { ...(await visitor.form('/dissatisfaction/new')), ...told({ name: 'Fay Twice' }) };
  const [first, second] = [
    await visitor.send('/dissatisfaction/new', form),
    await visitor.send('/dissatisfaction/new', form),
  ];
  assert.equal(first.location, second.location);
  const missing = await visitor.post('/dissatisfaction/new', told({ phone: '', email: '', name: 'Gil Missing' }));
  assert.equal(missing.status, 422);
  assert.match(missing.text, /Give a phone number or an email address/);
  assert.match(missing.html, /value="Gil Missing"/);
});

test('[R80] what somebody else recorded since the form was shown is told, and not written over', async () => {
  const location = place(await recorded({ name: 'Ivo Stale' }));
  const visitor = await site.as(officer);
  const form = await visitor.form(location);
  const answer = { channel: 'phone', ...dayFields('on', '2026-11-04') };
  const elsewhere = await (await site.as(lead)).post(location, { answer: 'no', ...answer });
  assert.equal(elsewhere.status, 303, elsewhere.text);
  const stale = await visitor.send(location, { ...form, answer: 'no-answer', words: 'Rang twice', ...answer });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Somebody else recorded something here.*They do not want to complain now/);
  assert.match(stale.html, /value="Rang twice"/, 'what was typed is kept');
  const other = await visitor.send(location, { ...form, answer: 'yes', ...answer });
  assert.equal(other.status, 409, 'a yes would have written over the no');
});

test('two at the same moment are decided one after the other, each on what the other made of it', async () => {
  const location = place(await recorded({ name: 'Jo Both' }));
  const [first, second] = await Promise.all([site.as(officer), site.as(lead)]);
  const answer = { answer: 'no-answer', channel: 'phone', ...dayFields('on', '2026-11-04') };
  const forms = await Promise.all([first.form(location), second.form(location)]);
  const sent = await Promise.all([
    first.send(location, { ...forms[0], ...answer }),
    second.send(location, { ...forms[1], ...answer }),
  ]);
  assert.deepEqual(sent.map(one => one.status).toSorted(), [303, 409]);
});

test('[R80] the rows of the records are what their events make of them, on rebuilding too', async () => {
  const rows = async () => {
    const own = await site.database.admin.query(
      'select row_to_json(d)::text as row from dissatisfaction d order by record_id',
    );
    const owed = await site.database.admin.query(
      'select row_to_json(o)::text as row from obligation o join dissatisfaction d on d.record_id = o.case_id order by 1',
    );
    return [...own.rows, ...owed.rows].map(one => one.row);
  };
  const written = await rows();
  assert.ok(written.length > 10);
  await site.database.admin.query("update dissatisfaction set name = 'Somebody else', settled_on = null");
  await rebuildEverything(site.app);
  assert.deepEqual(await rows(), written);
});

test('[R11][MGL-03] a new holiday moves what is owed on a record, as rebuilding does', async () => {
  const location = place(await recorded({ offer: 'no', name: 'Hana Holiday', ...dayFields('told', '2026-11-04') }));
  const recordId = location.split('/').at(-1);
  const due = async () => {
    const found = await site.database.admin.query(
      `select due_on::text as due from obligation where case_id = $1 and obligation_id = 'confirm-route'`,
      [recordId],
    );
    return found.rows[0]?.due;
  };
  assert.equal(await due(), '2026-11-11');
  const change = { kind: 'add', date: '2026-11-09', title: 'Day of mourning' } as const;
  const ask = { change, reason: 'Proclaimed', revisionSeen: 0, commandId: crypto.randomUUID() };
  assert.equal((await changeCalendar(site.app, lead, ask)).kind, 'done');
  assert.equal(await due(), '2026-11-12');
});

test('[MAG-07][MGL-03] a sample of the “no” answers is looked at again by somebody else; one that was a complaint is logged', async () => {
  const places: string[] = [];
  for (let many = 0; many < 40 && places.length < 2; many += 1) {
    const location = place(await recorded({ offer: 'no', name: `Uma Sample ${many}` }));
    const visitor = await site.as(officer);
    await visitor.post(location, { act: 'confirm' });
    const { rows } = await site.database.admin.query(
      'select sampled_on is not null as sampled from dissatisfaction where record_id = $1',
      [location.split('/').at(-1)],
    );
    if (rows[0].sampled) places.push(location);
    else assert.doesNotMatch((await (await site.as(lead)).get(location)).text, /Look at their “no” again/);
  }
  const [first = assert.fail('none of forty is in the sample'), second = assert.fail('only one of forty is')] = places;
  assert.doesNotMatch((await (await site.as(officer)).get(first)).text, /Look at their “no” again/, 'not their own');
  const visitor = await site.as(lead);
  // Others of this file may be in the sample as well: which they are is for nobody to choose.
  const { rows } = await site.database.admin.query(
    'select count(*)::int as many from dissatisfaction where sampled_on is not null',
  );
  const many: number = rows[0].many;
  const shown = async () => (await visitor.get('/dissatisfaction?show=sample')).text;
  assert.match(await shown(), new RegExp(`20 have their answer.*${many} to look at, 0 looked at`));
  assert.equal(
    (await visitor.post(first, { act: 'review', verdict: 'agreed', 'review-note': 'Asked twice' })).status,
    303,
  );
  const found = await visitor.post(second, {
    act: 'review',
    verdict: 'complaint',
    'review-note': 'It was about a repair',
  });
  assert.match(found.location ?? '', /complaints\/new\?dissatisfaction=/);
  assert.match(await shown(), new RegExp(`${many - 2} to look at, 2 looked at, of which 1 should have been`));
  assert.match((await visitor.get(second)).html, /href="\/complaints\/new\?dissatisfaction=/);
});
