import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { addNote, signer, tamper, verdictOn } from '../../test/tampering.ts';
import { openUploads } from '../outside/uploads/uploads.ts';
import { regularJobs } from './job-list.ts';
import { type RunningJobs, runJobs } from './run-jobs.ts';

/** The regular jobs, each waiting to be given its turn by the test and not by the time of day. */
const onlyWhenTold = regularJobs.map(job => ({ ...job, when: '0 0 29 2 *' }));

async function running(
  t: TestContext,
  database: TestDatabase,
  jobs = onlyWhenTold,
): Promise<{ jobs: RunningJobs; folder: string; said: string[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'redress-jobs-'));
  const said: string[] = [];
  const uploads = openUploads({ megabytes: 20, files: 10 }, null);
  const app = { database: database.app, clock: { now: () => '2026-03-02T09:01:00.000Z' }, uploads };
  const shelf = (): Promise<never> => Promise.reject(new Error('no case waits to be counted anew'));
  const tools = { app, notary: { signer, keyFolder: folder }, keeping: { receipts: 30, drafts: 90 }, shelf };
  const started = await runJobs({ ownerUrl: database.ownerUrl, tools, say: line => said.push(line), jobs });
  t.after(async () => {
    await started.stop();
    await rm(folder, { recursive: true });
  });
  return { jobs: started, folder, said };
}

/** Puts a job into the queue as its time would, and waits until it was done or has failed. Returns its error. */
async function itsTurn(database: TestDatabase, { events }: RunningJobs, name: string): Promise<unknown> {
  const over = once(events, 'job:complete');
  await database.admin.query('select graphile_worker.add_job($1, job_key := $1, max_attempts := 1)', [name]);
  const [{ error }] = await over;
  // What came of it is written down a moment after it is told.
  const busy = 'select from graphile_worker.jobs where locked_at is not null';
  while ((await database.admin.query(busy)).rowCount !== 0) await pause(5);
  return error;
}

test('[R80] each minute what was recorded is signed, and the signature kept outside the database as well', async t => {
  const database = await testDatabase();
  const landlords = [await database.addLandlord(), await database.addLandlord()];
  for (const landlordId of landlords) {
    await addNote(database, landlordId, randomUUIDv7(), 0, '2026-03-02T09:00:30.000Z');
  }
  const { jobs, folder } = await running(t, database);
  assert.equal(await itsTurn(database, jobs, 'checkpoint'), null);
  for (const landlordId of landlords) {
    const verdict = await verdictOn(database, landlordId);
    assert.deepEqual([verdict.findings, verdict.unanchoredEvents, verdict.lastCheckpoint?.number], [[], 0, 1]);
  }
  assert.deepEqual((await readdir(folder)).sort(), landlords.map(id => `checkpoint-${id}.json`).sort());
});

test('a job that has failed for good stays with its error, and what is said of it quotes nobody', async t => {
  const database = await testDatabase();
  const landlordId = await database.addLandlord();
  const caseId = randomUUIDv7();
  const { jobs, said } = await running(t, database);
  await addNote(database, landlordId, caseId, 0, '2026-03-02T09:00:30.000Z');
  await itsTurn(database, jobs, 'checkpoint');
  await tamper(database, `update checkpoint set hash = decode(repeat('00', 32), 'hex') where landlord_id = $1`, [
    landlordId,
  ]);
  await addNote(database, landlordId, caseId, 1, '2026-03-02T09:00:40.000Z');
  assert.ok((await itsTurn(database, jobs, 'checkpoint')) instanceof Error);
  const left = await database.admin.query('select task_identifier, attempts, last_error from graphile_worker.jobs');
  assert.deepEqual(
    left.rows.map(row => [row.task_identifier, row.attempts]),
    [['checkpoint', 1]],
  );
  assert.match(left.rows[0]?.last_error, new RegExp(`Not everything could be signed.*${landlordId} has been altered`));
  assert.deepEqual(said, ['The job "checkpoint" has failed for good (AggregateError). Its error is kept with it.']);
  const verdict = await verdictOn(database, landlordId);
  assert.equal(verdict.unanchoredEvents, 1, 'nothing is built on a checkpoint that was tampered with');
});

test('every regular job can be done on an empty database, and its time is one', async t => {
  const database = await testDatabase();
  const { jobs } = await running(t, database);
  for (const { name } of regularJobs) assert.equal(await itsTurn(database, jobs, name), null, name);
  const { jobs: asWritten } = await running(t, database, [...regularJobs]);
  assert.ok(asWritten);
  assert.equal(new Set(regularJobs.map(job => job.name)).size, regularJobs.length);
});
