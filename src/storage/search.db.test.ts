import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../test/database.ts';
import { appendEvents } from './events.ts';
import { inLandlord, readInLandlord } from './landlord-transaction.ts';

const database = await testDatabase();
const [one, other] = [await database.addLandlord('One'), await database.addLandlord('Other')];
const damp = await addCase(one, '7K3M-9QPA-T Mrs Amaka Okonkwo 12 Rowan Court', 'There is black mould in the bedrooms');
const noise = await addCase(one, 'AAAA-BBBB-C Tom O_Brien 100% Street', 'The neighbours shout at night');
await addCase(other, '7K3M-9QPA-T Mrs Amaka Okonkwo 12 Rowan Court', 'There is black mould in the bedrooms');

async function addCase(landlordId: string, look: string, words: string): Promise<string> {
  const caseId = randomUUIDv7();
  await inLandlord(database.app, landlordId, async tx => {
    await appendEvents(tx, {
      ...{ landlordId, caseId, expectedVersion: 0, actor: 'machine:test', packHash: null },
      recordedAt: '2026-03-02T09:00:00.000Z',
      events: [{ type: 'ComplaintReceived', schema: 1, occurredOn: '2026-03-02', body: {} }],
    });
    await sql`insert into search_text (landlord_id, case_id, look, words)
      values (${landlordId}, ${caseId}, ${look.toLowerCase()}, to_tsvector('english', ${words}))`.execute(tx);
  });
  return caseId;
}

async function find(how: 'look' | 'likeness' | 'words', sought: string, most = 20): Promise<string[]> {
  return readInLandlord(database.app, one, async tx => {
    const found = await sql<{ case_id: string }>`
      select case_id from ${sql.id(`search_by_${how}`)}(${sought}, ${most})`.execute(tx);
    return found.rows.map(row => row.case_id);
  });
}

test('a part of a reference, name or address finds the case, and only at its own landlord', async () => {
  for (const sought of ['7K3M', 'okonk', 'ROWAN court', '9QPA-T']) assert.deepEqual(await find('look', sought), [damp]);
});

test('signs that mean something to the database mean themselves', async () => {
  assert.deepEqual(await find('look', '100%'), [noise]);
  assert.deepEqual(await find('look', 'o_brien'), [noise]);
  for (const sought of ['%%%', '___', 'a\\b', "'; drop table event; --"])
    assert.deepEqual(await find('look', sought), []);
});

test('fewer than three letters, or an absurd length, find nothing and break nothing', async () => {
  for (const how of ['look', 'likeness', 'words'] as const) {
    for (const sought of ['', 'a', 'ok', 'x'.repeat(100_000)]) assert.deepEqual(await find(how, sought), []);
  }
});

test('a slip of the pen is forgiven', async () => {
  assert.deepEqual(await find('likeness', 'Okonkow'), [damp]);
  assert.deepEqual(await find('likeness', 'zzzzzz'), []);
});

test('words are found in whatever form they stand, and as people write searches', async () => {
  assert.deepEqual(await find('words', 'bedroom mould'), [damp]);
  assert.deepEqual(await find('words', 'mould or shouting').then(found => found.sort()), [damp, noise].sort());
  assert.deepEqual(await find('words', '"black mould"'), [damp]);
  assert.deepEqual(await find('words', 'mould -black'), []);
  assert.deepEqual(await find('words', ')( & ! "'), []);
});

test('never more than asked for', async () => {
  assert.equal((await find('words', 'mould or shout', 1)).length, 1);
});

test('without a landlord nothing is found, and the tables cannot be reached through the functions', async () => {
  const found = await database.app.kysely.executeQuery(
    sql`select * from search_by_words('mould', 20)`.compile(database.app.kysely),
  );
  assert.deepEqual(found.rows, []);
  for (const search of [
    sql`find_homes('larch', 20)`,
    sql`find_residents('trott', 20)`,
    sql`find_residents_like('trott', 20)`,
  ]) {
    const known = await database.app.kysely.executeQuery(sql`select * from ${search}`.compile(database.app.kysely));
    assert.deepEqual(known.rows, []);
  }
  const rights = await database.admin.query<{ table: string }>(
    `select c.relname as table from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and has_any_column_privilege('redress_search', c.oid, 'select, insert, update') order by 1`,
  );
  assert.deepEqual(rights.rows, [{ table: 'home' }, { table: 'resident' }, { table: 'search_text' }]);
});
