import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../test/database.ts';
import type { Instant } from '../domain/calendar/dates.ts';
import { inLandlord, type Tx } from './landlord-transaction.ts';
import { addPerson } from './landlords.ts';
import { beginSession, endSession, readInSession } from './sessions.ts';

const database = await testDatabase();
const now = '2026-03-02T09:00:00.000Z';
const expiresAt = '2026-03-02T21:00:00.000Z';

/** Somebody who works for a landlord of their own, with a session. */
async function signedIn(roles: readonly string[] = ['officer', 'lead']) {
  const landlordId = await database.addLandlord('The Testington Trust');
  const personId = randomUUIDv7();
  await inLandlord(database.app, landlordId, tx =>
    addPerson(tx, landlordId, {
      ...{ personId, name: 'Ada Byron', sortName: 'byron ada', email: null, jobTitle: 'Officer', team: null },
      ...{ managerId: null, roles, createdAt: now },
    }),
  );
  const token = await beginSession(database.app, { landlordId, personId, now, expiresAt });
  return { landlordId, personId, token };
}

const people = async (tx: Tx) => (await sql<{ person_id: string }>`select person_id from person`.execute(tx)).rows;

test('a session says whose it is, what they do and for whom, and its transaction sees that landlord’s rows alone', async () => {
  const { landlordId, personId, token } = await signedIn();
  await signedIn();
  const read = await readInSession(database.app, token, now, async (tx, session) => ({
    session,
    seen: await people(tx),
  }));
  assert.deepEqual(read?.seen, [{ person_id: personId }]);
  assert.deepEqual(read?.session, {
    ...{ landlordId, personId, seenAt: now, provenAt: null, byProvider: false },
    ...{ sessionId: read?.session.sessionId, facts: read?.session.facts },
  });
  await inLandlord(database.app, landlordId, tx =>
    sql`delete from person_role where person_id = ${personId} and role = 'lead'`.execute(tx),
  );
  const later = await readInSession(database.app, token, now, async (_, { facts }) => facts);
  assert.notEqual(later, read?.session.facts, 'what the landlord is like has changed');
  assert.equal(await readInSession(database.app, token, now, async (_, { facts }) => facts), later);
});

test('a token of nobody, of a session that has expired or has ended, opens nothing', async () => {
  const { token } = await signedIn();
  const read = (held: string, at: Instant) => readInSession(database.app, held, at, async () => 'in');
  assert.equal(await read(token, '2026-03-02T20:59:59.999Z'), 'in');
  assert.equal(await read(token, expiresAt), null);
  assert.equal(await read('x'.repeat(43), now), null);
  assert.equal(await read("'; drop table session; --", now), null);
  await endSession(database.app, token);
  assert.equal(await read(token, now), null);
});

test('nothing can be written in it, and the next transaction of the same connection has forgotten whose it was', async () => {
  const { token, landlordId } = await signedIn();
  await assert.rejects(
    readInSession(database.app, token, now, tx =>
      sql`update person set name = 'x' where landlord_id = ${landlordId}`.execute(tx),
    ),
    /read-only/,
  );
  const client = await database.app.connect();
  try {
    const { rows } = await client.query('select person_id from person');
    assert.deepEqual(rows, []);
  } finally {
    client.release();
  }
});
