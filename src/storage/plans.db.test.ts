import assert from 'node:assert/strict';
import test from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { manyCases } from '../../test/many-cases.ts';
import { assertIndexed, planOf, plansInside } from '../../test/plans.ts';

const database = await testDatabase();
const landlordId = await database.addLandlord();
await manyCases(database, landlordId, 6000);
await manyCases(database, await database.addLandlord(), 2000);

const person = '00000000-0000-0000-0000-000000000010';
const open = 'discharged_on is null and lapsed_on is null';

test('my work comes out of its index in order, first page and next', async () => {
  for (const [owner, index, value] of [
    ['owner_person', /obligation_open(_by_person)?/, person],
    ['owner_team', /obligation_open(_by_team)?/, 'complaints'],
  ] as const) {
    const page = `select o.obligation_id, c.reference, c.complainant_name from obligation o
       join case_index c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
       where o.landlord_id = $1 and o.${owner} = $2 and o.${open.replace('lapsed', 'o.lapsed')}
         and (o.due_order, o.case_id, o.obligation_id) > ($3, $4::uuid, $5)
       order by o.due_order, o.case_id, o.obligation_id limit 50`;
    const values = [landlordId, value, '2026-03-02T23:59:59.999', person, 'respond:1'];
    assertIndexed(await planOf(database, landlordId, page, values), index);
  }
});

test('all cases come out in every order they can be put in, without sorting', async () => {
  const orders: readonly [string, string, RegExp][] = [
    ['next_due_order', '2026-03-02', /case_index_by_due/],
    ['received_on', '2025-03-02', /case_index_by_received/],
    ['sort_name', 'okafor', /case_index_by_name/],
    ['reference', 'ABCDEFGH', /case_index_landlord_id_reference_key/],
    ['changed_at', '2026-03-02T00:00:00Z', /case_index_by_changed/],
  ];
  for (const [column, from, index] of orders) {
    const page = `select * from case_index where landlord_id = $1 and (${column}, case_id) > ($2, $3::uuid)
       order by ${column}, case_id limit 50`;
    const plan = await planOf(database, landlordId, page, [landlordId, from, person]);
    if (column === 'reference') assertIndexed(plan, index, 'may-sort');
    else assertIndexed(plan, index);
    const text = plan.join('\n');
    assert.match(text, new RegExp(`Index Cond:.*${column}`), text);
  }
});

test("a handler's, a category's and the open cases, and the unassigned, have indexes of their own", async () => {
  const lists: readonly [string, string, RegExp][] = [
    [`handler_id = '${person}'`, 'next_due_order', /case_index_by_handler/],
    [`category = 'category-3'`, 'next_due_order', /case_index_by_category/],
    ['handler_id is null and closed_on is null', 'received_on', /case_index_unassigned/],
    ['closed_on is null', 'next_due_order', /case_index_not_closed|case_index_by_due/],
    [`complainant_id = '${person}'`, 'received_on', /case_index_by_complainant/],
    [`home_id = '${person}'`, 'received_on', /case_index_by_home/],
  ];
  for (const [filter, order, index] of lists) {
    const page = `select * from case_index where landlord_id = $1 and ${filter} order by ${order}, case_id limit 50`;
    assertIndexed(await planOf(database, landlordId, page, [landlordId]), index, 'may-sort');
  }
});

test('the indicators of a month are counted from an index', async () => {
  const count = `select kind, stage, count(*), count(*) filter (where discharged_on <= due_on) from obligation
    where landlord_id = $1 and fell_due_month = $2 and kind in ('acknowledge', 'respond') and lapsed_on is null
    group by kind, stage`;
  assertIndexed(
    await planOf(database, landlordId, count, [landlordId, '2025-03-01']),
    /obligation_by_month/,
    'may-sort',
  );
});

test('searching uses the GIN indexes in spite of row-level security', async () => {
  const searches: readonly [string, RegExp][] = [
    [`select * from search_by_look('7c4b Str', 20)`, /Bitmap Index Scan on search_text_by_look/],
    [`select * from search_by_likeness('strete', 20)`, /Bitmap Index Scan on search_text_by_look/],
    [`select * from search_by_words('mouldy "4099"', 20)`, /Bitmap Index Scan on search_text_by_words/],
  ];
  for (const [search, index] of searches) {
    const plans = await plansInside(database, landlordId, search);
    assert.match(plans, index, plans);
    assert.doesNotMatch(plans, /Seq Scan/, plans);
  }
});
