import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { type Draft, discardDrafts, listDrafts, loadDraft, saveDraft } from './drafts.ts';
import { inLandlord } from './landlord-transaction.ts';

const database = await testDatabase();
const landlordId = await database.addLandlord();
const [ada, ben] = await Promise.all([addPerson('Ada'), addPerson('Ben')]);

async function addPerson(name: string): Promise<string> {
  const personId = randomUUIDv7();
  await inLandlord(database.app, landlordId, tx =>
    tx
      .insertInto('person')
      .values({
        ...{ landlord_id: landlordId, person_id: personId, name, sort_name: name.toLowerCase(), email: null },
        ...{ job_title: null, team: null, manager_id: null, left_on: null },
        created_at: '2026-01-01T00:00:00.000Z',
      })
      .execute(),
  );
  return personId;
}

function draft(personId: string, words: string, changes: Partial<Draft> = {}): Draft {
  return {
    ...{ draftId: randomUUIDv7(), personId, form: 'log', caseId: null, versionSeen: null },
    ...{ fields: { words, kinds: ['repairs', 'noise'] }, updatedAt: '2026-03-02T09:00:00.000Z' },
    ...changes,
  };
}

const save = (one: Draft) => inLandlord(database.app, landlordId, tx => saveDraft(tx, landlordId, one));
const load = (person: string, id: string) =>
  inLandlord(database.app, landlordId, tx => loadDraft(tx, landlordId, person, id));

test('what was typed comes back as it was, and the latest is kept', async () => {
  const first = draft(ada, 'The roof');
  await save(first);
  const second: Draft = {
    ...first,
    fields: { words: 'The roof leaks 🏠 \u202e<script>' },
    updatedAt: '2026-03-02T09:01:00.000Z',
  };
  assert.equal(await save(second), true);
  assert.deepEqual(await load(ada, first.draftId), second);
});

test('two tabs have two drafts, the latest first', async () => {
  const caseId = randomUUIDv7();
  const [one, two] = [
    draft(ada, 'one', { caseId }),
    draft(ada, 'two', { caseId, updatedAt: '2026-03-02T10:00:00.000Z' }),
  ];
  await save(one);
  await save(two);
  const found = await inLandlord(database.app, landlordId, tx =>
    listDrafts(tx, landlordId, ada, { form: 'log', caseId }),
  );
  assert.deepEqual(found, [two, one]);
  const elsewhere = await inLandlord(database.app, landlordId, tx =>
    listDrafts(tx, landlordId, ada, { form: 'log', caseId: null }),
  );
  assert.ok(elsewhere.every(other => other.caseId === null));
});

test("nobody reads, writes over or discards somebody else's draft", async () => {
  const mine = draft(ada, 'mine');
  await save(mine);
  assert.equal(await load(ben, mine.draftId), undefined);
  assert.equal(await save({ ...mine, personId: ben, fields: { words: 'his' } }), false);
  const { form, caseId } = mine;
  const discard = (person: string, of: { form: string; caseId: string | null }) =>
    inLandlord(database.app, landlordId, tx => discardDrafts(tx, landlordId, person, of));
  await discard(ben, { form, caseId });
  await discard(ada, { form: 'another', caseId });
  await discard(ada, { form, caseId: randomUUIDv7() });
  assert.deepEqual(await load(ada, mine.draftId), mine);
  await discard(ada, { form, caseId });
  assert.equal(await load(ada, mine.draftId), undefined);
});
