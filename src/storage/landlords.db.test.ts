import assert from 'node:assert/strict';
import { createHash, randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../test/database.ts';
import { recordedLandlord, tamper, verdictOn } from '../../test/tampering.ts';
import { makeAccount, replaceRecoveryCodes } from './accounts/accounts.ts';
import { recordAccountChange } from './accounts/changes.ts';
import { rememberDevice } from './accounts/devices.ts';
import { addInvitation } from './accounts/invitations.ts';
import { addCalendarRevision, type NewCalendarRevision } from './calendar-revisions.ts';
import { storeDocument } from './documents.ts';
import { inLandlord, type Tx } from './landlord-transaction.ts';
import { addLandlord, addPerson, forgetDemonstration } from './landlords.ts';
import { storePack } from './packs.ts';

const database = await testDatabase();
const now = '2026-03-02T09:00:00.000Z';

async function personCalled(tx: Tx, name: string): Promise<string> {
  return (await tx.selectFrom('person').select('person_id').where('name', '=', name).executeTakeFirstOrThrow())
    .person_id;
}

test('the same version of a policy pack with other bytes is refused', async () => {
  const landlordId = await database.addLandlord();
  const store = (text: string, version: string) => {
    const bytes = Buffer.from(text);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const pack = { policyId: 'a-policy', version, hash, bytes, loadedAt: now } as const;
    return inLandlord(database.app, landlordId, tx => storePack(tx, landlordId, pack));
  };
  assert.deepEqual(
    [await store('a', '1'), await store('a', '1'), await store('b', '1'), await store('b', '2')],
    [...['stored', 'known', 'other-bytes', 'stored']],
  );
  await tamper(database, `update pack set bytes = 'c' where landlord_id = $1 and version = '2'`, [landlordId]);
  assert.deepEqual(
    (await verdictOn(database, landlordId)).findings.map(finding => finding.kind),
    ['pack-altered'],
  );
});

test('[R11] calendar revisions are numbered after the shipped one, also when two are added at once', async () => {
  const landlordId = await database.addLandlord();
  const revision: NewCalendarRevision = {
    ...{ firstOn: '2012-01-01', lastOn: '2028-12-31', source: 'test', reason: 'announced', actor: 'person:1' },
    ...{ recordedAt: now, holidays: [{ date: '2026-06-19', title: 'A day off' }] },
  };
  const numbers = await Promise.all(
    Array.from({ length: 4 }, () =>
      inLandlord(database.app, landlordId, tx => addCalendarRevision(tx, landlordId, 1, revision)),
    ),
  );
  assert.deepEqual(numbers.sort(), [1001, 1002, 1003, 1004]);
  const days = await inLandlord(database.app, landlordId, tx =>
    tx.selectFrom('calendar_holiday').select(['revision', 'holiday_on']).orderBy('revision').execute(),
  );
  assert.deepEqual(
    days,
    [1001, 1002, 1003, 1004].map(number => ({ revision: number, holiday_on: '2026-06-19' })),
  );
});

test('a demonstration is forgotten whole, and nobody else loses a row', async () => {
  const real = await recordedLandlord(database);
  const demo = await recordedLandlord(database);
  await tamper(database, 'update landlord set demonstration = true where landlord_id = $1', [demo.landlordId]);
  await inLandlord(database.app, demo.landlordId, async tx => {
    await addPerson(tx, demo.landlordId, {
      ...{ personId: randomUUIDv7(), name: 'Ada Moss', sortName: 'moss ada', email: null, jobTitle: null },
      ...{ team: null, managerId: null, roles: ['officer', 'head'], createdAt: now },
    });
    await sql`insert into sign_in_name select 'ada@example.org', landlord_id, person_id from person where name = 'Ada Moss'`.execute(
      tx,
    );
    const moss = { landlordId: demo.landlordId, personId: await personCalled(tx, 'Ada Moss') };
    await makeAccount(tx, moss, { passwordHash: 'x', appSecret: Buffer.from('x'), step: 1, now });
    await replaceRecoveryCodes(tx, moss, [Buffer.alloc(32)]);
    await rememberDevice(tx, moss, null, now);
    await addInvitation(tx, moss, { madeAt: now, expiresAt: now });
    await recordAccountChange(tx, moss, { kind: 'added', actor: 'machine:test', at: now });
    await storeDocument(tx, demo.landlordId, { bytes: Buffer.from('x'), mediaType: 'text/plain', storedAt: now });
  });
  await assert.rejects(forgetDemonstration(database.app, demo.landlordId), /permission denied/);
  await forgetDemonstration(database.owner, demo.landlordId);
  const columns = await database.admin.query<{ table: string }>(
    `select table_name as table from information_schema.columns
     where table_schema = 'public' and column_name = 'landlord_id'`,
  );
  for (const { table } of columns.rows) {
    const left = await database.admin.query(`select from ${table} where landlord_id = $1`, [demo.landlordId]);
    assert.equal(left.rowCount, 0, table);
  }
  assert.deepEqual((await verdictOn(database, real.landlordId, real.checkpoints)).findings, []);
  await inLandlord(database.app, demo.landlordId, tx =>
    addLandlord(tx, {
      ...{ landlordId: demo.landlordId, slug: 'demo', name: 'Demo', policyId: 'a-policy', demonstration: true },
      createdAt: now,
    }),
  );
});

test('no real landlord can be forgotten, even past our own check', async () => {
  const { landlordId } = await recordedLandlord(database);
  await assert.rejects(forgetDemonstration(database.owner, landlordId), /is no demonstration/);
  const remove = inLandlord(database.owner, landlordId, tx => sql`delete from event`.execute(tx));
  await assert.rejects(remove, /never changed or deleted/);
  const claim = inLandlord(database.app, landlordId, tx =>
    tx.updateTable('landlord').set({ demonstration: true }).execute(),
  );
  await assert.rejects(claim, /permission denied/);
});
