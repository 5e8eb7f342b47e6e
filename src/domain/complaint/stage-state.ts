/** What one stage of a case holds: who has it, what was understood and agreed, and what moved its date. */
import type { LocalDate } from '../calendar/dates.ts';
import type { Span } from '../policy/spans.ts';
import type { PersonId, Stage, TextRef } from './events.ts';

export type StageFacts = {
  handlerId: PersonId | null;
  /** Everybody who was the handler of this stage, first to last. */
  handlers: readonly PersonId[];
  assignedOn: LocalDate | null;
  firstAssignedOn: LocalDate | null;
  /** Each time its handler had to give it up for a conflict, and when somebody else took it. */
  vacancies: readonly { from: LocalDate; filledOn: LocalDate | null }[];
  /** Each time it went from one handler to another. */
  handovers: readonly HandedOverTo[];
  definition: Definition | null;
  contactAgreement: { method: string; every: Span | null; nextOn: LocalDate | null; on: LocalDate } | null;
  clarifications: readonly { askedOn: LocalDate; answeredOn: LocalDate | null; question: TextRef }[];
  contacts: readonly {
    on: LocalDate;
    kind: 'attempt' | 'discussion' | 'meeting';
    by: PersonId;
    note: TextRef;
    accompaniedBy: TextRef | null;
  }[];
  extensions: readonly Extension[];
  updates: UpdateAgreement | null;
  pastUpdates: readonly PastAgreement[];
  /** Under the present agreement, or before any. */
  updatesGiven: readonly LocalDate[];
  learning: readonly TextRef[];
};

/** A stage that went to somebody else: whether the resident knew of anybody before, and whether they were told of the new one. */
export type HandedOverTo = {
  to: PersonId;
  on: LocalDate;
  known: boolean;
  told: LocalDate | null;
  /** How many letters there were by then: a later one names the new contact. */
  lettersBefore: number;
};

export type Definition = { revision: number; on: LocalDate; outcomeSought: TextRef; leftOut: TextRef | null };

export type Extension = {
  extensionId: string;
  stage: Stage;
  decidedOn: LocalDate;
  newDueOn: LocalDate;
  reason: TextRef;
  agreement: 'agreed' | 'refused' | 'not-asked';
  goodReason: TextRef | null;
  approvedBy: PersonId | null;
};

export type UpdateAgreement = { stage: Stage; every: Span; firstOn: LocalDate; agreedOn: LocalDate; how: string };

/** An agreement that a later one replaced, with the updates given under it. */
export type PastAgreement = { agreement: UpdateAgreement; given: readonly LocalDate[]; endedOn: LocalDate };
