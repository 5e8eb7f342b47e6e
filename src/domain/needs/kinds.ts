/** The kinds of need, and which of them tell of somebody's health: the one place that says what is special-category data. */
import type { NeedKind } from '../complaint/events.ts';

/** Every kind, in the order in which people are asked: formats, language, contact, meeting, and what lies behind them. */
export const NEED_KINDS = [
  'large-print',
  'braille',
  'easy-read',
  'audio',
  'language',
  'interpreter',
  'sign-language',
  'contact',
  'contact-times',
  'two-people',
  'accompanied',
  'hearing',
  'mobility',
  'disability',
  'vulnerability',
  'health',
  'other',
] as const satisfies readonly NeedKind[];

const special: readonly NeedKind[] = ['disability', 'vulnerability', 'health'];

/** Whether the kind by itself tells of a disability, of health or of being vulnerable (UK GDPR, article 9). */
export function isSpecial(kind: NeedKind): boolean {
  return special.includes(kind);
}

/** Whether somebody can have it twice: two languages, two vulnerabilities. What there is once is changed, not added. */
export function mayRepeat(kind: NeedKind): boolean {
  return isSpecial(kind) || kind === 'other' || kind === 'language';
}
