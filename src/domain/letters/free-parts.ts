import type { LetterKind } from '../policy/letter-rules.ts';

/** A part of a letter that the officer writes: where it goes, and whether the letter needs it. */
export type FreePart = { id: string; label: string; hint: string; required: boolean };

const introduction: FreePart = {
  id: 'introduction',
  label: 'In your own words, at the start',
  hint: 'Optional. For example, that you are sorry this has happened.',
  required: false,
};
const closing: FreePart = {
  id: 'closing',
  label: 'In your own words, at the end',
  hint: 'Optional. For example, when you are next in the office.',
  required: false,
};
const news: FreePart = {
  id: 'news',
  label: 'What has happened since we last wrote',
  hint: 'What was done, what was found, and what happens next.',
  required: true,
};

/** The parts an officer may write in a letter of this kind, in the order of the letter. Empty ones leave no trace. */
export function freeParts(kind: LetterKind): readonly FreePart[] {
  return kind === 'update' ? [introduction, news, closing] : [introduction, closing];
}
