import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { inLandlord } from './landlord-transaction.ts';
import { closeReceipt, forgetReceipts, openReceipt, type ReceivedCommand } from './receipts.ts';

const database = await testDatabase();
const landlordId = await database.addLandlord();

function form(commandId: string, words: string): ReceivedCommand {
  return { landlordId, commandId, payload: { words }, receivedAt: '2026-03-02T09:00:00.000Z' };
}

/** As a command does it; returns what the receipt said, and how often the work was really done. */
async function send(command: ReceivedCommand, done: string[], fails = false): Promise<unknown> {
  return inLandlord(database.app, landlordId, async tx => {
    const receipt = await openReceipt(tx, command);
    if (receipt.kind !== 'new') return receipt;
    done.push(command.commandId);
    if (fails) throw new Error('fault');
    await closeReceipt(tx, command, { caseId: command.commandId });
    return receipt;
  });
}

test('a form sent twice is done once, and answered twice alike', async () => {
  const [command, done] = [form(randomUUIDv7(), 'The roof leaks'), [] as string[]];
  assert.deepEqual(await send(command, done), { kind: 'new' });
  assert.deepEqual(await send(command, done), { kind: 'same', result: { caseId: command.commandId } });
  assert.equal(done.length, 1);
});

test('pressed ten times at once, it is done once', async () => {
  const [command, done] = [form(randomUUIDv7(), 'The roof leaks'), [] as string[]];
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(command, done)));
  const same = { kind: 'same', result: { caseId: command.commandId } };
  assert.deepEqual(
    answers.filter(answer => JSON.stringify(answer) !== '{"kind":"new"}'),
    Array(9).fill(same),
  );
  assert.equal(done.length, 1);
});

test('the same form with other words in it is told what was sent before', async () => {
  const commandId = randomUUIDv7();
  await send(form(commandId, 'The roof leaks'), []);
  assert.deepEqual(await send(form(commandId, 'The roof leaks badly'), []), {
    kind: 'other',
    result: { caseId: commandId },
    earlierPayload: { words: 'The roof leaks' },
  });
});

test('a form whose first sending failed may be sent again', async () => {
  const [command, done] = [form(randomUUIDv7(), 'The roof leaks'), [] as string[]];
  await assert.rejects(send(command, done, true), /fault/);
  assert.deepEqual(await send(command, done), { kind: 'new' });
});

test('the same command id at another landlord is another form', async () => {
  const command = form(randomUUIDv7(), 'The roof leaks');
  await send(command, []);
  const other = await database.addLandlord();
  const receipt = await inLandlord(database.app, other, tx => openReceipt(tx, { ...command, landlordId: other }));
  assert.deepEqual(receipt, { kind: 'new' });
});

test('receipts are forgotten after their time', async () => {
  const command = form(randomUUIDv7(), 'The roof leaks');
  await send(command, []);
  const forget = (before: '2026-03-02T09:00:00.000Z' | '2026-03-03T00:00:00.000Z') =>
    inLandlord(database.app, landlordId, tx => forgetReceipts(tx, landlordId, before));
  assert.equal(await forget('2026-03-02T09:00:00.000Z'), 0);
  assert.ok((await forget('2026-03-03T00:00:00.000Z')) >= 1);
  assert.deepEqual(await send(command, []), { kind: 'new' });
});
