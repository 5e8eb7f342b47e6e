/** What can happen at the end of a stage: stage 2 asked for, or the complaint refused, withdrawn, suspended, disposed of. */
import type { LocalDate } from '../calendar/dates.ts';
import type { Span } from '../policy/spans.ts';
import type { Fact, PersonId, PointId, TextRef } from './events.ts';

export type EscalationEvent =
  | Fact<
      'EscalationRequested',
      {
        channel: string;
        points: 'all' | PointId[];
        words: TextRef | null;
        forwardedBy: 'resident' | 'ombudsman';
        letterOn?: LocalDate;
        deadline?: LocalDate | null;
      }
    >
  | Fact<'EscalationAccepted', { afterWindow: boolean; reason: TextRef | null; by: PersonId }>
  | Fact<
      'EscalationRefused',
      {
        groundId: string;
        reasons: TextRef;
        decidedBy: PersonId;
        supportedBy: PersonId | null;
        /** What was answered to the ground's questions. */
        answers?: Record<string, string>;
      }
    >;

export type EndingEvent =
  | Fact<
      'ComplaintRefused',
      { groundId: string; answers: Record<string, string>; reasons: TextRef; decidedBy: PersonId }
    >
  | Fact<
      'AcceptanceDirected',
      { by: 'housing-ombudsman'; directedOn: LocalDate; deadline: LocalDate | null; note: TextRef }
    >
  | Fact<'ComplaintWithdrawn', { evidence: TextRef; channel: string }>
  | Fact<'ComplaintRevived', { words: TextRef; brokenPromise: boolean }>
  | Fact<
      'PointsSuspended',
      {
        points: PointId[];
        courtReference: string;
        filedOn: LocalDate;
        reviewEvery: Span;
        reason: TextRef;
        by: PersonId;
      }
    >
  | Fact<'SuspensionReviewed', { outcome: 'goes-on' | 'ends'; note: TextRef; by: PersonId }>
  | Fact<'PointsResumed', { points: PointId[]; reason: TextRef }>
  | Fact<'Disposed', { textIds: string[]; under: string }>;
