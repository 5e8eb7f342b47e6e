/** What people ask beside the stages of a complaint. Part of the closed list in `commands.ts`. */
import type { Instant, LocalDate } from '../calendar/dates.ts';
import type { Does } from './commands.ts';
import type { Correction } from './correction.ts';
import type { AfterReview, Elected } from './duty-events.ts';
import type { HandedOver, PersonId, TextRef } from './events.ts';

export type DutyCommand =
  | Does<'CorrectRecord', { correction: Correction; reason: TextRef; approvedBy: PersonId }>
  | Does<'SettleDanger', { dangerId: string; outcome: 'made-safe' | 'no-danger'; at: Instant; note: TextRef }>
  | Does<
      'RecordReviewOutcome',
      {
        chaseId: string;
        on: LocalDate;
        answer: AfterReview;
        nextOn: LocalDate | null;
        words: TextRef;
        /** The new complaint that a point becomes which can no longer be answered with the others. */
        becomes?: string;
      }
    >
  | Does<'RecordMessage', { messageId: string; on: LocalDate; channel: string; words: TextRef }>
  | Does<'SettleMessage', { messageId: string; on: LocalDate; escalation: boolean; note: TextRef }>
  | Does<
      'RecordEnquiry',
      {
        enquiryId: string;
        on: LocalDate;
        from: Elected;
        personId: PersonId;
        question: TextRef;
        dueOn: LocalDate | null;
      }
    >
  | Does<'AnswerEnquiry', { enquiryId: string; on: LocalDate; how: HandedOver; reply: TextRef; copy: TextRef | null }>;
