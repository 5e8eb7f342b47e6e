/** What a running case keeps of its policy when the landlord has a new one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { magna } from '../../../test/fixtures/letter-cases.ts';
import { effectivePolicy } from './effective.ts';
import type { Policy } from './policy.ts';

const lead = 'complaints-resolution-lead';
/** After a merger: another name, and the lead's work with a role of another id. */
const merged: Policy = {
  ...magna,
  landlord: { ...magna.landlord, name: 'Magna and Neighbours' },
  roles: magna.roles.map(role => (role.id === lead ? { ...role, id: 'feedback-lead', succeeds: [lead] } : role)),
};

test('[R67] a case under the earlier version is decided by the role that has taken over, and by nobody new besides', () => {
  const held = effectivePolicy(magna, merged);
  assert.deepEqual(held.escalation.refusal?.decidedBy, [lead, 'feedback-lead']);
  assert.deepEqual(held.stage2Review, magna.stage2Review);
  assert.deepEqual(held.stages, magna.stages);
  assert.deepEqual(held.escalation.window, magna.escalation.window, 'what is pinned stays');
});

test('[R67] letters of a running case carry the landlord’s new name', () => {
  assert.equal(effectivePolicy(magna, merged).landlord.name, 'Magna and Neighbours');
});

test('[R67] without a successor nothing is added to anything', () => {
  assert.deepEqual(effectivePolicy(magna, magna), magna);
});
