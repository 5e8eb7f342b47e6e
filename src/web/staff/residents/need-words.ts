/** What is said of somebody's needs: kinds, ways, hours, consent, who told us. */
import type { Hours } from '../../../domain/complaint/events.ts';
import type { ContactWay } from '../../../domain/complaint/resident-events.ts';
import type { Consent, ToldBy } from '../../../domain/needs/events.ts';

export const toldByWords: Readonly<Record<ToldBy, string>> = {
  themselves: 'They told us themselves',
  representative: 'Whoever acts for them',
  family: 'Somebody of their family',
  professional: 'A professional who supports them',
  colleague: 'A colleague noticed it',
  'earlier-complaint': 'From an earlier complaint',
};

export const consentWords: Readonly<Record<Consent, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-asked': 'Not asked yet',
};

/** Ways of contact that somebody can prefer. */
export const PREFERRED_WAYS = ['call', 'text', 'email', 'post', 'visit'] as const satisfies readonly ContactWay[];

export const preferredWords: Readonly<Record<(typeof PREFERRED_WAYS)[number], string>> = {
  call: 'A call',
  text: 'A text message',
  email: 'Email',
  post: 'Post',
  visit: 'A visit',
};

/** Ways in a row: `A call, post`. */
export function sayWays(ways: readonly ContactWay[]): string {
  const known = PREFERRED_WAYS.filter(way => ways.includes(way)).map(way => preferredWords[way]);
  return known.join(', ');
}

/** `16:00 to 20:00`. */
export function sayHours({ from, to }: Hours): string {
  return `${from} to ${to}`;
}
