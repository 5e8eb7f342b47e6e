/** When a policy has to be looked at again, by whom, and why that day (MAG-61, MGL-44). */
import { addMonths, isLocalDate, type LocalDate, sayDate } from '../calendar/dates.ts';
import { holdsFrom } from './in-force.ts';
import type { Policy } from './policy.ts';
import type { ClauseId } from './spans.ts';

/** A review that was recorded: of which version, approved when and by whom. */
export type RecordedReview = { version: string; approvedOn: LocalDate; approvedBy: string };

export type PolicyReview = {
  dueOn: LocalDate;
  overdue: boolean;
  /** Who reviews and approves. */
  by: string;
  clause: ClauseId;
  /** Why that day, in words. */
  why: string;
  /** The policy's own statements about its review and approval that do not fit together. */
  disagreements: string[];
};

/** The review that is owed, and whether its day has passed. */
export function policyReview(
  policy: Policy,
  today: LocalDate,
  reviews: readonly RecordedReview[] = [],
): PolicyReview | null {
  const owed = reviewOwed(policy, reviews);
  return owed === null ? null : { ...owed, overdue: owed.dueOn < today };
}

/**
 * The review that is owed: so long after the last one that was recorded, else on the day the policy names, else so long after its
 * last approval, else so long after it began to hold. Null only for a pack without any date, which no loader lets through, or a
 * length that is not in months.
 */
export function reviewOwed(policy: Policy, reviews: readonly RecordedReview[]): Omit<PolicyReview, 'overdue'> | null {
  const { every, by, clause } = policy.version.review;
  if (every.unit !== 'months') return null;
  const approved = lastApproval(policy);
  const recorded = lastRecorded(policy, reviews, approved);
  const from = recorded ?? approved ?? holdsFrom(policy);
  if (from === null) return null;
  const next = recorded === null ? policy.version.review.next : null;
  const counted = addMonths(from, every.value);
  const assumed = policy.version.inForceFrom === null ? ' (assumed)' : '';
  const since =
    recorded !== null ? 'its last review' : approved === null ? `it began to hold${assumed}` : 'its last approval';
  const why =
    next === null ? `${every.value} months after ${since}, ${sayDate(from)}` : 'the day that the policy itself names';
  return {
    dueOn: next ?? counted,
    by,
    clause,
    why,
    disagreements: disagreements(policy, next === null ? null : counted),
  };
}

/**
 * The last review that was recorded, where it sets the next one: a version that names its own day, or was approved since, is
 * reviewed by its own dates until a review of it is recorded.
 */
function lastRecorded(
  { version }: Policy,
  reviews: readonly RecordedReview[],
  approved: LocalDate | null,
): LocalDate | null {
  const own = reviews.filter(one => one.version === version.version || version.review.next === null);
  const last =
    own
      .map(one => one.approvedOn)
      .toSorted()
      .at(-1) ?? null;
  return last !== null && approved !== null && approved > last ? null : last;
}

/** The latest approval; where only its month is known, the first of that month, so that no review is owed too late. */
function lastApproval({ version }: Policy): LocalDate | null {
  const days = version.approvals.flatMap(({ on }) => wholeDate(on) ?? []);
  return days.toSorted().at(-1) ?? null;
}

function wholeDate(loose: string): LocalDate | null {
  const text = loose.length === 4 ? `${loose}-01-01` : loose.length === 7 ? `${loose}-01` : loose;
  return isLocalDate(text) ? text : null;
}

function disagreements({ version }: Policy, counted: LocalDate | null): string[] {
  const found: string[] = [];
  const { next, every } = version.review;
  if (counted !== null && next !== null && next.slice(0, 7) !== counted.slice(0, 7)) {
    found.push(
      `The next review is given as ${sayDate(next)}, but ${every.value} months after the last approval would be ${sayDate(counted)}.`,
    );
  }
  const approvers = new Set(version.approvals.map(({ by }) => by));
  if (approvers.size > 1) found.push(`More than one approver is named: ${[...approvers].join('; ')}.`);
  const lastChange = version.amendments
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  const lastSeen = version.approvals
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  if (lastChange !== undefined && lastSeen !== undefined && lastChange.slice(0, 7) > lastSeen.slice(0, 7)) {
    found.push(`The last change (${lastChange}) is later than the last approval (${lastSeen}).`);
  }
  return found;
}
