/** How somebody may safely be reached (R60): the one place for what each limit forbids. */
import type { PersonId } from './events.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { ContactLimit, ContactWay } from './resident-events.ts';
import type { CaseState } from './state.ts';

/** Every limit, in the order in which people are asked for them. */
export const CONTACT_LIMITS = [
  'no-post',
  'no-email',
  'no-text',
  'no-call',
  'no-voicemail',
  'no-visit',
  'only-email',
  'only-themselves',
  'only-representative',
  'secret-address',
] as const satisfies readonly ContactLimit[];

/** Every way of contact, in the order in which people choose among them. */
export const CONTACT_WAYS = [
  'call',
  'voicemail',
  'text',
  'email',
  'post',
  'by-hand',
  'visit',
  'they-came-to-us',
] as const satisfies readonly ContactWay[];

const allButEmail: readonly ContactWay[] = ['call', 'voicemail', 'text', 'post', 'by-hand', 'visit'];

const forbids: Record<ContactLimit, readonly ContactWay[]> = {
  'no-post': ['post'],
  'no-email': ['email'],
  'no-text': ['text'],
  'no-call': ['call', 'voicemail'],
  'no-voicemail': ['voicemail'],
  'no-visit': ['visit', 'by-hand'],
  'only-email': allButEmail,
  // These three are about who is reached and what is told, not about the way.
  'only-themselves': [],
  'only-representative': [],
  'secret-address': [],
};

/** The limits that hold for somebody in a case; none where nothing is recorded. */
export function limitsOf(state: CaseState, personId: PersonId | null): readonly ContactLimit[] {
  return state.safeContact.find(one => one.personId === personId)?.limits ?? [];
}

/** The limit that a way of reaching somebody would breach; null where it is safe. */
export function barredBy(limits: readonly ContactLimit[], way: ContactWay): ContactLimit | null {
  return limits.find(limit => forbids[limit].includes(way)) ?? null;
}

/** The limit of the resident that writing or speaking to this person breaches whatever the way; null where there is none. */
export function barredPerson(state: CaseState, to: PersonId | null): ContactLimit | null {
  const limits = limitsOf(state, state.complainantId);
  if (to !== state.complainantId) return limits.includes('only-themselves') ? 'only-themselves' : null;
  return limits.includes('only-representative') ? 'only-representative' : null;
}

/** Why the resident may not be reached, or have been reached, in this way; the way has to be said where anything limits it. */
export function unsafeWay(state: CaseState, way: ContactWay | undefined): Refusal | null {
  const limits = limitsOf(state, state.complainantId);
  if (limits.length === 0) return null;
  if (way === undefined) return refuse('contact-way-needed', {});
  const limit = barredBy(limits, way);
  return limit === null ? null : refuse('unsafe-contact', { limit: sayLimit(limit), way: sayWay(way) });
}

/** Why a letter may not go to somebody in this way; null where it may. */
export function unsafeLetter(state: CaseState, to: PersonId, way: ContactWay): Refusal | null {
  const person = barredPerson(state, to);
  if (person !== null) return refuse('unsafe-person', { limit: sayLimit(person) });
  const limit = barredBy(limitsOf(state, to), way);
  return limit === null ? null : refuse('unsafe-contact', { limit: sayLimit(limit), way: sayWay(way) });
}

const limitWords: Record<ContactLimit, string> = {
  'no-post': 'No post',
  'no-email': 'No email',
  'no-text': 'No text messages',
  'no-call': 'No calls',
  'no-voicemail': 'No voicemail',
  'no-visit': 'No visits',
  'only-email': 'Only by one email address',
  'only-themselves': 'Only with them, through nobody else',
  'only-representative': 'Only through their representative',
  'secret-address': 'Address is secret',
};

/** A limit in a few words, as people record it. */
export function sayLimit(limit: ContactLimit): string {
  return limitWords[limit];
}

const wayWords: Record<ContactWay, string> = {
  call: 'by phone',
  voicemail: 'by voicemail',
  text: 'by text message',
  email: 'by email',
  post: 'by post',
  'by-hand': 'by hand',
  visit: 'by a visit',
  'they-came-to-us': 'as they came to us',
};

/** A way of contact as it stands in a sentence: `by phone`. */
export function sayWay(way: ContactWay): string {
  return wayWords[way];
}
