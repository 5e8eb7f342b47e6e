import assert from 'node:assert/strict';
import test from 'node:test';
import { demonstrationOn } from '../../test/demonstration.ts';
import type { Instant } from '../domain/calendar/dates.ts';
import { rebuildEverything } from './rebuild.ts';

// Half past midnight in London, on the Monday.
const { app, database } = await demonstrationOn('2027-06-06T23:30:00.000Z');
const tables = {
  case_index: 'case_id',
  case_viewer: 'case_id, person_id',
  obligation: 'case_id, obligation_id',
  search_text: 'case_id',
  letter: 'letter_id',
  information_request: 'case_id, request_id',
};

/** Every byte of every derived row, and nothing else: generated columns and search vectors included. */
async function derivedRows(): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const [table, order] of Object.entries(tables)) {
    const found = await database.admin.query<{ row: string }>(
      `select row_to_json(t)::text as row from ${table} t order by landlord_id, ${order}`,
    );
    rows[table] = found.rows.map(one => one.row);
  }
  return rows;
}

/** Equal, and where not, which rows: they are too long to be shown all. */
function assertSame(found: Record<string, string[]>, expected: Record<string, string[]>): void {
  for (const [table, rows] of Object.entries(expected)) {
    const other = (found[table] ?? []).filter(row => !rows.includes(row));
    assert.deepEqual(other.slice(0, 2), rows.filter(row => !found[table]?.includes(row)).slice(0, 2), table);
    assert.equal(found[table]?.length, rows.length, table);
  }
}

async function rebuiltOn(now: Instant): Promise<Record<string, string[]>> {
  await rebuildEverything({ ...app, clock: { now: () => now } });
  return derivedRows();
}

test('every derived row is what the acts made of it, whatever is rebuilt and on whatever day', async () => {
  const written = await derivedRows();
  for (const [table, rows] of Object.entries(written)) assert.ok(rows.length >= 40, `${table}: ${rows.length}`);
  assertSame(await rebuiltOn('2027-06-06T23:30:00.000Z'), written);
  assertSame(await rebuiltOn('2028-07-01T23:30:00.000Z'), written);
});

test('a row that was lost, altered or made up is put right again from the events', async () => {
  const written = await derivedRows();
  await database.admin.query(`update case_index set complainant_name = 'Somebody else', next_due_on = '2020-01-01'`);
  await database.admin.query(`update search_text set look = 'nothing', words = to_tsvector('english', 'nothing')`);
  await database.admin.query(`update letter set sent_on = null, how = null`);
  await database.admin.query(`delete from obligation where kind = 'respond'`);
  await database.admin.query(
    `insert into obligation (landlord_id, case_id, obligation_id, kind) select landlord_id, case_id, 'made-up', 'update' from case_index`,
  );
  assert.notDeepEqual(await derivedRows(), written);
  assertSame(await rebuiltOn('2027-06-08T08:00:00.000Z'), written);
});
