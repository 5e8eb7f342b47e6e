import assert from 'node:assert/strict';
import test from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { queueJob } from './jobs.ts';
import { inLandlord } from './landlord-transaction.ts';

const database = await testDatabase();
const landlordId = await database.addLandlord();
const letter = { task: 'deliver-letter', landlordId, ids: { letterId: '1' } };

async function queued(): Promise<{ task: string; payload: object; queue: string | null }[]> {
  const jobs = await database.admin.query(
    `select t.identifier as task, j.payload, j.job_queue_id as queue
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
  );
  return jobs.rows;
}

test('a job is queued with what it is about, or not at all', async () => {
  await inLandlord(database.app, landlordId, tx => queueJob(tx, letter));
  const failed = inLandlord(database.app, landlordId, async tx => {
    await queueJob(tx, letter);
    throw new Error('the letter was not saved');
  });
  await assert.rejects(failed, /not saved/);
  assert.deepEqual(await queued(), [
    { task: 'deliver-letter', payload: { letterId: '1', landlord_id: landlordId }, queue: null },
  ]);
});

test('a job of the same key takes the place of the one before', async () => {
  const before = (await queued()).length;
  for (const letterId of ['2', '3']) {
    await inLandlord(database.app, landlordId, tx => queueJob(tx, { ...letter, ids: { letterId }, key: 'same' }));
  }
  const jobs = await queued();
  assert.equal(jobs.length, before + 1);
  assert.deepEqual(jobs.at(-1)?.payload, { letterId: '3', landlord_id: landlordId });
});

test('a job about another landlord than the one that is set is refused', async () => {
  const other = await database.addLandlord();
  const job = inLandlord(database.app, other, tx => queueJob(tx, letter));
  await assert.rejects(job, /does not name the landlord/);
});
