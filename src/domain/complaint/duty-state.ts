/** What a case knows of what is owed beside its stages. Part of `CaseState`. */
import type { Instant, LocalDate } from '../calendar/dates.ts';
import type { Voided } from './correction.ts';
import type { AfterReview, Elected } from './duty-events.ts';
import type { HandedOver, PersonId, PointId, TextRef } from './events.ts';

export type Danger = {
  dangerId: string;
  at: Instant;
  settled: { outcome: 'made-safe' | 'no-danger'; at: Instant } | null;
};

/** A day on which we ask how the procedure ended that the resident was sent to instead; for a point where one was left out. */
export type Chase = {
  chaseId: string;
  dueOn: LocalDate;
  since: LocalDate;
  pointId: PointId | null;
  /** `overtaken`: the complaint was taken for another reason first. */
  ended: { on: LocalDate; answer: AfterReview | 'overtaken' } | null;
};

export type Message = {
  messageId: string;
  on: LocalDate;
  channel: string;
  words: TextRef;
  settled: { on: LocalDate; escalation: boolean } | null;
};

export type Enquiry = {
  enquiryId: string;
  on: LocalDate;
  from: Elected;
  personId: PersonId;
  question: TextRef;
  dueOn: LocalDate | null;
  answered: { on: LocalDate; how: HandedOver; reply: TextRef; copy: TextRef | null } | null;
};

/** Each time it was withdrawn, and when it was taken up again. */
export type Withdrawal = { on: LocalDate; channel: string; revivedOn: LocalDate | null };

export type DutyState = {
  dangers: readonly Danger[];
  chases: readonly Chase[];
  messages: readonly Message[];
  enquiries: readonly Enquiry[];
  withdrawals: readonly Withdrawal[];
  /** Logged in error, or told twice: it goes no further, and stays (R24). */
  voided: Voided | null;
  /** Entries that belong elsewhere, by their numbers. */
  misfiled: readonly number[];
};

/** The question of a ground whose answer is the day on which to ask how the other procedure ended. */
export const CHASE_QUESTION = 'chase-on';

export const noDuties: DutyState = {
  dangers: [],
  chases: [],
  messages: [],
  enquiries: [],
  withdrawals: [],
  voided: null,
  misfiled: [],
};
