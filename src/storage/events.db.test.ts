import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { type Append, type Appended, appendEvents, loadEvents, type NewEvent, type VersionConflict } from './events.ts';
import { inLandlord } from './landlord-transaction.ts';

const database = await testDatabase();
const landlordId = await database.addLandlord();
const packHash = 'ab'.repeat(32);

function event(number: number): NewEvent {
  return { type: 'NoteAdded', schema: 1, occurredOn: '2026-03-02', body: { z: number, a: [1, { y: 'é', b: null }] } };
}

function append(caseId: string, expectedVersion: number, ...events: NewEvent[]): Append {
  const recordedAt = '2026-03-02T09:00:00.120Z';
  return { landlordId, caseId, expectedVersion, events, actor: 'person:1', recordedAt, packHash };
}

function save(wanted: Append): Promise<Appended | VersionConflict> {
  return inLandlord(database.app, landlordId, tx => appendEvents(tx, wanted));
}

test('events come back as they went in, in their order', async () => {
  const caseId = randomUUIDv7();
  assert.deepEqual(await save(append(caseId, 0, event(1), event(2))), { kind: 'appended', version: 2 });
  assert.deepEqual(await save(append(caseId, 2, event(3))), { kind: 'appended', version: 3 });
  const events = await inLandlord(database.app, landlordId, tx => loadEvents(tx, landlordId, caseId));
  assert.deepEqual(
    events.map(({ hash: _, ...rest }) => rest),
    [1, 2, 3].map(number => ({
      ...event(number),
      version: number,
      recordedAt: '2026-03-02T09:00:00.120Z',
      actor: 'person:1',
      packHash,
    })),
  );
  assert.equal(new Set(events.map(one => one.hash)).size, 3);
});

test('the caller who has just loaded a case may name its last hash, and a wrong one is a conflict', async () => {
  const caseId = randomUUIDv7();
  await save(append(caseId, 0, event(1)));
  const [last] = await inLandlord(database.app, landlordId, tx => loadEvents(tx, landlordId, caseId));
  const wrong = await save({ ...append(caseId, 1, event(2)), lastHash: 'cd'.repeat(32) });
  assert.deepEqual(wrong, { kind: 'version-conflict', currentVersion: 1 });
  const right = await save({ ...append(caseId, 1, event(2)), lastHash: last?.hash ?? '' });
  assert.deepEqual(right, { kind: 'appended', version: 2 });
});

test('a stale version is answered with the current one, and nothing is stored', async () => {
  const caseId = randomUUIDv7();
  await save(append(caseId, 0, event(1), event(2)));
  for (const stale of [0, 1, 3]) {
    assert.deepEqual(await save(append(caseId, stale, event(9))), { kind: 'version-conflict', currentVersion: 2 });
  }
  assert.deepEqual(await save(append(randomUUIDv7(), 1, event(9))), { kind: 'version-conflict', currentVersion: 0 });
  const events = await inLandlord(database.app, landlordId, tx => loadEvents(tx, landlordId, caseId));
  assert.equal(events.length, 2);
});

test('of many who save the same version at once, exactly one succeeds', async () => {
  const caseId = randomUUIDv7();
  await save(append(caseId, 0, event(1)));
  const outcomes = await Promise.all(Array.from({ length: 6 }, (_, number) => save(append(caseId, 1, event(number)))));
  assert.equal(outcomes.filter(outcome => outcome.kind === 'appended').length, 1);
  const created = randomUUIDv7();
  const firsts = await Promise.all(Array.from({ length: 6 }, (_, number) => save(append(created, 0, event(number)))));
  assert.equal(firsts.filter(outcome => outcome.kind === 'appended').length, 1);
});

test('neither the app role nor the owner of the tables can change, delete or empty what happened', async () => {
  await save(append(randomUUIDv7(), 0, event(1)));
  for (const pool of [database.app, database.owner]) {
    for (const statement of [`update event set actor = 'x'`, 'delete from event', 'truncate event']) {
      const client = await pool.connect();
      try {
        await client.query(`begin; set local redress.landlord = '${landlordId}'`);
        await assert.rejects(client.query(statement), /permission denied|never changed or deleted|cannot truncate/);
        await client.query('rollback');
      } finally {
        client.release();
      }
    }
  }
});

test('a body with half a surrogate pair or U+0000 is refused before anything is stored', async () => {
  for (const text of ['\ud800', 'a\u0000b']) {
    const bad = { ...event(1), body: { text } };
    await assert.rejects(save(append(randomUUIDv7(), 0, bad)));
  }
  const written = { ...event(1), body: { text: 'a written \\u0000 and 🏠 and \u202eright to left' } };
  assert.equal((await save(append(randomUUIDv7(), 0, written))).kind, 'appended');
});
