import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../test/database.ts';
import { appendEvents, loadEvents } from './events.ts';
import { inLandlord, readInLandlord, type Tx } from './landlord-transaction.ts';
import { storeText } from './personal-text.ts';

const database = await testDatabase();
const tables = (
  await database.admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
).rows.map(row => row.name);
/** They hold no landlord's data, or are read before the landlord is known: by a session, a link, or the name somebody signs in with. */
const exceptions = ['invitation', 'migration', 'question_link', 'session', 'sign_in_failure', 'sign_in_name'];

async function caseOf(landlordId: string): Promise<string> {
  const caseId = randomUUIDv7();
  await inLandlord(database.app, landlordId, async tx => {
    const words = await storeText(tx, landlordId, { subject: caseId, class: 'complaint', value: 'The roof leaks' });
    await appendEvents(tx, {
      ...{ landlordId, caseId, expectedVersion: 0, actor: 'machine:test', packHash: null },
      recordedAt: '2026-03-02T09:00:00.000Z',
      events: [{ type: 'ComplaintReceived', schema: 1, occurredOn: '2026-03-02', body: { words } }],
    });
  });
  return caseId;
}

test('every table but the named exceptions is keyed by landlord first and has row-level security, forced', async () => {
  const found = await database.admin.query<{ name: string; secured: boolean; first: string }>(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as secured, a.attname as first
    from pg_class c
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
  const wanting = found.rows.filter(row => !row.secured || row.first !== 'landlord_id').map(row => row.name);
  assert.deepEqual(wanting.sort(), exceptions);
  assert.ok(tables.length > 20);
});

test('every foreign key carries the landlord', async () => {
  const found = await database.admin.query<{ name: string }>(`
    select conname as name from pg_constraint k
    where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
      select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'landlord_id')`);
  assert.deepEqual(found.rows, []);
});

for (const [role, pool] of [
  ['the app role', database.app],
  ['the owner of the tables', database.owner],
] as const) {
  test(`where no landlord is set, ${role} sees nothing and may write nothing`, async () => {
    await caseOf(await database.addLandlord());
    const client = await pool.connect();
    try {
      for (const table of tables.filter(name => ![...exceptions, 'landlord'].includes(name))) {
        const rows = await client.query(`select from ${table} limit 1`);
        assert.equal(rows.rowCount, 0, table);
      }
      const insert = client.query(
        `insert into personal_text (landlord_id, text_id, subject, class, value, salt)
         select landlord_id, $1, $1, 'note', 'x', $2 from landlord limit 1`,
        [randomUUIDv7(), Buffer.alloc(32)],
      );
      await assert.rejects(insert, /row-level security/);
    } finally {
      client.release();
    }
  });
}

test('the landlord set for one transaction is gone in the next on the same connection', async () => {
  const landlordId = await database.addLandlord();
  const caseId = await caseOf(landlordId);
  const client = await database.app.connect();
  try {
    await client.query(`begin; set local redress.landlord = '${landlordId}'`);
    assert.equal((await client.query('select from event where case_id = $1', [caseId])).rowCount, 1);
    await client.query('commit');
    assert.equal((await client.query('select from event where case_id = $1', [caseId])).rowCount, 0);
  } finally {
    client.release();
  }
});

test("one landlord never sees, changes or writes another's rows", async () => {
  const one = await database.addLandlord('One');
  const other = await database.addLandlord('Other');
  const caseId = await caseOf(one);
  await inLandlord(database.app, other, async tx => {
    assert.deepEqual(await loadEvents(tx, one, caseId), []);
    const moved = await sql`update case_stream set version = 9`.execute(tx);
    assert.equal(moved.numAffectedRows, 0n);
  });
  const trespass = inLandlord(database.app, other, tx =>
    storeText(tx, one, { subject: caseId, class: 'note', value: 'x' }),
  );
  await assert.rejects(trespass, /row-level security/);
  await readInLandlord(database.app, one, async tx => {
    assert.equal((await loadEvents(tx, one, caseId)).length, 1);
  });
});

test('a page cannot write, and sees one moment throughout', async () => {
  const landlordId = await database.addLandlord();
  await caseOf(landlordId);
  await readInLandlord(database.app, landlordId, async tx => {
    const before = await tx.selectFrom('event').select('case_id').execute();
    await caseOf(landlordId);
    assert.deepEqual(await tx.selectFrom('event').select('case_id').execute(), before);
  });
  const write = readInLandlord(database.app, landlordId, tx =>
    storeText(tx, landlordId, { subject: landlordId, class: 'note', value: 'x' }),
  );
  await assert.rejects(write, /read-only transaction/);
});

test('a failed statement that somebody caught does not look like a success', async () => {
  const landlordId = await database.addLandlord();
  const work = inLandlord(database.app, landlordId, async tx => {
    await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    return 'saved';
  });
  await assert.rejects(work, /nothing was saved/);
});

test('an id that is no UUID never reaches the database', async () => {
  const attempt = inLandlord(database.app, `x'; drop table event; --`, () => Promise.resolve());
  await assert.rejects(attempt, /is not the id of a landlord/);
});

test('a statement that comes after its transaction is over goes nowhere, above all not into the next one', async () => {
  const landlordId = await database.addLandlord();
  let late: Promise<unknown> = Promise.resolve();
  const first = inLandlord(database.app, landlordId, async tx => {
    const slow = sql`select pg_sleep(0.05)`.execute(tx).then(() => sql`select 1`.execute(tx));
    late = slow.catch((error: Error) => error.message);
    await sql`select 1 / 0`.execute(tx);
  });
  await assert.rejects(first, /division by zero/);
  assert.match(String(await late), /is over|aborted/);

  let kept: Tx | undefined;
  await inLandlord(database.app, landlordId, async tx => {
    kept = tx;
  });
  assert.ok(kept);
  await assert.rejects(sql`select 1`.execute(kept), /is over/);
});
