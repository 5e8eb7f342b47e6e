import assert from 'node:assert/strict';
import test from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { addNote, checkpoint, type Recorded, recordedLandlord, tamper, verdictOn } from '../../test/tampering.ts';
import { appendEvents } from './events.ts';
import { inLandlord } from './landlord-transaction.ts';
import { disposeTexts } from './personal-text.ts';

const database = await testDatabase();

/** What `verify` finds, as `kind version` of the second case, or `kind version` alone where no case is named. */
async function findingsAfter(record: Recorded, kept = record.checkpoints.slice(-1)): Promise<string[]> {
  const verdict = await verdictOn(database, record.landlordId, kept);
  return verdict.findings.map(({ kind, version, caseId }) => {
    if (caseId !== undefined) assert.equal(caseId, record.cases[1]);
    return version === undefined ? kind : `${kind} ${version}`;
  });
}

const onEvent = 'landlord_id = $1 and case_id = $2';

test('an untouched record is clean, and all of it is anchored', async () => {
  const record = await recordedLandlord(database);
  const verdict = await verdictOn(database, record.landlordId, record.checkpoints);
  assert.deepEqual(verdict, {
    landlordId: record.landlordId,
    ...{ cases: 3, events: 12, unanchoredEvents: 0, unanchoredCases: 0, texts: 3, disposedTexts: 0 },
    ...{ views: 6, unanchoredViews: 0, files: 0, findings: [], findingsNotListed: 0 },
    lastCheckpoint: { number: 2, recordedAt: '2026-03-02T10:01:00.000Z' },
  });
});

test('what no checkpoint holds yet is counted, and is no finding', async () => {
  const record = await recordedLandlord(database);
  await addNote(database, record.landlordId, record.cases[0], 4, '2026-03-02T11:00:00.000Z');
  const verdict = await verdictOn(database, record.landlordId);
  assert.deepEqual([verdict.unanchoredEvents, verdict.unanchoredCases, verdict.findings], [1, 1, []]);
});

const alterations: readonly [string, string][] = [
  ['type', `type = 'ComplaintWithdrawn'`],
  ['legal day', `occurred_on = '2026-03-01'`],
  ['instant', `recorded_at = '2026-03-02T08:59:00Z'`],
  ['actor', `actor = 'person:2'`],
  ['body', `body = '{"handler":"somebody"}'`],
  ['white space', `body = body || ' '`],
  ['schema number', 'schema = 2'],
  ['pack', `pack_hash = decode(repeat('ab', 32), 'hex')`],
  ['hash', `hash = decode(repeat('ab', 32), 'hex')`],
];
for (const [what, change] of alterations) {
  test(`an event whose ${what} was altered is named`, async () => {
    const record = await recordedLandlord(database);
    await tamper(database, `update event set ${change} where ${onEvent} and version = 2`, [
      record.landlordId,
      record.cases[1],
    ]);
    assert.ok((await findingsAfter(record)).includes('altered 2'));
  });
}

test('an event altered together with its hash is named by the one after it', async () => {
  const record = await recordedLandlord(database);
  const other = await recordedLandlord(database);
  await tamper(
    database,
    `update event set hash = (select hash from event where landlord_id = $3 and version = 2 limit 1) where ${onEvent} and version = 2`,
    [record.landlordId, record.cases[1], other.landlordId],
  );
  assert.ok((await findingsAfter(record)).includes('altered 2'));
});

test('a missing event is named', async () => {
  const record = await recordedLandlord(database);
  await tamper(database, `delete from event where ${onEvent} and version in (2, 3)`, [
    record.landlordId,
    record.cases[1],
  ]);
  // The third was the head that the first checkpoint signed.
  assert.deepEqual(await findingsAfter(record), ['missing 2', 'missing 3']);
});

test('events that changed places are named, whether they took their hashes along or not', async () => {
  const whole = await recordedLandlord(database);
  const swap = `update event set version = 5 - version where ${onEvent} and version in (2, 3)`;
  await database.admin.query('alter table event drop constraint event_pkey');
  await tamper(database, swap, [whole.landlordId, whole.cases[1]]);
  await database.admin.query('alter table event add primary key (landlord_id, case_id, version)');
  const found = await findingsAfter(whole);
  assert.deepEqual(
    found.filter(finding => finding.startsWith('reordered')),
    ['reordered 2', 'reordered 3'],
  );

  const content = await recordedLandlord(database);
  await tamper(
    database,
    `update event set type = other.type, body = other.body from event other
     where event.landlord_id = $1 and event.case_id = $2 and other.landlord_id = $1 and other.case_id = $2
       and event.version in (2, 3) and other.version = 5 - event.version`,
    [content.landlordId, content.cases[1]],
  );
  assert.deepEqual(await findingsAfter(content), ['reordered 2', 'reordered 3']);
});

test('a chain that lost its last event is named, even where the row of its head was set back', async () => {
  const record = await recordedLandlord(database);
  const where = [record.landlordId, record.cases[1]];
  await tamper(database, `delete from event where ${onEvent} and version = 4`, where);
  assert.deepEqual(await findingsAfter(record), ['truncated 4']);
  await tamper(
    database,
    `update case_stream set version = 3, head_hash = (select hash from event where ${onEvent} and version = 3) where ${onEvent}`,
    where,
  );
  assert.deepEqual(await findingsAfter(record), ['truncated 4']);
});

