/** The format in which a response can be used by its reader, and what one in another format is worth (R7). */
import type { LocalDate } from '../calendar/dates.ts';
import { AGREED_FORMATS, type AgreedFormat } from '../policy/formats.ts';
import type { PersonId, SentFormat } from './events.ts';
import type { Letter } from './letter-state.ts';
import type { CaseState } from './state.ts';

/** The formats agreed with somebody. Large print is not among them: the letter itself is printed large. */
export function formatsFor(state: CaseState, personId: PersonId | null): AgreedFormat[] {
  const needs = state.needs.filter(need => need.personId === personId).map(need => need.kind);
  return AGREED_FORMATS.filter(format => needs.includes(format));
}

/** Who reads the responses of a case: whoever has authority to act, or the resident. */
export function readerOf({ representative, complainantId }: CaseState): PersonId | null {
  return representative?.authority ? representative.personId : complainantId;
}

/** The formats in which a response is still to go to its reader. */
export function formatsToCome(letter: Letter, state: CaseState): AgreedFormat[] {
  if (letter.kind !== 'response') return [];
  return formatsFor(state, letter.to).filter(format => !letter.formats.some(one => one.as === format));
}

/** Whether what was sent is a response to its reader: a plain version alone is none, with a call it is until the agreed one comes. */
export function isUsable(format: SentFormat | null): boolean {
  return format === null || format.as !== 'plain' || format.calledOn !== null;
}

/** The day a letter reached its reader in a way that counts: a plain version counts from the call, where that came later. */
export function reachedOn({ sent }: Letter): LocalDate | null {
  if (sent === null || !isUsable(sent.format)) return null;
  const calledOn = sent.format?.calledOn ?? null;
  return calledOn !== null && calledOn > sent.on ? calledOn : sent.on;
}
