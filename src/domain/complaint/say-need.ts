import { isSpecial } from '../needs/kinds.ts';
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
  interpreter: 'Interpreter',
  contact: 'How to contact',
  'contact-times': 'When to contact',
  'two-people': 'Two people visit',
  accompanied: 'Accompanied',
  disability: 'Disability',
  vulnerability: 'Vulnerable',
  health: 'Health',
  other: 'Other need',
};

/** An adjustment or support need in two words, for badges. */
export function sayNeed(kind: NeedKind): string {
  return words[kind];
}

/** The same where everybody reads it: a kind that tells of somebody's health says only that there is something to heed. */
export function sayAdjustment(kind: NeedKind): string {
  return isSpecial(kind) ? 'Take care' : sayNeed(kind);
}
