import assert from 'node:assert/strict';
import test from 'node:test';
import { sql } from 'kysely';
import { inDatabase, testDatabase } from '../../test/database.ts';
import { inLandlord, readInLandlord } from './landlord-transaction.ts';
import { hostsOf, openDatabase } from './pools.ts';

const database = await testDatabase();
const landlordId = await database.addLandlord();

test('dates, instants and whole numbers come back in one shape, whatever the time zone of the server or of Node', async () => {
  for (const zone of ['UTC', 'Pacific/Auckland', 'America/St_Johns']) {
    const row = await readInLandlord(database.app, landlordId, async tx => {
      await sql.raw(`set local time zone '${zone}'`).execute(tx);
      const answer = await sql`
        select date '2026-03-29' as day, timestamptz '2026-03-29T01:30:00.12+01:00' as instant,
          timestamp '2026-10-25 01:30:00' as wall, 9007199254740991::bigint as safe, 9007199254740993::bigint as unsafe,
          count(*) as counted, null::date as nothing, timestamptz 'infinity' as never`.execute(tx);
      return answer.rows[0];
    });
    assert.deepEqual(row, {
      ...{ day: '2026-03-29', instant: '2026-03-29T00:30:00.120Z', wall: '2026-10-25T01:30:00' },
      ...{ safe: 9007199254740991, unsafe: '9007199254740993', counted: 1, nothing: null, never: 'infinity' },
    });
  }
});

test('many statements, each met several times on several connections, never take each other for themselves', async () => {
  await Promise.all(
    Array.from({ length: 6 }, () =>
      readInLandlord(database.app, landlordId, async tx => {
        for (let round = 0; round < 3; round += 1) {
          for (let number = 10; number < 60; number += 1) {
            const answer = await sql<{ n: number }>`select ${sql.lit(number)}::integer as n`.execute(tx);
            assert.equal(answer.rows[0]?.n, number);
          }
        }
      }),
    ),
  );
});

test('a database whose first host is away is reached by the next one', async () => {
  const url = database.appUrl.replace(/@([^/]*)/, '@%2Fnowhere,$1');
  const several = openDatabase(url, { max: 2, patience: 2000 });
  try {
    assert.equal(await readInLandlord(several, landlordId, () => Promise.resolve('read')), 'read');
  } finally {
    await several.end();
  }
});

test('where no host can be reached the error says so, after a time', async () => {
  const nowhere = openDatabase('postgresql://redress_app@%2Fnowhere,%2Felsewhere/redress', { patience: 200 });
  await assert.rejects(nowhere.connect(), /ENOENT/);
  await nowhere.end();
});

test('a connection that the server ended is not used again', async () => {
  const own = openDatabase(database.appUrl, { max: 1 });
  try {
    const killed = inLandlord(own, landlordId, async tx => {
      const pid = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await database.admin.query('select pg_terminate_backend($1)', [pid.rows[0]?.pid]);
      await sql`select 1`.execute(tx);
    });
    await assert.rejects(killed);
    assert.equal(await inLandlord(own, landlordId, () => Promise.resolve('again')), 'again');
  } finally {
    await own.end();
  }
});

test('each host of an address gets one of its own', () => {
  assert.deepEqual(hostsOf('postgres://a:b@one:5432,two/redress?sslmode=require'), [
    'postgres://a:b@one:5432/redress?sslmode=require',
    'postgres://a:b@two/redress?sslmode=require',
  ]);
  assert.deepEqual(hostsOf(inDatabase(database.appUrl, 'x')), [inDatabase(database.appUrl, 'x')]);
});
