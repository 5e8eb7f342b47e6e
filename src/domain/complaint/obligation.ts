/** One thing the landlord owes somebody by a date: what, why that date, and how it was discharged (design, idea 3). */
import { type Instant, type LocalDate, londonDateOf } from '../calendar/dates.ts';
import { type Calendar, countWorkingDays } from '../calendar/working-days.ts';
import type { ClauseId } from '../policy/spans.ts';
import type { Basis } from './clock-rules.ts';
import type { PersonId, Stage } from './events.ts';

/** What is owed on records that are no complaint's case: contacts, dissatisfaction, referrals (R61), needs, service requests (MAG-13). */
const recordDuties = [
  'offer-complaint',
  'ask-offer-answer',
  'confirm-route',
  'log-complaint',
  'review-no-answer',
  'triage',
  'ask-resident',
  'send-signpost',
  'pass-on-data-complaint',
  'acknowledge-data-complaint',
  'answer-data-complaint',
  'pass-on-referral',
  'close-referral',
  'review-needs',
  'own-service-request',
  'review-service-request',
] as const;
export type RecordDuty = (typeof recordDuties)[number];

/** Whether it is owed on such a record. */
export function isRecordDuty(kind: ObligationKind): kind is RecordDuty {
  return recordDuties.some(one => one === kind);
}

export type ObligationKind =
  | RecordDuty
  | 'assign'
  | 'make-safe'
  | 'contact'
  | 'private-contact'
  | 'acknowledge'
  | 'respond'
  | 'send-extension-notice'
  | 'agree-updates'
  | 'update'
  | 'confirm-definition'
  | 'supply-information'
  | 'chase-information'
  | 'settle-question'
  | 'reply-to-early-request'
  | 'decide-escalation'
  | 'do-action'
  | 'give-action-date'
  | 'review-suspension'
  | 'confirm-withdrawal'
  | 'meet-direction'
  | 'ask-after-review'
  | 'ask-what-was-meant'
  | 'reply-to-enquiry'
  | 'send-format'
  | 'renew-authority'
  | 'close-data-incident'
  | 'tell-new-contact';

export type Owner = { personId: PersonId | null; team: string };

export type Obligation = {
  /** Unique within its case: `acknowledge-1`, `do-action-…`. */
  id: string;
  kind: ObligationKind;
  stage: Stage | null;
  owner: Owner;
  /** Not shown as work before this day; null: from the start. */
  startsOn: LocalDate | null;
  dueOn: LocalDate | null;
  /** Only for what is due at an instant (R13). */
  dueAt: Instant | null;
  from: { event: string; on: LocalDate } | null;
  /** Why that date, in words, what an improper extension did to it included. */
  rule: string;
  clause: ClauseId;
  basis: Basis;
  /** The Code's outer date (R5); passing it is said beside the status. */
  longStopOn: LocalDate | null;
  dischargedOn: LocalDate | null;
  lapsedOn: LocalDate | null;
  /** Where it was due at an instant: the instant at which it was done. */
  dischargedAt?: Instant;
  /** `unstarted`: its trigger has not happened. `unknown`: a past record lacks the date that would tell. */
  judged: 'yes' | 'unstarted' | 'unknown';
  /** The date that was told to the resident, where it differs from `dueOn` (R11). */
  promisedOn: LocalDate | null;
  /** A change of the calendar moved `dueOn` away from `promisedOn`, which stays what we work to where it is the earlier (R11). */
  promiseStands?: true;
  /** Not accepted: the refusal letter is what has to go by this date (R20). */
  byRefusal?: true;
};

export type ObligationStatus = 'met' | 'late' | 'due' | 'overdue' | 'not-started' | 'lapsed' | 'cannot-judge';

/** The status on a London day (R6). A discharge or a lapse after that day has not happened yet. */
export function statusOn(obligation: Obligation, asOf: LocalDate): ObligationStatus {
  if (obligation.judged === 'unknown') return 'cannot-judge';
  if (obligation.judged === 'unstarted') return 'not-started';
  const { dueOn, dischargedOn, lapsedOn } = obligation;
  if (dischargedOn !== null && dischargedOn <= asOf) return inTime(obligation) ? 'met' : 'late';
  if (lapsedOn !== null && lapsedOn <= asOf) return 'lapsed';
  if (dueOn === null) return 'cannot-judge';
  return dueOn < asOf ? 'overdue' : 'due';
}

/** What was due at an instant was done by that instant, not merely on that day (R13). */
function inTime({ dueOn, dueAt, dischargedOn, dischargedAt }: Obligation): boolean {
  if (dueAt !== null && dischargedAt !== undefined) return Date.parse(dischargedAt) <= Date.parse(dueAt);
  return dueOn === null || dischargedOn === null || dischargedOn <= dueOn;
}

/** The status at an instant: what is due at one is overdue the moment after, not the day after (R13). */
export function statusAt(obligation: Obligation, now: Instant): ObligationStatus {
  const status = statusOn(obligation, londonDateOf(now));
  const { dueAt } = obligation;
  if (dueAt === null || (status !== 'due' && status !== 'overdue' && status !== 'cannot-judge')) return status;
  return Date.parse(dueAt) < Date.parse(now) ? 'overdue' : 'due';
}

/** Whether somebody still has to do it on that day: what is past due stays until done (R14). */
export function isOpen(obligation: Obligation): boolean {
  return obligation.judged === 'yes' && obligation.dischargedOn === null && obligation.lapsedOn === null;
}

/** Working days past the due date when it was met, or by `asOf` when it is still owed; null where it is not late. */
export function workingDaysLate(obligation: Obligation, asOf: LocalDate, calendar: Calendar): number | null {
  const status = statusOn(obligation, asOf);
  if (obligation.dueOn === null || (status !== 'late' && status !== 'overdue')) return null;
  const until = status === 'late' && obligation.dischargedOn !== null ? obligation.dischargedOn : asOf;
  return countWorkingDays(calendar, obligation.dueOn, until);
}

/** The date to work to: the due date, or the Code's outer date (R5) or a promise that still stands (R11) where that comes first. */
export function workingDate(obligation: Obligation): LocalDate | null {
  const { promisedOn, promiseStands } = obligation;
  const legal = legalDate(obligation);
  return promiseStands === true && promisedOn !== null && legal !== null && promisedOn < legal ? promisedOn : legal;
}

/** The earlier of the due date and the Code's outer date (R5), whatever was told to anybody. */
export function legalDate({ dueOn, longStopOn }: Obligation): LocalDate | null {
  return dueOn !== null && longStopOn !== null && longStopOn < dueOn ? longStopOn : dueOn;
}
