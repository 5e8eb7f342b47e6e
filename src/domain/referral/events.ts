/**
 * What can have happened to a restricted referral: a sign that somebody is in danger, passed at once to a person on duty (R61). A
 * record of its own with a chain of its own, so that the complaint's entries, dates, letters and lists know nothing of it. Past
 * tense, never edited, no personal words.
 */
import type { Instant, LocalDate } from '../calendar/dates.ts';
import type { PersonId, TextRef } from '../complaint/events.ts';

/** What was noticed. */
export type Sign = 'adult-at-risk' | 'child-at-risk' | 'self-harm' | 'threat';
/** Who was told of it. */
export type ToldTo =
  | 'emergency-services'
  | 'police'
  | 'adult-social-care'
  | 'child-social-care'
  | 'health'
  | 'colleague'
  | 'themselves'
  | 'somebody-else';
/** What came of it. */
export type ReferralOutcome = 'taken-on' | 'support-in-place' | 'no-danger';

type Fact<T extends string, B> = { type: T; schema: 1; occurredOn: LocalDate; body: B };

export type ReferralEvent =
  | Fact<
      'ReferralMade',
      {
        /** The complaint in which it was noticed. */
        caseId: string;
        sign: Sign;
        /** When it was known here: what is owed at once counts from it. */
        at: Instant;
        words: TextRef;
        dutyPersonId: PersonId;
        by: PersonId;
      }
    >
  | Fact<'ReferralHandedOver', { dutyPersonId: PersonId; reason: TextRef; by: PersonId }>
  | Fact<'ReferralPassedOn', { to: ToldTo; at: Instant; words: TextRef; by: PersonId }>
  | Fact<'ReferralClosed', { outcome: ReferralOutcome; at: Instant; note: TextRef; by: PersonId }>
  /** What was written in it was taken away, as that of its complaint was. */
  | Fact<'Disposed', { textIds: string[]; under: string }>;

export type ReferralEventType = ReferralEvent['type'];

/** The first event of such a record: by it a stream is told from a complaint's. */
export const FIRST_OF_REFERRAL: ReferralEventType = 'ReferralMade';
