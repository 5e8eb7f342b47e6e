import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { dayFields, does, happened } from '../../test/act-forms.ts';
import { castOf, roadOf } from '../../test/case-road.ts';
import { staffSite } from '../../test/staff-site.ts';
import { openSigningKey } from '../outside/signing-key.ts';
import { inLandlord } from '../storage/landlord-transaction.ts';
import { disposeOfWords } from './dispose.ts';
import { checkpointEveryLandlord, verifyEverything } from './proof.ts';
import { rebuildEverything } from './rebuild.ts';

const site = await staffSite();
const { landlordId } = site.magenta;
const { approver: duty, colleague } = castOf(site, 'magenta');
const today = dayFields('on', '2026-11-04');

/** A complaint with a note and a referral, both with words to be found again. */
async function referred() {
  const { reference, caseId } = await roadOf(site, 'magenta', { words: 'The quokka keeps me awake.' });
  await does(await site.as(colleague), `/cases/${reference}/do/add-note`, { note: 'Rang about the quokka.' });
  const made = { sign: 'self-harm', words: 'He said quokka, and wept.', duty: duty.personId, time: '09:30', ...today };
  await does(await site.as(colleague), `/cases/${reference}/referrals/new`, made);
  const work = (await (await site.as(duty)).get('/my-work')).html;
  const href = new RegExp(`/cases/${reference}/referrals/[0-9a-f-]{36}`).exec(work)?.[0] ?? '';
  return { reference, caseId, href };
}

async function closed() {
  const referral = await referred();
  const fields = { outcome: 'support-in-place', words: 'The quokka is gone.', time: '09:50', ...today };
  await does(await site.as(duty), `${referral.href}/close`, fields);
  return referral;
}

const dispose = (caseId: string) =>
  inLandlord(site.database.app, landlordId, tx =>
    disposeOfWords(site.app, tx, { landlordId, caseId, under: 'ordinary', now: '2026-11-04T10:00:00.000Z' }),
  );

/** The words that are still kept of a complaint, its referrals with it. */
async function kept(caseId: string): Promise<string[]> {
  const { rows } = await site.database.admin.query<{ value: string }>(
    `select value from personal_text where subject = $1 and value like '%quokka%' order by text_id`,
    [caseId],
  );
  return rows.map(row => row.value);
}

async function clean(t: test.TestContext): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'redress-proof-'));
  t.after(() => rm(folder, { recursive: true }));
  await checkpointEveryLandlord(site.database.app, await openSigningKey(folder), folder, '2026-11-04T10:01:00.000Z');
  const verdict = await verifyEverything(site.database.app, folder);
  assert.deepEqual(
    verdict.landlords.flatMap(one => one.findings),
    [],
  );
}

test('[R61][R80] the words of a referral go when those of its complaint go; what happened stays, and verifies', async t => {
  const { reference, caseId, href } = await closed();
  assert.equal((await kept(caseId)).length, 4);
  const before = await happened(site, reference);
  assert.equal(await dispose(caseId), 'disposed');
  assert.deepEqual(await kept(caseId), []);
  const page = await (await site.as(duty)).get(href);
  assert.match(page.text, /Disposed of on 2026-11-04.*Support is in place, and nothing more is needed/);
  assert.doesNotMatch(page.text, /quokka/);
  const after = await happened(site, reference);
  assert.deepEqual(after.slice(0, -1), before);
  const last = after.at(-1);
  assert.deepEqual([last?.type, last?.body['under']], ['Disposed', 'ordinary']);
  const { rows } = await site.database.admin.query(
    `select count(*)::int as n from search_text where case_id = $1 and words @@ to_tsquery('english', 'quokka')`,
    [caseId],
  );
  assert.equal(rows[0]?.n, 0, 'nor is it found by them');
  await clean(t);
});

test('[R61] the complaint’s own entry names no word of the referral', async () => {
  const { reference, caseId, href } = await closed();
  const { rows } = await site.database.admin.query<{ text_id: string }>(
    `select text_id from personal_text where subject = $1 and class = 'referral'`,
    [caseId],
  );
  assert.equal(rows.length, 2);
  await dispose(caseId);
  const entry = JSON.stringify((await happened(site, reference)).at(-1)?.body);
  for (const { text_id } of rows) assert.ok(!entry.includes(text_id));
  const inReferral = await site.database.admin.query(`select type from event where case_id = $1 order by version`, [
    href.split('/').at(-1),
  ]);
  assert.deepEqual(
    inReferral.rows.map(row => row.type),
    ['ReferralMade', 'ReferralClosed', 'Disposed'],
  );
});

test('[R61] while a referral is open nothing is taken away; a second time there is nothing left to take', async () => {
  const open = await referred();
  assert.equal(await dispose(open.caseId), 'referral-open');
  assert.equal((await kept(open.caseId)).length, 3);
  const { reference, caseId } = await closed();
  await dispose(caseId);
  const events = (await happened(site, reference)).length;
  assert.equal(await dispose(caseId), 'disposed');
  assert.equal((await happened(site, reference)).length, events);
});

test('[R61][R80] the rows are what the events make of them, on rebuilding too', async () => {
  const rows = async () =>
    (await site.database.admin.query('select row_to_json(r)::text as row from referral r order by referral_id')).rows;
  const written = await rows();
  await rebuildEverything(site.app);
  assert.deepEqual(await rows(), written);
});
