import type { NeedKind } from './events.ts';

const words: Record<NeedKind, string> = {
  'large-print': 'Large print',
  braille: 'Braille',
  language: 'Another language',
  'easy-read': 'Easy read',
  audio: 'Audio',
  'sign-language': 'British Sign Language',
  hearing: 'Hearing',
  mobility: 'Mobility',
  contact: 'How to contact',
  health: 'Health',
  other: 'Other need',
};

/** An adjustment or support need in two words, for badges. */
export function sayNeed(kind: NeedKind): string {
  return words[kind];
}
