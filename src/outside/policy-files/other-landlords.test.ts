/** Policies of landlords the format was not made for: each loads, and what is odd about it is data that can be read. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { policyInForce } from '../../domain/policy/in-force.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { faultLine, isFaults, loadPack } from './load-pack.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FIXTURES = join(ROOT, 'test/fixtures/other-landlords');
const PACKS = join(ROOT, 'policies');

async function other(name: string): Promise<Policy> {
  const loaded = await loadPack(join(FIXTURES, `${name}.yaml`), PACKS);
  if (isFaults(loaded)) throw new Error(loaded.map(faultLine).join('\n'));
  return loaded.policy;
}

test('every policy of another landlord loads, extends the Code and is a policy of its own', async () => {
  const names = readdirSync(FIXTURES).map(name => name.replace('.yaml', ''));
  assert.ok(names.length >= 13);
  for (const name of names) {
    const policy = await other(name);
    assert.equal(policy.kind, 'landlord');
    assert.equal(policy.id, name);
    assert.equal(policy.ourReadings, undefined, 'the readings of the Code’s pack are not taken over');
    assert.ok(policy.register.some(({ id }) => id === 'Code 6.2') && policy.letters.wording.length === 10);
  }
});

test('a window of fourteen days, escalation in writing only and with reasons can be said', async () => {
  const { escalation, stages } = await other('shepherds-bush');
  assert.deepEqual(escalation.window, {
    value: 14,
    unit: 'calendar-days',
    countsFrom: 'response-date',
    clause: 'SBH-02',
  });
  assert.deepEqual([escalation.reasonsRequired, escalation.channels], [true, 'writing-only']);
  assert.equal(stages[2].respond, null, 'what was not seen is not invented');
});

test('a length in "days" keeps the word of the source beside our reading of it', async () => {
  const { stages } = await other('newcastle');
  assert.deepEqual(stages[1].extension?.cap, { value: 10, unit: 'working-days', unitAsWritten: 'days' });
  assert.equal(stages[2].respond?.unitAsWritten, 'days');
  assert.equal(stages[2].respond?.fromAsWritten, 'not stated');
});

test('a cap that is only an aim, and a stage 2 at discretion, can be said', async () => {
  const { stages, escalation } = await other('woking');
  assert.deepEqual([stages[1].extension?.capIsAim, stages[2].extension?.capIsAim], [true, true]);
  assert.equal(escalation.discretionary, true);
});

test('clocks that start when the complaint is logged, and extensions by agreement without a cap, can be said', async () => {
  const { stages, contacts } = await other('estuary');
  assert.deepEqual([stages[1].respond?.from, stages[2].respond?.from], ['logging', 'logging']);
  assert.deepEqual([stages[1].extension?.cap, stages[1].extension?.customerAgreement], [null, 'required']);
  const forCare = contacts.filter(({ categories }) => categories?.includes('care')).map(({ body }) => body);
  assert.deepEqual(forCare, ['local-government-ombudsman', 'parliamentary-health-ombudsman']);
});

test('late requests on their merits, a review limited to the reasons, an answer the line manager checks, can be said', async () => {
  const { escalation, stages } = await other('housing-21');
  assert.deepEqual([escalation.late, escalation.reviewLimitedToReasonsGiven], ['on-merits', true]);
  assert.deepEqual(stages[1].responseApprovedBy, ['line-manager']);
  assert.equal(stages[1].extension?.customerAgreement, 'preferred');
});

test('a window that counts from receiving the answer can be said', async () => {
  const { escalation } = await other('north-warwickshire');
  assert.deepEqual([escalation.window?.value, escalation.window?.countsFrom], [28, 'response-receipt']);
});

test('a stage 2 decided by two people, one of each role, after an informal attempt, can be said', async () => {
  const { stage2Review, preStage, escalation, closing } = await other('tower-hamlets');
  assert.deepEqual([stage2Review.panelOf, stage2Review.oneOfEach], [2, true]);
  assert.deepEqual(stage2Review.reviewers, ['head-of-service', 'customer-resolution-manager']);
  assert.equal(preStage.kind, 'informal');
  assert.deepEqual([escalation.window?.unit, escalation.channels], ['months', 'normally-in-writing']);
  assert.equal(closing.when, 'after-response');
});

test('a gate that may make the first answer the last, and a shorter stage 2, can be said', async () => {
  const { escalation, stages } = await other('milton-keynes');
  assert.equal(escalation.discretionary, true);
  assert.deepEqual([stages[2].respond?.value, stages[2].extension?.condition], [10, 'complex']);
});

test('an answer due within a range, and a window from the end of agreed works, can be said', async () => {
  const { stages, escalation } = await other('milton-keynes-earlier');
  assert.deepEqual([stages[1].respond?.atLeast, stages[1].respond?.value], [10, 20]);
  assert.equal(escalation.window?.countsFrom, 'response-receipt-or-agreed-works');
  assert.equal(escalation.reasonsRequired, true);
});

test('an acknowledgement by the end of the next working day, and no escalation before an answer, can be said', async () => {
  const { stages, escalation, representatives } = await other('london-and-quadrant');
  assert.deepEqual([stages[1].acknowledge?.value, stages[1].acknowledge?.from], [1, 'receipt']);
  assert.equal(stages[1].respond?.from, 'receipt');
  assert.equal(escalation.afterResponseOnly, true);
  assert.deepEqual([representatives.councillorsAndMps, representatives.electedEnquiries], ['accepted', 'own-process']);
});

test('a complaint that counts only once verified, and closes after seventy days, can be said', async () => {
  const { preStage, representatives, anonymous, closing } = await other('spitalfields');
  assert.equal(preStage.kind, 'verification');
  assert.notEqual(representatives.identityCheck, null);
  assert.equal(anonymous.handling, 'not-recorded');
  assert.deepEqual(closing.after, { value: 70, unit: 'calendar-days', unitAsWritten: 'days' });
});

test('a stage 2 held by another organisation, a letter as the only way in, and who looks into the manager, can be said', async () => {
  const { stage2Review, channels, routing, exclusions } = await other('wellington-mills');
  assert.deepEqual([stage2Review.body, stage2Review.reviewers], ['London Borough of Lambeth', []]);
  assert.deepEqual(
    channels.map(({ id }) => id),
    ['letter'],
  );
  assert.deepEqual(
    routing.map(({ when, to }) => [when, to]),
    [[{ complainedOf: 'manager' }, ['secretary']]],
  );
  assert.ok(exclusions.some(({ id }) => id === 'about-the-council'));
  assert.ok(
    exclusions.some(({ id }) => id === 'court-claim'),
    'added grounds leave the inherited ones in place',
  );
});

test('two policies at a time by who owned the home, merged later, are told apart by home and date', async () => {
  const all = [
    await other('sovereign-2024-06'),
    await other('network-homes-2024'),
    await other('sovereign-network-group'),
  ];
  const held = (on: `${number}-${number}-${number}`, entity: string) => policyInForce(all, on, entity);
  assert.equal(held('2024-07-01', 'former-sovereign')?.policy.version.version, '1.1');
  assert.equal(held('2024-07-01', 'network-homes')?.policy.version.version, 'network');
  assert.equal(held('2024-07-01', 'network-homes')?.assumed, true);
  assert.equal(held('2024-09-30', 'former-sovereign')?.policy.version.version, '1.1');
  assert.equal(held('2024-10-01', 'former-sovereign')?.policy.version.version, '2.0');
  assert.equal(held('2024-07-01', 'some-other-home'), null);
  assert.equal(held('2024-05-31', 'former-sovereign'), null);
  const merged = held('2025-01-01', 'network-homes')?.policy;
  assert.deepEqual(merged?.stages[2].extension?.cap, { value: 10, unit: 'working-days' });
  assert.ok(merged?.exclusions.some(({ id }) => id === 'safeguarding'));
});
