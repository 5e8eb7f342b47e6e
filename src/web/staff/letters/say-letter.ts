import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import type { HandedOver, Stage } from '../../../domain/complaint/events.ts';
import type { LetterReturn } from '../../../domain/complaint/letter-state.ts';
import type { LetterKind } from '../../../domain/policy/letter-rules.ts';
import { sayLetter } from '../case/say-event.ts';

const ofNoStage: readonly LetterKind[] = ['refusal', 'escalation-refusal', 'withdrawal-confirmed'];

/** `stage 1 acknowledgement`; a refusal is of no stage. */
export function letterName(kind: LetterKind, stage: Stage | null): string {
  return sayLetter(kind, ofNoStage.includes(kind) ? null : stage);
}

/** The same at the start of a sentence. */
export function letterTitle(kind: LetterKind, stage: Stage | null): string {
  const name = letterName(kind, stage);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const went = { email: 'by email', post: 'by post', 'by-hand': 'by hand' } as const;

/** `Friday 4 December 2026, by post`. */
export function sayGone(on: LocalDate, how: HandedOver): string {
  return `${sayDate(on)}, ${went[how]}`;
}

const why: Record<LetterReturn['why'], string> = {
  bounced: 'it bounced or was returned',
  'wrong-address': 'it went to a wrong address',
  'wrong-person': 'it went to somebody it was not for',
  'not-posted': 'it was not posted after all',
};

/** Why a letter came back, after a date. */
export function sayReturn(reason: LetterReturn['why']): string {
  return why[reason];
}
