/** What a running case keeps of its policy when the landlord has a new one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { magna } from '../../../test/fixtures/letter-cases.ts';
import { effectivePolicy, rolesNow } from './effective.ts';
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

test('[R67] whoever was given a role has the one that took it over, and keeps their own', () => {
  assert.deepEqual(rolesNow(merged, [lead, 'complaint-officer']), [lead, 'complaint-officer', 'feedback-lead']);
  assert.deepEqual(rolesNow(magna, [lead]), [lead]);
});

const withTerms = (terms: Partial<Policy['escalation']>): Policy => ({
  ...magna,
  escalation: { ...magna.escalation, ...terms },
});
const { window } = magna.escalation;

test('[R67] a kinder term of the new version applies to complaints that are running, a harsher one does not', () => {
  assert.ok(window);
  const longer = { ...window, value: window.value * 2 };
  const strict: Partial<Policy['escalation']> = {
    ...{ window, late: 'refuse', reasonsRequired: true, channels: 'writing-only', discretionary: true },
    ...{ afterResponseOnly: true, reviewLimitedToReasonsGiven: true },
  };
  const kind: Partial<Policy['escalation']> = {
    ...{ window: longer, late: 'accept-by-default', reasonsRequired: false, channels: 'any', discretionary: false },
    ...{ afterResponseOnly: false, reviewLimitedToReasonsGiven: false },
  };
  const terms = (held: Policy, present: Policy) => effectivePolicy(held, present).escalation;
  assert.deepEqual(terms(withTerms(strict), withTerms(kind)), { ...magna.escalation, ...kind });
  assert.deepEqual(terms(withTerms(kind), withTerms(strict)), { ...magna.escalation, ...kind });
});

test('[R67] of two windows the longer holds where that is certain, and none at all is the longest', () => {
  const held = { value: 20, unit: 'working-days', countsFrom: 'response-date', clause: 'R12' } as const;
  const after = (present: Policy['escalation']['window']) =>
    effectivePolicy(withTerms({ window: held }), withTerms({ window: present })).escalation.window;
  assert.deepEqual(after({ ...held, value: 3, unit: 'months' })?.unit, 'months');
  assert.equal(after(null), null);
  for (const unsure of [
    { ...held, value: 1, unit: 'months' },
    { ...held, value: 28, unit: 'calendar-days' },
    { ...held, value: 10, unit: 'working-days' },
    { ...held, value: 40, countsFrom: 'agreed-works-complete' },
  ] as const)
    assert.deepEqual(after(unsure), held);
});
