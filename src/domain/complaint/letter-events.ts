/** What can happen to a letter: issued, handed over, come back, cancelled. Part of the closed list in `events.ts`. */
import type { LocalDate } from '../calendar/dates.ts';
import type { ContentItem, LetterKind } from '../policy/letter-rules.ts';
import type { Departure, Fact, HandedOver, LostCopy, PersonId, SentFormat, Stage, TextRef } from './events.ts';

export type LetterEvent =
  | Fact<
      'LetterIssued',
      {
        letterId: string;
        kind: LetterKind;
        stage: Stage;
        sha256: string;
        renderer: string;
        packHash: string;
        dated: LocalDate;
        to: PersonId;
        contents: ContentItem[];
        /** The date the letter tells the resident, where it tells one; it stays the working promise (R11). */
        quotesDate: LocalDate | null;
        extensionId: string | null;
        supersedes: string | null;
        signedBy: PersonId;
        /** The last day for asking for stage 2 that the letter names, where it names one: it is never taken back (R12). */
        quotesWindow?: LocalDate | null;
        /** The letter's words, for finding it; what counts is the file. */
        words?: TextRef;
        /** Who gets a copy. */
        copies?: PersonId[];
      }
    >
  | Fact<
      'LetterSent',
      {
        letterId: string;
        how: HandedOver;
        dateProof: 'system' | 'stated';
        evidence: TextRef | null;
        format?: SentFormat;
        departure?: Departure;
      }
    >
  | Fact<'LetterReturned', { letterId: string; why: 'bounced' | 'wrong-address' | 'not-posted'; note: TextRef }>
  | Fact<'LetterCancelled', { letterId: string; reason: TextRef; by: PersonId }>
  | Fact<'DataIncidentClosed', { letterId: string; copy: LostCopy; reported: boolean; note: TextRef; by: PersonId }>;
