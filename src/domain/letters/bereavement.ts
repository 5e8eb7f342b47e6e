/** Whom a letter speaks to after the resident has died, and what it says first of it (R62). */
import type { PersonId } from '../complaint/events.ts';
import type { CaseState } from '../complaint/state.ts';

/** How the address begins and how the letter greets; null where nobody has died, or it goes to somebody living. */
export function estateAddress(
  state: CaseState,
  to: PersonId | null,
  name: string,
): { name: string; greeting: string } | null {
  if (state.death === null || to !== state.complainantId || name === '') return null;
  return { name: `The personal representatives of ${name}`, greeting: 'Dear Sir or Madam' };
}

const rights = {
  'personal-representative': 'you are dealing with their affairs',
  'next-of-kin': 'you are their next of kin',
} as const;

/** What stands before anything else; null where nobody has died. */
export function bereavedOpening(
  { death, successor, complainantId }: CaseState,
  to: PersonId | null,
  name: string,
): string | null {
  if (death === null || name === '') return null;
  const sorry = `We were sorry to learn that ${name} has died. The complaint goes on, and we keep to its dates.`;
  if (to === complainantId || successor === null)
    return `${sorry} We are writing to whoever is dealing with their affairs. Where this letter says “you” about what happened, it means ${name}.`;
  return `${sorry} We are writing to you because ${rights[successor.capacity]}. Where this letter says “you” about what happened, it means ${name}.`;
}
