import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { addNote, recordedLandlord, tamper } from '../../test/tampering.ts';
import { inWords } from '../cli/verify.ts';
import { openSigningKey } from '../outside/signing-key.ts';
import { checkpointEveryLandlord, verifyEverything } from './proof.ts';

const database = await testDatabase();

async function keyFolder(t: test.TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'redress-proof-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

test('every landlord gets its checkpoint, the latest is kept outside, and all of it is proved again', async t => {
  const folder = await keyFolder(t);
  const key = await openSigningKey(folder);
  const own = await testDatabase();
  const [one, other] = [await own.addLandlord('One'), await own.addLandlord('Other')];
  const caseId = '01a203e5-fca8-796b-8b48-c7e5dc0b818a';
  for (const landlordId of [one, other]) await addNote(own, landlordId, caseId, 0, '2026-03-02T09:00:00.000Z');
  const made = await checkpointEveryLandlord(own.app, key, folder, '2026-03-02T09:01:00.000Z');
  assert.deepEqual(made.map(checkpoint => checkpoint.landlord).sort(), [one, other].sort());
  assert.equal((await checkpointEveryLandlord(own.app, key, folder, '2026-03-02T09:02:00.000Z')).length, 0);
  assert.equal((await readdir(folder)).filter(file => file.startsWith('checkpoint-0')).length, 2);

  const verdict = await verifyEverything(own.app, folder);
  assert.deepEqual([verdict.clean, verdict.missingLandlords], [true, []]);
  assert.match(
    inWords(verdict),
    /Everything is anchored; the last checkpoint is number 1[\s\S]*Nothing was altered, lost or moved\.\n$/,
  );

  // Everything of one landlord is taken away, itself included.
  for (const table of ['event', 'case_stream', 'checkpoint', 'checkpoint_leaf', 'landlord']) {
    await tamper(own, `delete from ${table} where landlord_id = $1`, [other]);
  }
  const after = await verifyEverything(own.app, folder);
  assert.deepEqual([after.clean, after.missingLandlords], [false, [other]]);
  assert.match(inWords(after), /missing-landlord: .*\n[\s\S]*1 finding\.\n$/);
});

test('what is wrong is said in words, with the case, and what is not anchored beside it', async t => {
  const folder = await keyFolder(t);
  const { landlordId, cases } = await recordedLandlord(database);
  await addNote(database, landlordId, cases[0], 4, '2026-03-02T11:00:00.000Z');
  await tamper(database, `update event set actor = 'x' where landlord_id = $1 and case_id = $2 and version = 2`, [
    landlordId,
    cases[0],
  ]);
  await writeFile(path.join(folder, `checkpoint-${landlordId}.json`), 'spoiled');
  const verdict = await verifyEverything(database.app, folder);
  const text = inWords(verdict);
  assert.equal(verdict.clean, false);
  assert.match(text, new RegExp(`altered: case ${cases[0]}: Event 2 \\(ComplaintLogged\\) has been altered\\.`));
  assert.match(text, /checkpoint-unproven: .*test-key, which is not in the key folder/);
  assert.match(text, /Not yet anchored: 1 event of 1 case and 0 views; the last checkpoint is number 2/);
  assert.match(text, /Warning: The checkpoint kept in .* cannot be read/);
});

test('settings of the server that can lose what was saved are warned of', async t => {
  const off = await database.admin.query<{ name: string }>(
    `select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`,
  );
  const { warnings } = await verifyEverything(database.app, await keyFolder(t));
  for (const { name } of off.rows) assert.ok(warnings.some(warning => warning.includes(`with ${name} off`)));
  assert.equal(warnings.filter(warning => warning.includes('The database server runs')).length, off.rowCount);
});
