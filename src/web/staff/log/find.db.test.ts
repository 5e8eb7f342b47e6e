import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { staffSite } from '../../../../test/staff-site.ts';
import { formFields, type Visitor } from '../../../../test/staff-visitor.ts';
import { importAtOnce } from '../../../application/imports/apply.ts';
import { filled, page, referenceIn } from './filled.fixture.ts';

const site = await staffSite();
const { landlordId } = site.magna;
const officer = () => site.as(site.magna.person('complaints-adviser'));

async function bring(kind: 'homes' | 'people', ...lines: readonly string[]): Promise<void> {
  async function* bytes(): AsyncGenerator<Buffer> {
    yield Buffer.from(lines.join('\n'));
  }
  const who = { landlordId, actor: 'machine:command-line' };
  const outcome = await importAtOnce(site.app, who, { kind, name: 'a.csv', bytes: bytes() }, randomUUID());
  assert.ok(outcome.kind === 'applied' && outcome.run.rejected === 0);
}

await bring(
  'homes',
  'uprn,address,postcode,tenure,relevant_stock,building',
  '1001,"14 Larch Court, Testington",ZZ1 4LC,social rent,yes,LARCH',
  '1002,"15 Larch Court, Testington",ZZ1 4LC,leasehold,no,LARCH',
);
await bring(
  'people',
  'person_reference,name,email,phone,uprn',
  'R1,Mrs Amaka Okonkwo,amaka@example.org,07700 900123,1001',
);

const row = async (reference: string) =>
  (
    await site.database.admin.query(
      `select c.complainant_id, c.complainant_name, h.uprn, e.body_json ->> 'tenure' as tenure, e.body_json ->> 'relevantStock' as stock
       from case_index c left join home h on h.home_id = c.home_id
       join event e on e.case_id = c.case_id and e.type = 'ComplaintLogged' where c.reference = $1`,
      [reference],
    )
  ).rows[0];

const resident = async () =>
  (await site.database.admin.query(`select resident_id from resident where person_reference = 'R1'`)).rows[0]
    .resident_id;

/** Looks for somebody with the form half filled in, and presses the button of the first that is found. */
async function chosen(visitor: Visitor, sought: string, typed: Record<string, string> = {}) {
  const looked = await visitor.post(page, { ...typed, find: sought, look: '1' });
  assert.equal(looked.status, 200, looked.text.slice(0, 300));
  const [, value = ''] = /name="use" value="([^"]*)"/.exec(looked.html) ?? assert.fail(looked.text.slice(0, 800));
  return visitor.send(page, { ...formFields(looked.html), use: value });
}

test('[R68] somebody who is known is found while logging, and their home gives tenure and stock as they are then', async () => {
  const visitor = await officer();
  const words = 'The lift has been out for a week. 😀';
  const form = await chosen(visitor, 'okonkwo', { words, 'at-risk': 'no' });
  const fields = formFields(form.html);
  assert.deepEqual(
    [fields['words'], fields['name'], fields['phone'], fields['email'], fields['address'], fields['postcode']],
    [words, 'Mrs Amaka Okonkwo', '07700 900123', 'amaka@example.org', '14 Larch Court, Testington, ZZ1 4LC', 'ZZ1 4LC'],
  );
  assert.match(
    form.text,
    /Mrs Amaka Okonkwo, 14 Larch Court, Testington, ZZ1 4LC · social rent · counts for the satisfaction measures · building LARCH/,
  );
  const { address: _a, postcode: _p, name: _n, phone: _f, email: _e, ...rest } = filled;
  const answer = await visitor.send(page, { ...fields, ...rest });
  assert.equal(answer.status, 303, answer.text);
  const logged = await row(referenceIn(answer.location ?? ''));
  assert.deepEqual(
    [logged.complainant_id, logged.complainant_name, logged.uprn, logged.tenure, logged.stock],
    [await resident(), 'Mrs Amaka Okonkwo', '1001', 'social rent', 'true'],
  );
});

