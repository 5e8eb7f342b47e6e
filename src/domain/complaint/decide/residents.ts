/** The person behind the complaint: how they may safely be reached. */
import type { CommandOf } from '../commands.ts';
import type { Act, Acts } from '../deciding.ts';
import { refuse } from '../refusals.ts';
import { barredBy, limitsOf } from '../safe-contact.ts';
import { fact, unless } from './facts.ts';

/** The ways a letter can go. */
const LETTER_WAYS = ['email', 'post', 'by-hand'] as const;

/** Any member of staff may hear that a way is unsafe, and it holds from that moment (R60). */
const recordSafeContact: Act<CommandOf<'RecordSafeContact'>> = {
  allowed: () => null,
  decide({ personId, limits, onlyEmail, reason }, state, { today }) {
    const known = personId === state.complainantId || personId === state.representative?.personId;
    const refusal =
      (known ? null : refuse('not-in-this-case', {})) ??
      (limits.includes('only-email') && onlyEmail === null ? refuse('safe-email-needed', {}) : null) ??
      (LETTER_WAYS.every(way => barredBy(limits, way) !== null) ? refuse('no-safe-way', {}) : null) ??
      (limits.length === 0 && limitsOf(state, personId).length === 0 ? refuse('no-limits', {}) : null);
    return unless(refusal, () => [
      fact('SafeContactRecorded', today, { personId, limits: [...new Set(limits)], onlyEmail, reason }),
    ]);
  },
};

export const residentActs: Acts<'RecordSafeContact'> = { RecordSafeContact: recordSafeContact };