test('a case that is gone with everything is named up to the last checkpoint', async () => {
  const record = await recordedLandlord(database);
  const where = [record.landlordId, record.cases[1]];
  await tamper(database, `delete from event where ${onEvent}`, where);
  await tamper(database, `delete from case_stream where ${onEvent}`, where);
  assert.deepEqual(await findingsAfter(record), ['missing-case 4']);
});

test('a case that is gone from the list of leaves as well leaves a checkpoint that signed more', async () => {
  const record = await recordedLandlord(database);
  const where = [record.landlordId, record.cases[1]];
  for (const table of ['event', 'case_stream', 'checkpoint_leaf']) {
    await tamper(database, `delete from ${table} where ${onEvent}`, where);
  }
  assert.deepEqual(await findingsAfter(record), ['checkpoint-altered 1']);
});

test('a whole chain written anew after a checkpoint is named', async () => {
  const record = await recordedLandlord(database);
  const where = [record.landlordId, record.cases[1]];
  for (const table of ['event', 'case_stream']) await tamper(database, `delete from ${table} where ${onEvent}`, where);
  for (const version of [0, 1, 2, 3]) {
    await addNote(database, record.landlordId, record.cases[1], version, '2026-03-02T09:00:00.000Z');
  }
  assert.deepEqual((await findingsAfter(record)).slice(0, 1), ['altered 3']);
});

test('an event that was added past the product is named: unmarked, or claiming to be older than it is', async () => {
  const slipped = await recordedLandlord(database);
  await addNote(database, slipped.landlordId, slipped.cases[1], 4, '2026-03-02T11:00:00.000Z');
  await tamper(database, `delete from unanchored where ${onEvent}`, [slipped.landlordId, slipped.cases[1]]);
  assert.deepEqual(await findingsAfter(slipped), ['slipped-in 5']);

  const backdated = await recordedLandlord(database);
  await addNote(database, backdated.landlordId, backdated.cases[1], 4, '2026-03-02T09:30:00.000Z');
  assert.deepEqual(await findingsAfter(backdated), ['backdated 5']);
  await checkpoint(database, backdated.landlordId, '2026-03-02T12:00:00.000Z');
  assert.deepEqual(await findingsAfter(backdated), ['backdated 5']);
});

test('the row of a head that does not agree with its chain is named', async () => {
  const record = await recordedLandlord(database);
  const where = [record.landlordId, record.cases[1]];
  await tamper(database, `update case_stream set head_hash = decode(repeat('ab', 32), 'hex') where ${onEvent}`, where);
  assert.deepEqual(await findingsAfter(record), ['head-altered 4']);
  await tamper(database, `delete from case_stream where ${onEvent}`, where);
  assert.deepEqual(await findingsAfter(record), ['head-altered 4']);
});

test('[R80] words that were changed, removed or emptied are named; disposed ones are not', async () => {
  const record = await recordedLandlord(database);
  const text = [record.landlordId, record.texts[1]?.textId];
  const which = 'landlord_id = $1 and text_id = $2';
  await tamper(database, `update personal_text set value = 'Other words' where ${which}`, text);
  assert.deepEqual(await findingsAfter(record), ['text-altered 1']);
  await inLandlord(database.app, record.landlordId, tx =>
    disposeTexts(tx, record.landlordId, [record.texts[1]?.textId ?? ''], '2026-03-03'),
  );
  assert.deepEqual(await findingsAfter(record), ['text-emptied 1']);
  await inLandlord(database.app, record.landlordId, tx =>
    appendEvents(tx, {
      ...{ landlordId: record.landlordId, caseId: record.cases[1], expectedVersion: 4, packHash: null },
      ...{ actor: 'machine:disposal', recordedAt: '2026-03-03T09:00:00.000Z' },
      events: [
        {
          ...{ type: 'Disposed', schema: 1, occurredOn: '2026-03-03' },
          body: { textIds: [record.texts[1]?.textId], under: 'six years' },
        },
      ],
    }),
  );
  assert.deepEqual(await findingsAfter(record), []);
  assert.equal((await verdictOn(database, record.landlordId)).disposedTexts, 1);
  await tamper(database, `delete from personal_text where ${which}`, text);
  assert.deepEqual(await findingsAfter(record), ['text-missing 1']);
});

test('[R81] views that were altered, taken out or cut off are named', async () => {
  const where = 'landlord_id = $1 and version = $2';
  const altered = await recordedLandlord(database);
  await tamper(database, `update access_log set what = 'nothing' where ${where}`, [altered.landlordId, 2]);
  assert.deepEqual(await findingsAfter(altered), ['view-altered 2']);
  const missing = await recordedLandlord(database);
  await tamper(database, `delete from access_log where ${where}`, [missing.landlordId, 2]);
  assert.deepEqual(await findingsAfter(missing), ['view-missing 2']);
  const cut = await recordedLandlord(database);
  await tamper(database, 'delete from access_log where landlord_id = $1 and version > $2', [cut.landlordId, 4]);
  await tamper(database, 'update access_head set version = $2 where landlord_id = $1', [cut.landlordId, 4]);
  assert.deepEqual(await findingsAfter(cut), ['views-truncated 5']);
});
