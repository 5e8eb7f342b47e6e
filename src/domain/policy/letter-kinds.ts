/** The closed lists behind the letter types, for the places that have to go through all of them. */
import type { ContentItem, LetterKind } from './letter-rules.ts';

export const LETTER_KINDS = [
  'acknowledgement',
  'extension',
  'response',
  'refusal',
  'escalation-refusal',
  'withdrawal-confirmed',
  'update',
] as const satisfies readonly LetterKind[];

export const CONTENT_ITEMS = [
  'stage',
  'definition',
  'outcome-sought',
  'responsibility',
  'target-date',
  'handler',
  'contact-agreement',
  'decision',
  'reasons',
  'relied-on',
  'remedy',
  'outstanding-actions',
  'prevent-recurrence',
  'next-step',
  'ombudsman',
  'new-date',
  'extension-reason',
  'update-interval',
  'refusal-reasons',
  'refusal-ground',
  'who-can-help',
  'excluded-points',
] as const satisfies readonly ContentItem[];

/** Every letter a pack must have wording and required contents for. A stage of null: the letter is the same at both. */
export const LETTERS_OF_A_PACK = [
  { kind: 'acknowledgement', stage: 1 },
  { kind: 'acknowledgement', stage: 2 },
  { kind: 'extension', stage: 1 },
  { kind: 'extension', stage: 2 },
  { kind: 'response', stage: 1 },
  { kind: 'response', stage: 2 },
  { kind: 'refusal', stage: null },
  { kind: 'escalation-refusal', stage: null },
  { kind: 'withdrawal-confirmed', stage: null },
  { kind: 'update', stage: null },
] as const satisfies readonly { kind: LetterKind; stage: 1 | 2 | null }[];
