/**
 * The closed list of what a landlord's wording may have filled in: `{target-date}` in a pack becomes the date in the letter.
 * There is no logic in wording. A pack that uses another name is refused when it is loaded; a letter in which one stays empty
 * cannot be issued (R55).
 *
 * A paragraph that uses one of the Ombudsman's placeholders is left out of letters to people without that right (R1), so
 * wording names the Ombudsman by placeholder only, except in the section for the item `ombudsman`, which is left out whole.
 */
import type { ContentItem } from './letter-rules.ts';

/** Each name with what it stands for, and the content item whose absence leaves it empty. */
export const PLACEHOLDERS = {
  addressee: { means: 'the person the letter is written to: the resident, or who acts for them', item: null },
  resident: { means: 'the person who complained', item: null },
  reference: { means: "the complaint's reference", item: null },
  today: { means: 'the date of the letter', item: null },
  stage: { means: '1 or 2', item: 'stage' },
  'received-on': { means: 'the day the complaint was received', item: null },
  'requested-on': { means: 'the day the request for stage 2 was received', item: null },
  landlord: { means: "the landlord's name", item: null },
  'landlord-short': { means: "the landlord's short name", item: null },
  'landlord-phone': { means: "the landlord's telephone number", item: null },
  'landlord-email': { means: "the landlord's email address", item: null },
  'landlord-web': { means: "the landlord's web address", item: null },
  handler: { means: 'the named person who deals with the complaint at this stage', item: 'handler' },
  'handler-role': { means: 'what that person does', item: 'handler' },
  'target-date': { means: 'the date by which the answer is due', item: 'target-date' },
  'old-date': { means: 'the date that the extension replaces', item: 'new-date' },
  'new-date': { means: 'the date by which the answer is due after the extension', item: 'new-date' },
  'contact-method': { means: 'how contact was agreed', item: 'contact-agreement' },
  'contact-every': { means: 'how often contact was agreed', item: 'contact-agreement' },
  'update-every': { means: 'how often updates were agreed', item: 'update-interval' },
  'update-how': { means: 'how updates were agreed to be given', item: 'update-interval' },
  'next-update': { means: 'the date by which the next update is due', item: 'update-interval' },
  outcome: { means: 'the decision on the whole complaint: upheld, partly upheld or not upheld', item: 'decision' },
  'escalation-closes': { means: 'the last day on which stage 2 can be asked for', item: 'next-step' },
  'withdrawn-on': { means: 'the day the complaint was withdrawn', item: null },
  ground: { means: 'the ground for not taking the complaint or the request', item: 'refusal-ground' },
  'decided-by': { means: 'who decided not to take it', item: 'refusal-ground' },
  'sent-to': { means: 'who can help instead', item: 'who-can-help' },
  ombudsman: { means: "the Ombudsman's name", item: 'ombudsman' },
  'ombudsman-phone': { means: "the Ombudsman's telephone number on the day", item: 'ombudsman' },
  'ombudsman-web': { means: "the Ombudsman's web address on the day", item: 'ombudsman' },
  'ombudsman-until': { means: 'stage 2 answers only: twelve months after the letter (R46)', item: 'ombudsman' },
} as const satisfies Record<string, { means: string; item: ContentItem | null }>;

export type Placeholder = keyof typeof PLACEHOLDERS;

/** Anything in braces, so that a misspelt name is found as well as a known one. */
const inBraces = /\{([^{}]*)\}/g;

export function isPlaceholder(name: string): name is Placeholder {
  return Object.hasOwn(PLACEHOLDERS, name);
}

/** Every name between braces in a wording, known or not, in order. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(inBraces)].map(found => found[1] ?? '');
}

/** Whether the wording speaks of the Ombudsman, and so is left out where there is no such right (R1). */
export function speaksOfOmbudsman(text: string): boolean {
  return placeholdersIn(text).some(name => isPlaceholder(name) && PLACEHOLDERS[name].item === 'ombudsman');
}

/** The wording with each `{name}` replaced once by what `fill` says; what is put in is never read again for placeholders. */
export function fillPlaceholders(text: string, fill: (name: string) => string): string {
  return text.replace(inBraces, (_, name: string) => fill(name));
}
