/** Versions, approvals, reviews and registers of the shipped packs. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { effectivePolicy } from '../../domain/policy/effective.ts';
import { policyInForce } from '../../domain/policy/in-force.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { policyReview } from '../../domain/policy/policy-review.ts';
import {
  faultLine,
  isFaults,
  type LoadedPack,
  loadPack,
  loadPackFromBytes,
  loadPackFromTexts,
  readPackTexts,
} from './load-pack.ts';
import { allClauses } from './registers.ts';

const PACKS = join(import.meta.dirname, '../../../policies');

async function pack(id: string): Promise<LoadedPack> {
  const loaded = await loadPack(join(PACKS, id));
  if (isFaults(loaded)) throw new Error(loaded.map(faultLine).join('\n'));
  return loaded;
}

async function magentaWith(change: (text: string) => string): Promise<Policy> {
  const texts = await readPackTexts(join(PACKS, 'magenta'));
  const loaded = loadPackFromTexts(texts.map(({ name, text }) => ({ name, text: change(text) })));
  if (isFaults(loaded)) throw new Error(loaded.map(faultLine).join('\n'));
  return loaded.policy;
}

test('[MAG-61] the policy is owed a review by the Strategic Board each year, counted from when it began to hold', async () => {
  const { policy } = await pack('magna');
  const review = policyReview(policy, '2025-04-01');
  assert.equal(review?.dueOn, '2025-04-01');
  assert.equal(review?.overdue, false, 'not on the day itself');
  assert.equal(review?.by, 'Strategic Board');
  assert.equal(review?.clause, 'MAG-61');
  assert.match(review?.why ?? '', /assumed/);
  assert.equal(policyReview(policy, '2025-04-02')?.overdue, true);
});

test('[MGL-44] the review is owed on the date of the front page, is shown as overdue after it, and what disagrees is named', async () => {
  const { policy } = await pack('magenta');
  assert.equal(policyReview(policy, '2026-09-30')?.overdue, false);
  const review = policyReview(policy, '2026-10-01');
  assert.deepEqual([review?.dueOn, review?.overdue], ['2026-09-30', true]);
  const named = review?.disagreements.join(' ') ?? '';
  assert.match(named, /36 months after the last approval would be Thursday 1 March 2029/);
  assert.match(named, /More than one approver is named/);
});

test('[MGL-44] without a date of its own the review falls three years after the last approval', async () => {
  const policy = await magentaWith(text => text.replace('next: 2026-09-30', 'next: null'));
  assert.equal(policyReview(policy, '2026-11-22')?.dueOn, '2029-03-01');
});

test('[MGL-45] the version keeps its amendments with date, what and why, and a change after the approval is named', async () => {
  const { policy } = await pack('magenta');
  assert.ok(policy.version.amendments.length >= 9);
  for (const { on, what, why } of policy.version.amendments) assert.ok(on >= '2023-10' && what !== '' && why !== '');
  const changed = await magentaWith(text => text.replace('- { on: 2026-02,', '- { on: 2026-08,'));
  assert.match(policyReview(changed, '2026-11-22')?.disagreements.join(' ') ?? '', /later than the last approval/);
});

test('[MGL-45][R67] a complaint keeps the version it was received under: the stored bytes make that version again', async () => {
  const then = await pack('magenta');
  const stored = loadPackFromBytes(then.bytes);
  if (isFaults(stored)) throw new Error('the stored pack cannot be read');
  assert.deepEqual(stored.policy.escalation.window, then.policy.escalation.window);
  assert.equal(stored.hash, then.hash);
  const now = await magentaWith(text =>
    text
      .replace('window: { value: 6, unit: months', 'window: { value: 3, unit: months')
      .replace('  phone: null\n  email: null\n', '  phone: 01632 960 999\n  email: null\n'),
  );
  const held = effectivePolicy(stored.policy, now);
  assert.equal(held.escalation.window?.value, 6, 'windows are pinned');
  assert.equal(held.landlord.phone, '01632 960 999', 'contacts are current');
});

test('[MGL-45] of two versions the one in force on the day of receipt is used, and an assumed date is said to be assumed', async () => {
  const { policy } = await pack('magenta');
  const next: Policy = {
    ...policy,
    version: { ...policy.version, version: '2027', inForceFrom: '2027-01-01', inForceAssumed: null },
  };
  const both = [policy, next];
  assert.deepEqual(policyInForce(both, '2026-12-31'), { policy, assumed: true });
  assert.deepEqual(policyInForce(both, '2027-01-01'), { policy: next, assumed: false });
  assert.equal(policyInForce(both, '2026-03-31'), null);
});

test('an interim policy goes before the ordinary one until its last day', async () => {
  const { policy } = await pack('magna');
  const interim: Policy = {
    ...policy,
    version: {
      ...policy.version,
      version: 'interim',
      inForceAssumed: '2026-05-01',
      interim: { why: 'A cyber attack', until: '2026-06-30' },
    },
  };
  assert.equal(policyInForce([policy, interim], '2026-06-30')?.policy, interim);
  assert.equal(policyInForce([policy, interim], '2026-07-01')?.policy, policy);
});

test('the registers hold every clause of both policies and every paragraph of the Code, each once, with its line', async () => {
  const magna = (await pack('magna')).policy.register;
  const magenta = (await pack('magenta')).policy.register;
  const numbered = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);
  assert.deepEqual(
    magna.map(({ id }) => id),
    numbered('MAG', 67),
  );
  assert.deepEqual(
    magenta.map(({ id }) => id),
    numbered('MGL', 52),
  );
  for (const { line } of magna) assert.ok(line !== null && line >= 13 && line <= 208);
  for (const { line } of magenta) assert.ok(line !== null && line >= 22 && line <= 223);
  const paragraphs = (await pack('code-2024')).policy.register.map(({ id }) => id);
  const perSection = [6, 5, 7, 3, 15, 20, 4, 5, 8];
  assert.deepEqual(
    paragraphs,
    perSection.flatMap((count, section) => Array.from({ length: count }, (_, at) => `Code ${section + 1}.${at + 1}`)),
  );
  const all = (await allClauses(PACKS)).map(({ id }) => id);
  assert.equal(new Set(all).size, all.length);
  assert.ok(all.includes('R82'));
});
