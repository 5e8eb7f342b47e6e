/**
 * What a landlord owes that belongs to no complaint: looking at its policy again, and loading the holidays of the years to come. Like
 * all that is owed it is derived, and done by what shows it: nobody ticks it off.
 */
import { addMonths, type LocalDate, sayDate } from '../calendar/dates.ts';
import type { Calendar } from '../calendar/working-days.ts';
import type { Policy } from '../policy/policy.ts';
import { type RecordedReview, reviewOwed } from '../policy/policy-review.ts';
import type { Capability, RoleId } from '../policy/roles.ts';
import type { ClauseId, Span } from '../policy/spans.ts';

export type LandlordDuty = {
  kind: 'extend-calendar' | 'review-policy';
  /** The roles that owe it, by what the pack lets them do. */
  owedBy: readonly RoleId[];
  /** Not shown as work before this day. */
  startsOn: LocalDate;
  dueOn: LocalDate;
  /** Why that day, in words. */
  rule: string;
  clause: ClauseId;
};

export type LandlordFacts = {
  policy: Policy;
  code: Policy;
  calendar: Calendar;
  /** The reviews of the policy that were recorded. */
  reviews: readonly RecordedReview[];
};

/** Every duty of the landlord itself, the next turn of each: done, it is owed again later. Pure of today. */
export function landlordDuties(facts: LandlordFacts): LandlordDuty[] {
  return [...calendarDuty(facts), ...reviewDuty(facts)].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** Whether any of them could be owed by somebody with these roles: nobody else's page has to look. */
export function mayOwe(roles: readonly RoleId[], policy: Policy): boolean {
  const owing = [...rolesThat(policy, 'manage-calendar'), ...rolesThat(policy, 'manage-policy')];
  return owing.some(role => roles.includes(role));
}

/** Those that somebody with these roles has to see to on this day. */
export function dutiesOfRoles(
  duties: readonly LandlordDuty[],
  roles: readonly RoleId[],
  today: LocalDate,
): LandlordDuty[] {
  return duties.filter(({ startsOn, owedBy }) => startsOn <= today && owedBy.some(role => roles.includes(role)));
}

function calendarDuty({ policy, code, calendar }: LandlordFacts): LandlordDuty[] {
  const before = code.ourReadings?.extendCalendarBefore;
  if (before === undefined) return [];
  const dueOn = addMonths(calendar.to, -months(before));
  const rule = `${before.value} months before the bank holidays we know end, on ${sayDate(calendar.to)}`;
  const owedBy = rolesThat(policy, 'manage-calendar');
  return [{ kind: 'extend-calendar', owedBy, startsOn: shownFrom(dueOn, code), dueOn, rule, clause: 'R4' }];
}

function reviewDuty({ policy, code, reviews }: LandlordFacts): LandlordDuty[] {
  const review = reviewOwed(policy, reviews);
  if (review === null) return [];
  const { dueOn, why, clause } = review;
  const owedBy = rolesThat(policy, 'manage-policy');
  return [{ kind: 'review-policy', owedBy, startsOn: shownFrom(dueOn, code), dueOn, rule: why, clause }];
}

function shownFrom(dueOn: LocalDate, { ourReadings }: Policy): LocalDate {
  return ourReadings === undefined ? dueOn : addMonths(dueOn, -months(ourReadings.landlordDutyShownBefore));
}

/** Such spans are in months: another unit in a pack is a fault of the pack. */
function months({ value, unit }: Span): number {
  if (unit !== 'months') throw new RangeError(`A duty of the landlord is counted in months, not in ${unit}.`);
  return value;
}

function rolesThat(policy: Policy, can: Capability): RoleId[] {
  return policy.roles.filter(role => role.may.includes(can)).map(role => role.id);
}
