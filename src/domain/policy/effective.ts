/** Which policy a running case works under when its landlord's policy has changed since it was received. */
import type { Policy } from './policy.ts';
import type { PackPart } from './version.ts';

/** Which fields of a policy each part of a pack consists of. */
const fieldsOf: Record<PackPart, readonly (keyof Policy)[]> = {
  clocks: ['stages', 'nonWorkingStart', 'earlyContact', 'assignWithin', 'updates', 'deemedReceipt', 'dutyTimes'],
  extensions: [],
  escalation: ['escalation', 'stage2Review'],
  exclusions: ['exclusions', 'exclusionListOpen'],
  'required-contents': [],
  wording: [],
  contacts: ['contacts', 'landlord'],
  routing: ['routing'],
  delegation: ['roles', 'onCall'],
  closures: [],
  compensation: ['compensation'],
  retention: ['retention'],
  indicators: ['indicators'],
};

/**
 * The version pinned at receipt, with every part the pack marks `current` taken from the present version. Parts paid `by event
 * date` are read with the date of their event by whoever pays, from the version then in force, so here they stay pinned.
 */
export function effectivePolicy(pinned: Policy, present: Policy): Policy {
  const effective: Policy = { ...pinned };
  for (const [part, binding] of Object.entries(pinned.bindings) as [PackPart, Policy['bindings'][PackPart]][]) {
    if (binding !== 'current') continue;
    Object.assign(effective, Object.fromEntries(fieldsOf[part].map(field => [field, present[field]])));
  }
  if (pinned.bindings.wording === 'current')
    effective.letters = { ...pinned.letters, wording: present.letters.wording };
  if (pinned.bindings.closures === 'current')
    effective.calendar = { ...pinned.calendar, closures: present.calendar.closures };
  return effective;
}
