/** When a policy has to be looked at again, by whom, and why that day (MAG-61, MGL-44). */
import { addMonths, isLocalDate, type LocalDate, sayDate } from '../calendar/dates.ts';
import { holdsFrom } from './in-force.ts';
import type { ClauseId, Policy } from './policy.ts';

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

/**
 * The review that is owed: on the day the policy names, else so long after its last approval, else so long after it began to
 * hold. Null only for a pack without any date, which no loader lets through, or a length that is not in months.
 */
export function policyReview(policy: Policy, today: LocalDate): PolicyReview | null {
  const { every, next, by, clause } = policy.version.review;
  if (every.unit !== 'months') return null;
  const last = lastApproval(policy);
  const from = last ?? holdsFrom(policy);
  if (from === null) return null;
  const counted = addMonths(from, every.value);
  const dueOn = next ?? counted;
  const since =
    last === null ? `it began to hold${policy.version.inForceFrom === null ? ' (assumed)' : ''}` : 'its last approval';
  const why =
    next === null ? `${every.value} months after ${since}, ${sayDate(from)}` : 'the day that the policy itself names';
  return { dueOn, overdue: dueOn < today, by, clause, why, disagreements: disagreements(policy, counted) };
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

function disagreements({ version }: Policy, counted: LocalDate): string[] {
  const found: string[] = [];
  const { next, every } = version.review;
  if (next !== null && next.slice(0, 7) !== counted.slice(0, 7)) {
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
