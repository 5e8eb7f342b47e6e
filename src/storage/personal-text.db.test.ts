import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../test/database.ts';
import { inLandlord, type Tx } from './landlord-transaction.ts';
import { lockForDecision } from './locks.ts';
import { disposeTexts, readTexts, storeText, storeTexts, textsAbout } from './personal-text.ts';

const database = await testDatabase();
const landlordId = await database.addLandlord();
const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inLandlord(database.app, landlordId, work);

test('texts come back as they were written, by id and by whom they are about', async () => {
  const subject = randomUUIDv7();
  const words = ['The roof leaks 🏠', '\u202e right to left', 'O\'Brien\n"quoted" \\ {curly}', ''];
  const stored = await run(tx =>
    storeTexts(
      tx,
      landlordId,
      words.map((value, at) => ({ subject, class: at === 0 ? 'complaint' : 'note', value })),
    ),
  );
  const read = await run(tx => readTexts(tx, landlordId, [...stored.map(text => text.textId), randomUUIDv7()]));
  assert.deepEqual(
    stored.map(text => read.get(text.textId)?.value),
    words,
  );
  assert.equal(read.size, 4);
  const notes = await run(tx => textsAbout(tx, landlordId, subject, ['note']));
  assert.deepEqual(
    notes.map(note => note.value),
    words.slice(1),
  );
  assert.equal((await run(tx => textsAbout(tx, landlordId, subject))).length, 4);
});

test('[R80] the same words have another commitment each time, so nobody can tell them by comparing', async () => {
  const text = { subject: randomUUIDv7(), class: 'note', value: 'The same words' };
  const [one, other] = await run(tx => storeTexts(tx, landlordId, [text, text]));
  assert.notEqual(one?.commitment, other?.commitment);
});

test('[R80] disposing removes words and salt, and says which texts were still there', async () => {
  const { textId } = await run(tx =>
    storeText(tx, landlordId, { subject: randomUUIDv7(), class: 'note', value: 'Private' }),
  );
  assert.deepEqual(await run(tx => disposeTexts(tx, landlordId, [textId, randomUUIDv7()], '2026-03-02')), [textId]);
  assert.deepEqual(await run(tx => disposeTexts(tx, landlordId, [textId], '2026-03-03')), []);
  const read = await run(tx => readTexts(tx, landlordId, [textId]));
  assert.deepEqual([read.get(textId)?.value, read.get(textId)?.disposedOn], [null, '2026-03-02']);
  const row = await database.admin.query('select value, salt from personal_text where text_id = $1', [textId]);
  assert.deepEqual(row.rows, [{ value: null, salt: null }]);
});

test('[R80] stored words are never reworded, whoever asks', async () => {
  const { textId } = await run(tx =>
    storeText(tx, landlordId, { subject: randomUUIDv7(), class: 'note', value: 'As they were said' }),
  );
  for (const pool of [database.app, database.owner]) {
    const reword = inLandlord(pool, landlordId, tx =>
      sql`update personal_text set value = 'kinder' where text_id = ${textId}`.execute(tx),
    );
    await assert.rejects(reword, /never reworded/);
  }
});

test('decisions about the same person or home take turns; about others they do not', async () => {
  const [person, home, other] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
  const order: string[] = [];
  const first = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const one = run(async tx => {
    await lockForDecision(tx, landlordId, [person, home]);
    held.resolve();
    await first.promise;
    order.push('first');
  });
  await held.promise;
  const two = run(async tx => {
    await lockForDecision(tx, landlordId, [home]);
    order.push('second');
  });
  await run(async tx => {
    await lockForDecision(tx, landlordId, [other]);
    order.push('other');
  });
  first.resolve();
  await Promise.all([one, two]);
  assert.deepEqual(order, ['other', 'first', 'second']);
});
