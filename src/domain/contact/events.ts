/**
 * What can have happened to something that anybody told us and that was not judged yet: a contact. A record of its own with a chain of
 * its own, kept whatever it becomes. Past tense, never edited, no personal words; `occurredOn` is the London day.
 */
import type { Instant, LocalDate } from '../calendar/dates.ts';
import type { Elected } from '../complaint/duty-events.ts';
import type { Fact, HandedOver, NeedKind, PersonId, TextRef } from '../complaint/events.ts';
import type { PersonDetailsKept } from '../complaint/resident-events.ts';
import type { ContactBlock } from '../policy/contact-block.ts';
import type { ReplyKind, Suggests } from '../policy/intake-rules.ts';

export type ToldTo = 'staff' | 'contractor' | 'landlord-inbox';

/** What a person made of it. `refused`: a complaint that is not taken on a ground, and goes on as one to its letter. */
export const TRIAGE_OUTCOMES = [
  'service-request',
  'complaint',
  'dissatisfaction',
  'feedback',
  'elected-enquiry',
  'data-protection',
  'refused',
  'not-ours',
] as const;
export type TriageOutcome = (typeof TRIAGE_OUTCOMES)[number];

export const FEEDBACK_KINDS = ['anonymous', 'survey', 'compliment', 'comment'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** What feedback is about, so that it can be learned from; null where it does not say. */
export type Feedback = {
  kind: FeedbackKind;
  category: string | null;
  serviceArea: string | null;
  theme: string | null;
};

/** The MP or councillor who asks, and the date they name, if any. */
export type EnquiryOf = { from: Elected; personId: PersonId; dueOn: LocalDate | null };

/** Where somebody was sent whose matter is none of ours. */
export type SentElsewhere = { bodies: ContactBlock['body'][]; other: TextRef | null };

/** What was suggested to whoever judged it, and whether they came to the same. */
export type SuggestionKept = { hint: string; suggests: Suggests; followed: boolean };

/** What became of the resident's own matter, for whom an MP or councillor asked. */
export type ResidentMatter = 'complaint' | 'dissatisfaction' | 'nothing';

/** What was handed over: one of the landlord's standard replies, the answer to an enquiry, or the outcome on personal data. */
export type ReplyGiven = ReplyKind | 'enquiry' | 'data-outcome';

export type ContactEvent =
  | PersonDetailsKept
  | Fact<
      'ContactTold',
      {
        channel: string;
        toldTo: ToldTo;
        loggedOn: LocalDate;
        /** Null: they gave no name. */
        personId: PersonId | null;
        relationship: string | null;
        homeId: string | null;
        words: TextRef;
        needs: { kind: NeedKind; detail: TextRef }[];
        recordedBy: PersonId;
      }
    >
  /** Somebody confirmed that there is a danger; what is owed at once counts from that moment (R13). */
  | Fact<'HazardNoted', { at: Instant; kinds: string[]; by: PersonId }>
  | Fact<'HazardSettled', { outcome: 'made-safe' | 'no-danger'; at: Instant; note: TextRef; by: PersonId }>
  | Fact<
      'ContactTriaged',
      {
        outcome: TriageOutcome;
        reasons: TextRef;
        feedback: Feedback | null;
        enquiry: EnquiryOf | null;
        elsewhere: SentElsewhere | null;
        suggestions: SuggestionKept[];
        by: PersonId;
      }
    >
  /** After a public post: a word with them where nobody else reads it (MAG-05). */
  | Fact<'PrivateContactMade', { channel: string; reached: boolean; note: TextRef; by: PersonId }>
  | Fact<'ReplyHandedOver', { reply: ReplyGiven; how: HandedOver; text: TextRef; by: PersonId }>
  | Fact<'PassedOn', { to: PersonId; note: TextRef | null; by: PersonId }>
  | Fact<'ResidentMatterDecided', { as: ResidentMatter; reasons: TextRef; by: PersonId }>
  | Fact<'BecameComplaint', { caseId: string; reference: string; hazardCarried: boolean }>
  | Fact<'BecameDissatisfaction', { recordId: string }>
  | Fact<'BecameServiceRequest', { requestId: string }>;

export type ContactEventType = ContactEvent['type'];

/** The first event of a contact: by it a stream is told from others. */
export const FIRST_OF_CONTACT: ContactEventType = 'ContactTold';
