import assert from 'node:assert/strict';
import test from 'node:test';
import { staffSite } from '../../../../test/staff-site.ts';
import type { Fields, Visitor } from '../../../../test/staff-visitor.ts';
import { formFields } from '../../../../test/staff-visitor.ts';
import { household, log, page, referenceIn } from './filled.fixture.ts';

const site = await staffSite();
const officer = () => site.as(site.magna.person('complaints-adviser'));

test('[MAG-21] earlier complaints of the same person, phone or home are shown before anything is logged', async () => {
  const visitor = await officer();
  const first = household();
  const earlier = referenceIn(await log(visitor, first));
  const before = await count();
  const cases: Fields[] = [
    household({ phone: `+44${String(first['phone']).slice(1)}` }),
    household({ name: first['name'] ?? '' }),
    household({ address: String(first['address']).toUpperCase(), postcode: String(first['postcode']).toLowerCase() }),
  ];
  for (const fields of cases) {
    const shown = await visitor.post(page, fields);
    assert.equal(shown.status, 200, shown.text);
    assert.match(shown.text, /Nothing is logged yet/);
    assert.ok(shown.text.includes(earlier));
    assert.ok(shown.text.includes(String(first['words'])), 'the earlier words are shown');
  }
  assert.equal(await count(), before);
});

test('[MAG-21][R64] an earlier complaint is linked and never merged, and the same person keeps one identity', async () => {
  const visitor = await officer();
  const first = household();
  const earlier = referenceIn(await log(visitor, first));
  const asked = await visitor.post(page, household({ name: first['name'] ?? '', email: 'new@example.org' }));
  const location = await sendChoice(visitor, asked.html, earlier, 'same-person');
  const { rows } = await site.database.admin.query(
    'select reference, complainant_id, case_id from case_index where reference = any($1) order by reference = $2 desc',
    [[earlier, referenceIn(location)], earlier],
  );
  assert.equal(rows.length, 2);
  assert.equal(rows[0].complainant_id, rows[1].complainant_id);
  const linked = await site.database.admin.query(
    `select body_json ->> 'otherCaseId' as other from event where case_id = $1 and type = 'CaseLinked'`,
    [rows[1].case_id],
  );
  assert.deepEqual(linked.rows, [{ other: rows[0].case_id }]);
  assert.match((await visitor.get(`/cases/${earlier}/people`)).text, /new@example\.org/);
});

test('[R64] somebody else of the same home is linked but stays another person', async () => {
  const visitor = await officer();
  const first = household();
  const earlier = referenceIn(await log(visitor, first));
  const second = household({ address: first['address'] ?? '', postcode: first['postcode'] ?? '' });
  const asked = await visitor.post(page, second);
  const location = await sendChoice(visitor, asked.html, earlier, 'link');
  const { rows } = await site.database.admin.query(
    'select count(distinct complainant_id)::int as people, count(distinct home_id)::int as homes from case_index where reference = any($1)',
    [[earlier, referenceIn(location)]],
  );
  assert.deepEqual(rows, [{ people: 2, homes: 1 }]);
});

test('[MAG-21] two different people cannot both be the same person', async () => {
  const visitor = await officer();
  const first = household();
  await log(visitor, first);
  const second = household({ address: first['address'] ?? '', postcode: first['postcode'] ?? '' });
  await sendChoice(visitor, (await visitor.post(page, second)).html, null, 'no');
  const third = household({ address: first['address'] ?? '', postcode: first['postcode'] ?? '' });
  const asked = await visitor.post(page, third);
  const answer = await sendAll(visitor, asked.html, 'same-person');
  assert.equal(answer.status, 422);
  assert.match(answer.text, /for another person/);
});

test('[MAG-21] the way back from the earlier complaints keeps everything that was typed', async () => {
  const visitor = await officer();
  const first = household();
  await log(visitor, first);
  const asked = await visitor.post(
    page,
    household({ name: first['name'] ?? '', words: 'Keep me 😀', flags: ['minor'] }),
  );
  const back = await visitor.send(page, { ...formFields(asked.html), back: '1' });
  assert.equal(back.status, 200);
  const fields = formFields(back.html);
  assert.deepEqual([fields['words'], fields['name'], fields['flags']], ['Keep me 😀', first['name'], 'minor']);
});

test('[MAG-11] a colleague who sees only their own cases is shown no other’s complaints', async () => {
  const first = household();
  await log(await officer(), first);
  const colleague = await site.as(site.magna.person('colleague'));
  assert.equal((await colleague.post(page, { ...first })).status, 303);
});

test('another landlord’s complaints are never among the earlier ones', async () => {
  const first = household();
  await log(await officer(), first);
  const other = await site.as(site.magenta.person('complaint-resolution-officer'));
  assert.equal((await other.post(page, { ...first })).status, 303);
});

async function sendAll(visitor: Visitor, html: string, choice: string) {
  const fields = formFields(html);
  const chosen = Object.keys(fields)
    .filter(name => name.startsWith('earlier-') && name !== 'earlier-shown')
    .map(name => [name, choice]);
  return visitor.send(page, { ...fields, ...Object.fromEntries(chosen) });
}

async function sendChoice(visitor: Visitor, html: string, reference: string | null, choice: string): Promise<string> {
  const chosen = reference === null ? {} : { [`earlier-${reference}`]: choice };
  const answer = await visitor.send(page, { ...formFields(html), ...chosen });
  assert.equal(answer.status, 303, answer.text);
  return answer.location ?? '';
}

async function count(): Promise<number> {
  const { rows } = await site.database.admin.query('select count(*)::int as n from case_index');
  return rows[0].n;
}
