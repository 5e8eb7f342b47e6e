import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { manyCases } from '../../../test/many-cases.ts';
import { planOf } from '../../../test/plans.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { readInLandlord } from '../../storage/landlord-transaction.ts';
import {
  type CasePage,
  casePage,
  casesInBatches,
  countCases,
  countQuery,
  type From,
  type ListOf,
  listQuery,
} from './all-cases.ts';
import { caseOrders, type Sorting, usualOrder } from './case-order.ts';
import { type CaseSelection, caseStateFilters, dueFilters, everything } from './case-selection.ts';
import type { DutySelection } from './duty-results.ts';

const database = await testDatabase();
const landlordId = await database.addLandlord();
await manyCases(database, landlordId, 24_000);
await manyCases(database, await database.addLandlord(), 500);

const handler = '00000000-0000-0000-0000-000000000010';
const today = '2026-03-20';
const all: Scope = { kind: 'all', personId: randomUUIDv7(), roles: [] };
// Somebody who logged a dozen complaints, and sees no others.
const colleague = '00000000-0000-0000-0000-0000000000cc';
await database.admin.query(
  `update case_index set logged_by = $1 where (landlord_id, case_id) in
     (select landlord_id, case_id from case_index where landlord_id = $2 order by case_id limit 12)`,
  [colleague, landlordId],
);
await database.admin.query(
  `insert into case_viewer (landlord_id, case_id, person_id, next_due_order)
   select landlord_id, case_id, logged_by, next_due_order from case_index where logged_by = $1`,
  [colleague],
);
// A month in which few of all cases fell due, as in a landlord's seventh year.
await database.admin.query(
  `update obligation set due_on = '2022-03-10', first_due_on = '2022-03-10' where (landlord_id, case_id) in
     (select landlord_id, case_id from case_index where landlord_id = $1 order by case_id desc limit 40)`,
  [landlordId],
);
await database.admin.query('analyze case_index; analyze obligation; analyze case_viewer');
const own: Scope = { kind: 'own', personId: colleague, roles: [] };
const duty: DutySelection = {
  duty: 'respond',
  stage: 1,
  by: 'extended',
  month: '2022-03-01',
  months: 1,
  result: 'missed',
};

const selections: [string, CaseSelection][] = [
  ['everything', everything],
  ...caseStateFilters.map(state => [state, { ...everything, state }] as [string, CaseSelection]),
  ...dueFilters.map(due => [due, { ...everything, due }] as [string, CaseSelection]),
  ['a stage', { ...everything, stage: 2 }],
  ['a handler', { ...everything, handler }],
  ['nobody', { ...everything, handler: 'nobody' }],
  ['a category', { ...everything, category: 'category-3' }],
  ['a cause', { ...everything, cause: 'cause-3' }],
  ['needs', { ...everything, needs: true }],
  ['a duty', { ...everything, duty }],
  ['a duty without extension', { ...everything, duty: { ...duty, by: 'original', result: 'counted' } }],
  ['an acknowledgement', { ...everything, duty: { ...duty, duty: 'acknowledge', result: 'met' } }],
  ['words', { ...everything, sought: 'damp' }],
  ['a name among the late of a category', { ...everything, sought: 'person 7', due: 'late', category: 'category-3' }],
  ['a telephone number', { ...everything, sought: '01632 960123' }],
];

const list = (selection: CaseSelection, scope: Scope = all): ListOf => ({ landlordId, scope, selection, today });

test('no list, count or download reads a table from end to end, whatever is chosen and however it is ordered', async () => {
  for (const [name, selection] of selections) {
    for (const scope of [all, own]) {
      const of = list(selection, scope);
      const place = { value: '2026-03-02', caseId: handler };
      const queries = [
        countQuery(of).compile(database.app.kysely),
        ...caseOrders
          .filter(by => by !== 'match' || selection.sought !== '')
          .flatMap(by => [null, { ...place, value: by === 'match' ? '1.5' : place.value }].map(from => ({ by, from })))
          .map(({ by, from }) => listQuery(of, usualOrder(by), from, 51).compile(database.app.kysely)),
      ];
      for (const query of queries) {
        const plan = (await planOf(database, landlordId, query.sql, query.parameters)).join('\n');
        // The people who work for a landlord are a handful, and read as a whole.
        assert.doesNotMatch(
          plan.replaceAll(/Seq Scan on person p/g, ''),
          /Seq Scan/,
          `${name}, ${scope.kind}:\n${plan}`,
        );
      }
    }
  }
});

