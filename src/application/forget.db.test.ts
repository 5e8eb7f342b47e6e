import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import type { Instant } from '../domain/calendar/dates.ts';
import { saveDraft } from '../storage/drafts.ts';
import { inLandlord } from '../storage/landlord-transaction.ts';
import { addPerson } from '../storage/landlords.ts';
import { openReceipt } from '../storage/receipts.ts';
import { beginSession } from '../storage/sessions.ts';
import { forgetWhatIsOver } from './forget.ts';

const days: readonly Instant[] = ['2026-01-30T23:59:59.999Z', '2026-01-31T00:00:00.000Z', '2026-03-01T12:00:00.000Z'];

/** Somebody with a draft, a receipt and a session of each of these moments. */
async function busyLandlord(database: TestDatabase): Promise<string> {
  const landlordId = await database.addLandlord();
  const personId = randomUUIDv7();
  await inLandlord(database.app, landlordId, async tx => {
    await addPerson(tx, landlordId, {
      ...{ personId, name: 'Ada', sortName: 'ada', email: null, jobTitle: null, team: null, managerId: null },
      ...{ roles: [], createdAt: '2026-01-01T00:00:00.000Z' },
    });
    for (const at of days) {
      const draft = { draftId: randomUUIDv7(), personId, form: 'log', caseId: null, versionSeen: null, fields: {} };
      await saveDraft(tx, landlordId, { ...draft, updatedAt: at });
      await openReceipt(tx, { landlordId, commandId: randomUUIDv7(), payload: {}, receivedAt: at });
    }
  });
  for (const expiresAt of days) {
    await beginSession(database.app, { landlordId, personId, now: '2026-01-01T00:00:00.000Z', expiresAt });
  }
  return landlordId;
}

const none = {
  ...{ receipts: 0, drafts: 0, sessions: 0, invitations: 0 },
  ...{ questionLinks: 0, devices: 0, failures: 0, imported: 0 },
};

test('receipts, drafts and sessions are forgotten when their time is over, of every landlord, and no sooner', async () => {
  const database = await testDatabase();
  await busyLandlord(database);
  await busyLandlord(database);
  const forget = (now: Instant) => forgetWhatIsOver(database.app, { receipts: 30, drafts: 60 }, now);
  assert.deepEqual(await forget('2026-03-02T02:20:00.000Z'), { ...none, receipts: 2, sessions: 6 });
  assert.deepEqual(await forget('2026-04-01T00:30:00.000Z'), { ...none, receipts: 4, drafts: 2 });
  assert.deepEqual(await forget('2026-04-01T00:30:00.000Z'), none);
});

test('links a month after they ended, devices not seen for 400 days and guesses of a day ago are forgotten, and no sooner', async () => {
  const database = await testDatabase();
  const landlordId = await busyLandlord(database);
  const { admin } = database;
  const person = `select landlord_id, person_id from person where landlord_id = '${landlordId}'`;
  const hash = (n: number): string => `decode('${String(n).padStart(64, '0')}', 'hex')`;
  for (const [n, at] of ['2026-01-31T10:00:00Z', '2026-02-28T10:00:00Z'].entries()) {
    await admin.query(
      `insert into invitation (landlord_id, person_id, token_hash, made_at, expires_at) select *, ${hash(n)}, '${at}', '${at}' from (${person}) p`,
    );
    await admin.query(`insert into known_device select *, ${hash(n)}, '${at}' from (${person}) p`);
  }
  await admin.query(
    `insert into sign_in_failure values (${hash(1)}, 3, '2026-03-02T02:00:00Z'), (${hash(2)}, 3, '2026-03-01T02:00:00Z')`,
  );
  const forget = (now: Instant) => forgetWhatIsOver(database.app, { receipts: 999, drafts: 999 }, now);
  const first = await forget('2026-03-02T02:20:00.000Z');
  assert.deepEqual([first.invitations, first.devices, first.failures], [0, 0, 1]);
  const later = await forget('2026-03-15T02:20:00.000Z');
  assert.deepEqual([later.invitations, later.devices, later.failures], [1, 0, 1]);
  const long = await forget('2027-03-10T02:20:00.000Z');
  assert.deepEqual([long.invitations, long.devices, long.failures], [1, 1, 0]);
});
