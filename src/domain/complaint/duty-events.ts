/** What can happen around a complaint beside its stages: dangers, other procedures, unclear messages, enquiries. Part of `events.ts`. */
import type { Instant, LocalDate } from '../calendar/dates.ts';
import type { Correction } from './correction.ts';
import type { Fact, HandedOver, PersonId, TextRef } from './events.ts';

/** What was said when somebody was asked how the procedure ended that they had been sent to (MGL-06). */
export type AfterReview = 'still-dissatisfied' | 'satisfied' | 'not-ended';
/** Who was elected to ask for somebody. */
export type Elected = 'mp' | 'councillor';

export type DutyEvent =
  /** A mistake in the record put right (R24). */
  | Fact<'RecordCorrected', { correction: Correction; reason: TextRef; approvedBy: PersonId; by: PersonId }>
  /** Known here since that moment (R13): what is owed at once counts from it. */
  | Fact<'DangerReported', { dangerId: string; at: Instant; by: PersonId }>
  | Fact<
      'DangerSettled',
      { dangerId: string; outcome: 'made-safe' | 'no-danger'; at: Instant; note: TextRef; by: PersonId }
    >
  | Fact<
      'ReviewOutcomeRecorded',
      { chaseId: string; answer: AfterReview; nextOn: LocalDate | null; words: TextRef; by: PersonId }
    >
  /** A message after the answer that may ask for stage 2 (R43). */
  | Fact<'MessageReceived', { messageId: string; channel: string; words: TextRef; by: PersonId }>
  | Fact<'MessageSettled', { messageId: string; escalation: boolean; note: TextRef; by: PersonId }>
  | Fact<
      'EnquiryReceived',
      {
        enquiryId: string;
        from: Elected;
        personId: PersonId;
        question: TextRef;
        /** The date they ask for an answer by, where they name one. */
        dueOn: LocalDate | null;
        by: PersonId;
      }
    >
  | Fact<'EnquiryAnswered', { enquiryId: string; how: HandedOver; reply: TextRef; copy: TextRef | null; by: PersonId }>;