test('a page in any order comes out of an index, in either direction', async () => {
  for (const by of ['due', 'received', 'name', 'changed'] as const) {
    for (const descending of [false, true]) {
      const query = listQuery(list(everything), { by, descending }, null, 51).compile(database.app.kysely);
      const plan = (await planOf(database, landlordId, query.sql, query.parameters)).join('\n');
      assert.doesNotMatch(plan, /Sort Key/, plan);
      assert.match(plan, new RegExp(`case_index_by_${by}`), plan);
    }
  }
});

test('a page of somebody’s own cases is read off their index, and costs no more however many they have had', async () => {
  const busy: Scope = { kind: 'own', personId: handler, roles: [] };
  for (const descending of [false, true]) {
    for (const from of [null, { value: '2026-03-02', caseId: handler }]) {
      const query = listQuery(list(everything, busy), { by: 'due', descending }, from, 51).compile(database.app.kysely);
      const plan = (await planOf(database, landlordId, query.sql, query.parameters)).join('\n');
      assert.doesNotMatch(plan, /Sort Key/, plan);
      assert.match(plan, /case_viewer_by_due/, plan);
    }
  }
  const count = countQuery(list(everything, busy)).compile(database.app.kysely);
  const plan = (await planOf(database, landlordId, count.sql, count.parameters)).join('\n');
  assert.doesNotMatch(plan, /Seq Scan/, plan);
  assert.match(plan, /case_viewer_by_due.*case_index_pkey/s, plan);
});

test('[R68] the cases of one cause come out of an index of their own, soonest due first', async () => {
  const query = listQuery(list({ ...everything, cause: 'cause-3' }), usualOrder('due'), null, 51);
  const { sql, parameters } = query.compile(database.app.kysely);
  const plan = (await planOf(database, landlordId, sql, parameters)).join('\n');
  assert.match(plan, /case_index_by_cause/, plan);
  assert.doesNotMatch(plan, /Sort Key/, plan);
});

async function everyPage(of: ListOf, sorting: Sorting): Promise<string[][]> {
  const pages: string[][] = [];
  let from: From = null;
  do {
    const start: From = from;
    const page: CasePage = await readInLandlord(database.app, landlordId, tx => casePage(tx, of, sorting, start));
    pages.push(page.rows.map(row => row.caseId));
    from = page.next === null ? null : { way: 'on', place: page.next };
  } while (from !== null);
  return pages;
}

test('the pages of a list hold every case once, in order, and lead back the way they came', async () => {
  const of = list({ ...everything, category: 'category-3' });
  for (const by of ['due', 'received', 'name', 'changed'] as const) {
    for (const descending of [false, true]) {
      const pages = await everyPage(of, { by, descending });
      const seen = pages.flat();
      assert.equal(seen.length, 2000);
      assert.equal(new Set(seen).size, 2000);
      const [first, second] = pages;
      const page = await readInLandlord(database.app, landlordId, tx => casePage(tx, of, { by, descending }, null));
      assert.equal(page.before, null, 'nothing comes before the first page');
      assert.ok(page.next !== null);
      const place = page.next;
      const next = await readInLandlord(database.app, landlordId, tx =>
        casePage(tx, of, { by, descending }, { way: 'on', place }),
      );
      assert.deepEqual(
        next.rows.map(row => row.caseId),
        second,
      );
      const back = next.before;
      assert.ok(back !== null);
      const again = await readInLandlord(database.app, landlordId, tx =>
        casePage(tx, of, { by, descending }, { way: 'back', place: back }),
      );
      assert.deepEqual(
        again.rows.map(row => row.caseId),
        first,
      );
      assert.equal(again.before, null);
    }
  }
});

test('a count stops at the first case above a thousand', async () => {
  const count = (selection: CaseSelection, scope: Scope = all) =>
    readInLandlord(database.app, landlordId, tx => countCases(tx, list(selection, scope)));
  assert.equal(await count(everything), 1001);
  assert.equal(await count({ ...everything, handler: 'nobody' }), 480);
  assert.equal(await count(everything, own), 12);
});

test('a download holds exactly the cases of its list', async () => {
  for (const of of [
    list({ ...everything, category: 'category-3' }),
    list({ ...everything, stage: 2 }),
    list(everything, own),
  ]) {
    const ids: string[] = [];
    const read = <T>(work: Parameters<typeof readInLandlord<T>>[2]) => readInLandlord(database.app, landlordId, work);
    for await (const rows of casesInBatches(read, of)) ids.push(...rows.map(row => row.caseId));
    const listed = (await everyPage(of, usualOrder('due'))).flat();
    assert.deepEqual(ids.toSorted(), listed.toSorted());
  }
});
