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

test('receipts, drafts and sessions are forgotten when their time is over, of every landlord, and no sooner', async () => {
  const database = await testDatabase();
  await busyLandlord(database);
  await busyLandlord(database);
  const forget = (now: Instant) => forgetWhatIsOver(database.app, { receipts: 30, drafts: 60 }, now);
  assert.deepEqual(await forget('2026-03-02T02:20:00.000Z'), { receipts: 2, drafts: 0, sessions: 6 });
  assert.deepEqual(await forget('2026-04-01T00:30:00.000Z'), { receipts: 4, drafts: 2, sessions: 0 });
  assert.deepEqual(await forget('2026-04-01T00:30:00.000Z'), { receipts: 0, drafts: 0, sessions: 0 });
});
