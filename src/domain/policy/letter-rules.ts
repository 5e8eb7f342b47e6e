/** What a pack says about letters: which items each kind must carry, and the landlord's words for the fixed parts. */
import type { ClauseId } from './spans.ts';

export type LetterKind =
  | 'acknowledgement'
  | 'extension'
  | 'response'
  | 'refusal'
  | 'escalation-refusal'
  | 'withdrawal-confirmed'
  | 'update';

/** The closed list of what a letter can be required to say. The domain knows how to fill and check each. */
export type ContentItem =
  | 'stage'
  | 'definition'
  | 'outcome-sought'
  | 'responsibility'
  | 'target-date'
  | 'handler'
  | 'contact-agreement'
  | 'decision'
  | 'reasons'
  | 'relied-on'
  | 'remedy'
  | 'outstanding-actions'
  | 'prevent-recurrence'
  | 'next-step'
  | 'ombudsman'
  | 'new-date'
  | 'extension-reason'
  | 'update-interval'
  | 'refusal-reasons'
  | 'refusal-ground'
  | 'who-can-help'
  | 'excluded-points';

export type RequiredContents = {
  kind: LetterKind;
  stage: 1 | 2 | null;
  items: { item: ContentItem; clause: ClauseId; onlyIf?: 'agreed' | 'any' }[];
};

/**
 * The landlord's words for one kind of letter. Each text may use placeholders from a closed list, like `{resident}` or
 * `{target-date}`; there is no logic in wording. Texts are paragraphs; `headings` name the sections of the letter.
 */
export type LetterWording = {
  kind: LetterKind;
  stage: 1 | 2 | null;
  subject: string;
  opening: string[];
  sections: { item: ContentItem; heading: string; text: string[] }[];
  closing: string[];
};
