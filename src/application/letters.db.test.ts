import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { roadOf } from '../../test/case-road.ts';
import { staffSite } from '../../test/staff-site.ts';
import { inLandlord } from '../storage/landlord-transaction.ts';
import type { Application } from './application.ts';
import { issueLetter, type LetterAsked } from './letters.ts';
import { rebuildCase } from './rebuild.ts';

const site = await staffSite();
const acknowledgement: LetterAsked = {
  kind: 'acknowledgement',
  stage: 1,
  free: {},
  extensionId: null,
  supersedes: null,
};

async function ready() {
  const road = await roadOf(site, 'magna');
  await road.assigned();
  await road.defined();
  const ask = () => ({ caseId: road.caseId, versionSeen: null, commandId: randomUUID(), payload: {} });
  return { road, ask };
}

async function letters(caseId: string): Promise<{ letter_id: string; sha256: string; size: string }[]> {
  const found = await site.database.admin.query(
    'select letter_id, sha256, size from letter join document using (landlord_id, sha256) where case_id = $1',
    [caseId],
  );
  return found.rows;
}

test('[R82] what is issued is stored under the hash of its bytes, in the transaction that records it', async () => {
  const { road, ask } = await ready();
  const issued = await issueLetter(site.app, road.cast.officer, ask(), acknowledgement);
  assert.equal(issued.kind, 'done');
  const [stored] = await letters(road.caseId);
  assert.equal(stored?.letter_id, issued.letterId);
  assert.ok(Number(stored?.size) > 5000);
});

test('a letter whose case changes while it is being made is made again, and never goes out as it was', async () => {
  const { road, ask } = await ready();
  const made: string[] = [];
  const slow: Application = {
    ...site.app,
    async renderLetter(document, size) {
      const file = await site.app.renderLetter(document, size);
      if (made.length === 0) await road.defined(['The ceiling leaks into the cot.']);
      made.push(file.sha256);
      return file;
    },
  };
  const issued = await issueLetter(slow, road.cast.officer, ask(), acknowledgement);
  assert.equal(issued.kind, 'done');
  assert.equal(made.length, 2);
  const [stored] = await letters(road.caseId);
  assert.equal(stored?.sha256, made[1]);
  assert.notEqual(made[0], made[1]);
});

test('a letter that became impossible while it was being made is refused, and nothing is stored', async () => {
  const { road, ask } = await ready();
  const withdrawn: Application = {
    ...site.app,
    async renderLetter(document, size) {
      await road.does(road.cast.officer, (keep, { deciding }) => ({
        type: 'WithdrawComplaint',
        on: deciding.today,
        evidence: keep('Her email.', 'withdrawal'),
        channel: 'email',
      }));
      return site.app.renderLetter(document, size);
    },
  };
  const outcome = await issueLetter(withdrawn, road.cast.officer, ask(), acknowledgement);
  assert.equal(outcome.kind, 'refused');
  assert.deepEqual(await letters(road.caseId), []);
});

test('[MAG-06][MGL-32] somebody who needs large print gets the letter in it', async () => {
  const { road, ask } = await ready();
  await road.does(road.cast.officer, (keep, { loaded }) => ({
    type: 'RecordNeeds',
    personId: loaded.state.complainantId ?? '',
    needs: [{ kind: 'large-print', detail: keep('18 point, please.', 'need') }],
  }));
  const sizes: string[] = [];
  const watched: Application = {
    ...site.app,
    renderLetter: (document, size) => {
      sizes.push(size);
      return site.app.renderLetter(document, size);
    },
  };
  await issueLetter(watched, road.cast.officer, ask(), acknowledgement);
  assert.deepEqual(sizes, ['large']);
});

test('[R7] a way without an address keeps the letter from being issued', async () => {
  const road = await roadOf(site, 'magna', {
    complainant: { name: 'Una Mailless', email: null, phone: '01632 960777', knownAs: null },
    home: { address: '3 Elm Row, Testington', postcode: 'ZZ1 4LD' },
  });
  await road.assigned();
  await road.defined();
  const ask = () => ({ caseId: road.caseId, versionSeen: null, commandId: randomUUID(), payload: {} });
  const byEmail = await issueLetter(site.app, road.cast.officer, ask(), { ...acknowledgement, how: 'email' });
  assert.equal(byEmail.kind, 'refused');
  const likely = await issueLetter(site.app, road.cast.officer, ask(), acknowledgement);
  assert.equal(likely.kind, 'done', 'by post, as nothing else is known');
});

test('what a letter says is found in All cases from the moment it is issued, and after a rebuild in the same way', async () => {
  const { road, ask } = await ready();
  const officer = await site.as(road.cast.officer);
  const found = async () => (await officer.get('/cases?q=heliotrope')).html.includes(road.reference);
  assert.equal(await found(), false);
  const free = { introduction: 'We are sorry about the heliotrope wallpaper.' };
  await issueLetter(site.app, road.cast.officer, ask(), { ...acknowledgement, free });
  assert.equal(await found(), true);
  const rows = async () =>
    (await site.database.admin.query('select words::text from search_text where case_id = $1', [road.caseId])).rows;
  const before = await rows();
  const { landlordId } = site.magna;
  await inLandlord(site.app.database, landlordId, tx => rebuildCase(site.app, tx, landlordId, road.caseId));
  assert.deepEqual(await rows(), before);
});
