/** Recording that the policy was reviewed and approved: what is remembered of it, or why it cannot be recorded so (MAG-61, MGL-44). */
import { type LocalDate, sayDate } from '../calendar/dates.ts';
import type { TextRef } from '../complaint/events.ts';
import { holdsFrom } from '../policy/in-force.ts';
import type { Policy } from '../policy/policy.ts';
import type { RecordedReview } from '../policy/policy-review.ts';
import type { Role, RoleId } from '../policy/roles.ts';

export const reviewOutcomes = ['kept', 'changed'] as const;
/** `changed`: the text is to be written anew; a version of it that is loaded later is reviewed in its own time. */
export type ReviewOutcome = (typeof reviewOutcomes)[number];

export type ReviewRecord = {
  approvedOn: LocalDate;
  approvedBy: RoleId;
  outcome: ReviewOutcome;
  /** Where the approval is to be found, such as the minutes of a meeting. */
  evidence: TextRef;
};

/** An event of the landlord's own stream. */
export type PolicyReviewed = {
  type: 'PolicyReviewed';
  schema: 1;
  occurredOn: LocalDate;
  body: ReviewRecord & { version: string; packHash: string };
};

type Facts = {
  policy: Policy;
  packHash: string;
  reviews: readonly RecordedReview[];
  roles: readonly RoleId[];
  today: LocalDate;
};

/** The event, or the sentence why there is none. */
export function recordReview(record: ReviewRecord, facts: Facts): PolicyReviewed | { refused: string } {
  const refused = whyNotReview(facts) ?? wrongWith(record, facts);
  if (refused !== null) return { refused };
  const { policy, packHash } = facts;
  const body = { ...record, version: policy.version.version, packHash };
  return { type: 'PolicyReviewed', schema: 1, occurredOn: record.approvedOn, body };
}

/** Why somebody with these roles may not record a review; null where they may. Asked before anybody fills in a form. */
export function whyNotReview({ policy, roles }: Pick<Facts, 'policy' | 'roles'>): string | null {
  const may = policy.roles.filter(role => role.may.includes('manage-policy'));
  if (may.some(role => roles.includes(role.id))) return null;
  const titles = may.map(role => role.title).join(', ');
  return `You cannot record a review of the policy: ${titles === '' ? 'the policy gives this to nobody' : `the policy gives this to ${titles}`}.`;
}

/** The roles that may approve the policy. */
export function approversOf({ roles }: Policy): Role[] {
  return roles.filter(role => role.may.includes('approve-policy'));
}

function wrongWith({ approvedOn, approvedBy }: ReviewRecord, { policy, reviews, today }: Facts): string | null {
  const approvers = approversOf(policy);
  if (!approvers.some(role => role.id === approvedBy))
    return `The policy is approved by ${approvers.map(role => role.title).join(' or ')}, and by nobody else.`;
  if (approvedOn > today)
    return `${sayDate(approvedOn)} has not come yet. Record the approval on the day it is given, or after.`;
  const from = holdsFrom(policy);
  if (from !== null && approvedOn < from)
    return `This version holds from ${sayDate(from)}. An approval of ${sayDate(approvedOn)} was of another text.`;
  const last = reviews
    .map(one => one.approvedOn)
    .toSorted()
    .at(-1);
  if (last !== undefined && approvedOn <= last)
    return `A review approved on ${sayDate(last)} is recorded already. Give the day of a later one.`;
  return null;
}
