import assert from 'node:assert/strict';
import test from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { addNote, checkpoint, recordedLandlord, signer, tamper, verdictOn } from '../../test/tampering.ts';
import { appendCheckpoint, exportCheckpoint } from './checkpoints.ts';
import { inLandlord } from './landlord-transaction.ts';

const database = await testDatabase();

test('where nothing has moved there is no new checkpoint', async () => {
  const { landlordId, cases } = await recordedLandlord(database);
  assert.equal(await checkpoint(database, landlordId, '2026-03-02T11:00:00.000Z'), undefined);
  await addNote(database, landlordId, cases[2], 4, '2026-03-02T11:00:30.000Z');
  const third = await checkpoint(database, landlordId, '2026-03-02T11:01:00.000Z');
  assert.deepEqual([third?.number, third?.leaves], [3, 7]);
  assert.deepEqual(await inLandlord(database.app, landlordId, tx => exportCheckpoint(tx, landlordId)), third);
});

test('two processes that sign at once make one checkpoint', async () => {
  const { landlordId, cases } = await recordedLandlord(database);
  await addNote(database, landlordId, cases[0], 4, '2026-03-02T11:00:30.000Z');
  const made = await Promise.all(
    Array.from({ length: 4 }, () => checkpoint(database, landlordId, '2026-03-02T11:01:00.000Z')),
  );
  assert.equal(made.filter(one => one !== undefined).length, 1);
  assert.deepEqual((await verdictOn(database, landlordId)).findings, []);
});

test('events that are being stored while a checkpoint is signed are in the next one', async () => {
  const { landlordId, cases } = await recordedLandlord(database);
  for (let version = 4; version < 14; version += 1) {
    await Promise.all([
      ...cases.map(caseId => addNote(database, landlordId, caseId, version, '2026-03-02T11:00:00.000Z')),
      checkpoint(database, landlordId, '2026-03-02T11:01:00.000Z'),
    ]);
  }
  await checkpoint(database, landlordId, '2026-03-02T11:01:00.000Z');
  const verdict = await verdictOn(database, landlordId);
  assert.deepEqual([verdict.events, verdict.unanchoredEvents, verdict.findings], [42, 0, []]);
});

test('a checkpoint is never built on one that was tampered with', async () => {
  const { landlordId, cases } = await recordedLandlord(database);
  await tamper(database, 'update checkpoint set leaves = leaves + 1 where landlord_id = $1 and number = 2', [
    landlordId,
  ]);
  await addNote(database, landlordId, cases[0], 4, '2026-03-02T11:00:30.000Z');
  await assert.rejects(checkpoint(database, landlordId, '2026-03-02T11:01:00.000Z'), /subtree roots|has been altered/);
});

test('a checkpoint that was altered, taken out, or signed with another key is named', async () => {
  const cases: readonly [string, string][] = [
    [
      `update checkpoint set recorded_at = recorded_at - interval '1 day' where landlord_id = $1 and number = 2`,
      'checkpoint-altered 2',
    ],
    ['delete from checkpoint where landlord_id = $1 and number = 1', 'checkpoint-missing 1'],
    [`update checkpoint set signature = '\\x00' where landlord_id = $1 and number = 2`, 'checkpoint-altered 2'],
    [
      `update checkpoint_leaf set version = version + 1 where landlord_id = $1 and number = 2 and position = 4`,
      'checkpoint-altered 2',
    ],
  ];
  for (const [statement, expected] of cases) {
    const { landlordId } = await recordedLandlord(database);
    await tamper(database, statement, [landlordId]);
    const { findings } = await verdictOn(database, landlordId);
    assert.ok(
      findings.some(({ kind, version }) => `${kind} ${version}` === expected),
      JSON.stringify(findings),
    );
  }
  const { landlordId, cases: ids } = await recordedLandlord(database);
  await addNote(database, landlordId, ids[0], 4, '2026-03-02T11:00:30.000Z');
  const stranger = { ...signer, keyId: 'stranger' };
  await inLandlord(database.app, landlordId, tx =>
    appendCheckpoint(tx, landlordId, stranger, '2026-03-02T11:01:00.000Z'),
  );
  assert.deepEqual(
    (await verdictOn(database, landlordId)).findings.map(one => one.kind),
    ['checkpoint-unproven'],
  );
});

test('a record cut off at its end, checkpoints included, is given away by the checkpoint kept outside', async () => {
  const { landlordId, checkpoints } = await recordedLandlord(database);
  await tamper(database, 'delete from event where landlord_id = $1 and version = 4', [landlordId]);
  await tamper(
    database,
    `update case_stream s set version = 3, head_hash = e.hash from event e
     where s.landlord_id = $1 and e.landlord_id = $1 and e.case_id = s.case_id and e.version = 3`,
    [landlordId],
  );
  for (const table of ['checkpoint', 'checkpoint_leaf']) {
    await tamper(database, `delete from ${table} where landlord_id = $1 and number = 2`, [landlordId]);
  }
  await tamper(database, 'delete from access_log where landlord_id = $1 and version > 3', [landlordId]);
  await tamper(database, 'update access_head set version = 3 where landlord_id = $1', [landlordId]);
  assert.deepEqual((await verdictOn(database, landlordId)).findings, []);
  const { findings } = await verdictOn(database, landlordId, checkpoints.slice(-1));
  assert.deepEqual(
    findings.map(one => `${one.kind} ${one.version}`),
    ['checkpoint-missing 2'],
  );
});
