/** What can happen to the people behind a complaint: safe contact, a death, a move, telling it twice. Part of the closed list in `events.ts`. */
import type { LocalDate } from '../calendar/dates.ts';
import type { Fact, PersonId, TextRef } from './events.ts';

/** A limit on reaching somebody, for their safety or at their wish (R60). */
export type ContactLimit =
  | 'no-post'
  | 'no-email'
  | 'no-text'
  | 'no-call'
  | 'no-voicemail'
  | 'no-visit'
  | 'only-email'
  | 'only-themselves'
  | 'only-representative'
  | 'secret-address';

/** How a word passes between us and somebody. */
export type ContactWay =
  | 'call'
  | 'voicemail'
  | 'text'
  | 'email'
  | 'post'
  | 'by-hand'
  | 'visit'
  /** They rang, wrote or came to us of their own accord. */
  | 'they-came-to-us';

/** In what right somebody takes up the complaint of a resident who has died. */
export type Capacity = 'personal-representative' | 'next-of-kin';

/** What somebody is reached by. */
export type ContactDetail = 'email' | 'phone' | 'address';

/** What is kept of a person beside the log. */
export type KeptDetail = 'name' | ContactDetail;

/** What was told of somebody when they were first named, or what is new of somebody known: proves what is kept beside the log. */
export type PersonDetailsKept = Fact<
  'PersonDetailsKept',
  { personId: PersonId; details: { kind: KeptDetail; text: TextRef }[] }
>;

export type ResidentEvent =
  | PersonDetailsKept
  | Fact<
      'SafeContactRecorded',
      {
        personId: PersonId;
        /** All that hold from now on; none: the limits are lifted. */
        limits: ContactLimit[];
        /** The one address that is safe, where only email is. */
        onlyEmail: TextRef | null;
        reason: TextRef;
      }
    >
  /** What is right from now on; an empty text where there is none any more. Earlier ones are kept. */
  | Fact<
      'ContactDetailsCorrected',
      { personId: PersonId; details: { kind: ContactDetail; text: TextRef }[]; reason: TextRef; by: PersonId }
    >
  /** Dated the day we were told. */
  | Fact<'DeathRecorded', { personId: PersonId; diedOn: LocalDate | null; toldBy: TextRef; contactId: PersonId | null }>
  /** Taken back, or it no longer holds: nothing more is told to them from that day. */
  | Fact<'AuthorityEnded', { personId: PersonId; reason: TextRef; by: PersonId }>
  | Fact<'SuccessorRecorded', { personId: PersonId; capacity: Capacity; evidence: TextRef }>
  /** The same complaint, told again by another way. Dated the day it was told. */
  | Fact<'ComplaintRepeated', { channel: string; words: TextRef }>
  /** Dated the day they moved. Where to lies beside the log, as all addresses do. */
  | Fact<'ResidentMoved', { personId: PersonId; addressKnown: boolean; note: TextRef }>;
