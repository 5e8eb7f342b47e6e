/** Which policy a running case works under when its landlord's policy has changed since it was received. */
import { withKinderTerms } from './kinder-terms.ts';
import type { Policy } from './policy.ts';
import type { RoleId } from './roles.ts';
import type { StageRules } from './stage-rules.ts';
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
  delegation: ['roles', 'onCall', 'safeguarding', 'delegation', 'training'],
  closures: [],
  compensation: ['compensation'],
  retention: ['retention'],
  indicators: ['indicators'],
};

/** What a pinned part gives to a role is given to the role that has taken its work over, too (R67). */
function withSuccessors(policy: Policy, present: Policy): Policy {
  const { roles } = present;
  const and = (ids: readonly RoleId[]): RoleId[] => rolesNow(present, ids);
  if (!roles.some(role => role.succeeds !== undefined)) return policy;
  const { escalation, stage2Review, stages, routing } = policy;
  const { refusal } = escalation;
  const declines =
    refusal === null
      ? null
      : { ...refusal, decidedBy: and(refusal.decidedBy), withSupportFrom: and(refusal.withSupportFrom) };
  return {
    ...policy,
    escalation: { ...escalation, refusal: declines },
    stage2Review: { ...stage2Review, reviewers: and(stage2Review.reviewers), fallback: and(stage2Review.fallback) },
    stages: { 1: stageFor(stages[1], and), 2: stageFor(stages[2], and) },
    routing: routing.map(rule => ({ ...rule, to: and(rule.to) })),
  };
}

function stageFor(rules: StageRules, and: (ids: readonly RoleId[]) => RoleId[]): StageRules {
  const { extension, responseApprovedBy } = rules;
  const { beyondCap = null, secondTier = null } = extension ?? {};
  return {
    ...rules,
    ...(responseApprovedBy === undefined ? {} : { responseApprovedBy: and(responseApprovedBy) }),
    extension:
      extension === null
        ? null
        : {
            ...extension,
            beyondCap: beyondCap === null ? null : { ...beyondCap, approvedBy: and(beyondCap.approvedBy) },
            secondTier: secondTier === null ? null : { ...secondTier, approvedBy: and(secondTier.approvedBy) },
          },
  };
}

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
  effective.escalation = withKinderTerms(effective.escalation, present.escalation);
  return withSuccessors(effective, present);
}

/** What somebody may do who was given these roles, under an earlier version perhaps: theirs, and those that took their work over. */
export function rolesNow({ roles }: Policy, given: readonly RoleId[]): RoleId[] {
  const successors = roles.filter(role => role.succeeds?.some(id => given.includes(id))).map(role => role.id);
  return [...new Set([...given, ...successors])];
}
