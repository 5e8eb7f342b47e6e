import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { verdictOn } from '../../test/tampering.ts';
import type { View } from './access-chain.ts';
import { createAccessLog } from './access-log.ts';
import { openDatabase } from './pools.ts';

const database = await testDatabase();
const onError = (error: unknown): void => assert.fail(`${error}`);

function view(what: string): View {
  return { personId: randomUUIDv7(), caseId: randomUUIDv7(), what, seenAt: '2026-03-02T09:00:00.000Z' };
}

async function logged(landlordId: string): Promise<string[]> {
  const rows = await database.admin.query<{ what: string }>(
    'select what from access_log where landlord_id = $1 order by version',
    [landlordId],
  );
  return rows.rows.map(row => row.what);
}

test('[R81] views are stored together, in their order, and no case moves', async () => {
  const landlordId = await database.addLandlord();
  const log = createAccessLog(database.app, { onError, everyMs: 60_000 });
  for (const what of ['case', 'letter', 'all-cases']) log.note(landlordId, view(what));
  assert.deepEqual(await logged(landlordId), []);
  await log.close();
  assert.deepEqual(await logged(landlordId), ['case', 'letter', 'all-cases']);
  const heads = await database.admin.query('select from case_stream where landlord_id = $1', [landlordId]);
  assert.equal(heads.rowCount, 0);
});

test('views are stored by themselves after a while', async () => {
  const landlordId = await database.addLandlord();
  const log = createAccessLog(database.app, { onError, everyMs: 5 });
  log.note(landlordId, view('case'));
  for (let tries = 0; tries < 400 && (await logged(landlordId)).length === 0; tries += 1) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  assert.deepEqual(await logged(landlordId), ['case']);
  await log.close();
});

test('the view of a restricted case is stored before the page is shown', async () => {
  const landlordId = await database.addLandlord();
  const log = createAccessLog(database.app, { onError, everyMs: 60_000 });
  log.note(landlordId, view('earlier'));
  await log.record(landlordId, view('restricted'));
  assert.deepEqual(await logged(landlordId), ['restricted']);
  await log.close();
});

test('several processes that log at once keep one whole chain', async () => {
  const landlordId = await database.addLandlord();
  const logs = Array.from({ length: 4 }, () => createAccessLog(database.app, { onError, everyMs: 60_000 }));
  for (let round = 0; round < 5; round += 1) {
    for (const log of logs) log.note(landlordId, view('case'));
    await Promise.all([...logs.map(log => log.close()), logs[0]?.record(landlordId, view('now'))]);
  }
  const { views, findings } = await verdictOn(database, landlordId);
  assert.deepEqual([views, findings], [25, []]);
});

test('views that could not be stored are told of, and stored when the database is back', async () => {
  const landlordId = await database.addLandlord();
  const failures: unknown[] = [];
  let away = true;
  const nowhere = openDatabase('postgresql://redress_app@%2Fnowhere/redress');
  const flaky = { ...database.app, connect: () => (away ? nowhere.connect() : database.app.connect()) };
  const log = createAccessLog(flaky, { onError: error => failures.push(error), everyMs: 60_000 });
  log.note(landlordId, view('first'));
  await log.close();
  assert.equal(failures.length, 1);
  log.note(landlordId, view('second'));
  away = false;
  await log.close();
  assert.deepEqual(await logged(landlordId), ['first', 'second']);
  await nowhere.end();
});