test('[MAG-21] a second complaint of somebody found finds the first, as the same person', async () => {
  const visitor = await officer();
  const form = await chosen(visitor, 'okonkwo larch');
  const { address: _a, postcode: _p, name: _n, phone: _f, email: _e, ...rest } = filled;
  const asked = await visitor.send(page, { ...formFields(form.html), ...rest, phone: '01632 960999' });
  assert.equal(asked.status, 200);
  assert.match(asked.text, /The same person/);
  const answer = await visitor.send(page, formFields(asked.html));
  assert.equal(answer.status, 303, answer.text);
  const reference = referenceIn(answer.location ?? '');
  assert.equal((await row(reference)).complainant_id, await resident());
  assert.match((await visitor.get(`/cases/${reference}/people`)).text, /01632 960999/);
});

test('a home is found without anybody in it; another address typed afterwards is another home', async () => {
  const visitor = await officer();
  const form = await chosen(visitor, '15 larch');
  const { address: _a, postcode: _p, ...rest } = filled;
  const one = await visitor.send(page, {
    ...formFields(form.html),
    ...rest,
    name: 'Ms Hana Suzuki',
    phone: '01632 960701',
  });
  assert.equal((await row(referenceIn(one.location ?? ''))).tenure, 'leasehold');
  const other = {
    ...rest,
    name: 'Mr Peter Zzyzx',
    phone: '01632 960702',
    address: '99 Elsewhere Lane',
    postcode: 'ZZ9 9ZZ',
  };
  const two = await visitor.send(page, { ...formFields((await chosen(visitor, '15 larch')).html), ...other });
  assert.deepEqual([two.status, (await row(referenceIn(two.location ?? ''))).uprn], [303, null]);
});

test('who was chosen is let go of again, and what was typed stays', async () => {
  const visitor = await officer();
  const form = await chosen(visitor, 'okonkwo', { words: 'Keep me' });
  const back = await visitor.send(page, { ...formFields(form.html), 'let-go': '1' });
  const fields = formFields(back.html);
  assert.deepEqual([fields['words'], fields['name'], fields['resident']], ['Keep me', 'Mrs Amaka Okonkwo', undefined]);
});

test('Enter in the box looks, and never logs; nobody found is said, and nothing is lost', async () => {
  const visitor = await officer();
  const answer = await visitor.post(page, { ...filled, find: 'zzzzzz' });
  assert.equal(answer.status, 200);
  assert.match(answer.text, /Nobody and no home is known for “zzzzzz”/);
  assert.equal(formFields(answer.html)['words'], filled['words']);
  const logged = await visitor.send(page, { ...formFields(answer.html) });
  assert.equal(logged.status, 303, 'what was looked for once is not looked for again');
});

test('an id that nobody has, or that is none, finds nobody and is never a fault', async () => {
  const visitor = await officer();
  for (const use of ['person:x', `person:${randomUUID()}`, 'home:', '%', 'home:1:2'])
    assert.equal((await visitor.post(page, { ...filled, use })).status, 200);
  assert.equal((await visitor.post(page, { ...filled, name: 'Bad Id', resident: 'x', home: "'--" })).status, 422);
  const unknown = await visitor.post(page, {
    ...filled,
    name: 'Un Known',
    phone: '01632 960703',
    resident: randomUUID(),
    home: randomUUID(),
    address: '1 Unheard Of',
  });
  assert.equal(unknown.status, 303, unknown.text.slice(0, 300));
});

test('the list that the script asks for has the same buttons, and is for whoever may log', async () => {
  const visitor = await officer();
  const list = await visitor.get('/known?q=okonkwo');
  assert.equal(list.status, 200);
  assert.match(list.html, /<button class="rd-finder__result" name="use" value="person:/);
  assert.equal((await visitor.get('/known?q=ok')).html, '');
  assert.equal((await visitor.get('/known')).html, '');
  const board = await site.as(site.magna.person('strategic-board'));
  assert.equal((await board.get('/known?q=okonkwo')).status, 404);
  const other = await site.as(site.magenta.person('complaint-resolution-officer'));
  assert.doesNotMatch((await other.get('/known?q=okonkwo')).html, /Okonkwo,|rd-finder__result/);
});
