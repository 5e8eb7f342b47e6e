import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { catalogue } from './catalogue.ts';

const database = await testDatabase();

test('db/schema.sql says what the migrations make (node scripts/schema.ts writes it again)', async () => {
  const file = path.join(import.meta.dirname, '../../db/schema.sql');
  assert.equal(await catalogue(database.admin), await readFile(file, 'utf8'));
});

test('the listing notices a column, a policy, a grant, a trigger and a function', async () => {
  const before = await catalogue(database.admin);
  const changes = [
    'alter table home add column roof text',
    'create policy everybody on home using (true)',
    'grant update on event to redress_rows',
    'drop trigger event_is_forever on event',
    `create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'`,
    'grant execute on function refuse_change() to public',
    'alter table event no force row level security',
  ];
  for (const change of changes) {
    await database.admin.query(`begin; ${change}`);
    assert.notEqual(await catalogue(database.admin), before, change);
    await database.admin.query('rollback');
  }
});
