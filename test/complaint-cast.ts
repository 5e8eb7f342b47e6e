/** Who is in the stories of the tests, in the roles of each shipped policy; and the policies themselves, read from their packs. */
import { type ClockRules, clockRules } from '../src/domain/complaint/clock-rules.ts';
import type { PersonFacts } from '../src/domain/complaint/deciding.ts';
import type { TextRef } from '../src/domain/complaint/events.ts';
import type { Policy } from '../src/domain/policy/policy.ts';
import { faultLine, isFaults, loadPack } from '../src/outside/policy-files/load-pack.ts';

export type Landlord = 'magna' | 'magenta';
export type Person =
  | 'officer'
  | 'colleague-officer'
  | 'third-officer'
  | 'lead'
  | 'head'
  | 'other-head'
  | 'director'
  | 'chief'
  | 'board'
  | 'colleague'
  | 'contractor';

/** A shipped policy with its clocks made ready. */
export type Rulebook = { policy: Policy; code: Policy; rules: ClockRules };

async function shipped(id: string): Promise<Policy> {
  const loaded = await loadPack(new URL(`../policies/${id}`, import.meta.url).pathname);
  if (isFaults(loaded)) throw new Error(loaded.map(faultLine).join('\n'));
  return loaded.policy;
}

const code = await shipped('code-2024');

/** A policy of a test's own making, beside the shipped Code. */
export function rulebook(policy: Policy): Rulebook {
  return { policy, code, rules: clockRules(policy, code) };
}

export const rulebooks: Readonly<Record<Landlord, Rulebook>> = {
  magna: rulebook(await shipped('magna')),
  magenta: rulebook(await shipped('magenta')),
};

const roles: Record<Landlord, Partial<Record<Person, string>>> = {
  magna: {
    officer: 'complaints-adviser',
    'colleague-officer': 'complaints-adviser',
    'third-officer': 'complaints-adviser',
    lead: 'complaints-resolution-lead',
    head: 'head-of-service',
    'other-head': 'head-of-customer-contact',
    director: 'director',
    chief: 'chief-executive',
    board: 'strategic-board',
    colleague: 'colleague',
  },
  magenta: {
    officer: 'complaint-resolution-officer',
    'colleague-officer': 'complaint-resolution-officer',
    'third-officer': 'complaint-resolution-officer',
    lead: 'head-of-customer-voice',
    director: 'customer-director',
    chief: 'executive-director',
    board: 'member-responsible',
    colleague: 'colleague',
  },
};

/** The people of a landlord. The head manages the first officer; the contractor has no role. */
export function castOf(landlord: Landlord): Record<Person, PersonFacts> {
  const person = (personId: Person): PersonFacts => {
    const role = roles[landlord][personId];
    return {
      personId,
      name: `${personId.charAt(0).toUpperCase()}${personId.slice(1).replace('-', ' ')}`,
      roles: role === undefined ? [] : [role],
      managerId: personId === 'officer' ? 'head' : null,
      active: true,
    };
  };
  return {
    officer: person('officer'),
    'colleague-officer': person('colleague-officer'),
    'third-officer': person('third-officer'),
    lead: person('lead'),
    head: person('head'),
    'other-head': person('other-head'),
    director: person('director'),
    chief: person('chief'),
    board: person('board'),
    colleague: person('colleague'),
    contractor: person('contractor'),
  };
}

/** Words as an event holds them. */
export function text(words: string): TextRef {
  return { textId: words, commitment: `commitment of ${words}` };
}
