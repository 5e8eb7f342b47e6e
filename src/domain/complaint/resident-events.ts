/** What can happen to the person behind a complaint: how they may safely be reached. Part of the closed list in `events.ts`. */
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

export type ResidentEvent = Fact<
  'SafeContactRecorded',
  {
    personId: PersonId;
    /** All that hold from now on; none: the limits are lifted. */
    limits: ContactLimit[];
    /** The one address that is safe, where only email is. */
    onlyEmail: TextRef | null;
    reason: TextRef;
  }
>;
