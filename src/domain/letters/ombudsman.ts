/** The Housing Ombudsman in a letter: contact details as they are on the day, the twelve months, and details that went out of date. */
import { addMonths, type LocalDate } from '../calendar/dates.ts';
import type { ContactBlock } from '../policy/contact-block.ts';
import type { Policy } from '../policy/policy.ts';
import type { Fact } from './document.ts';

// The Ombudsman's own limit for bringing a case after the final answer; not a landlord's number and not a clock of ours (R46).
const MONTHS_TO_BRING_A_CASE = 12;

const BODY = 'housing-ombudsman';

/** The contact details in force on the day, the latest if several: from the Code's pack, never from a landlord's. */
export function ombudsmanContact(code: Policy, today: LocalDate): ContactBlock | null {
  const inForce = code.contacts.filter(contact => contact.body === BODY && contact.from <= today);
  return inForce.reduce<ContactBlock | null>(
    (latest, contact) => (latest === null || contact.from > latest.from ? contact : latest),
    null,
  );
}

/** Until when a final answer of this date can be taken to the Ombudsman [R46]. */
export function ombudsmanUntil(dated: LocalDate): LocalDate {
  return addMonths(dated, MONTHS_TO_BRING_A_CASE);
}

/** The ways to reach the Ombudsman, those that it has. */
export function contactFacts(contact: ContactBlock): Fact[] {
  const ways: [string, string | null][] = [
    ['Online', contact.web],
    ['Phone', contact.phone],
    ['Email', contact.email],
    ['Post', contact.post],
  ];
  return ways.flatMap(([term, value]) => (value === null || value === '' ? [] : [{ term, value }]));
}

/**
 * Ombudsman details in these words that do not hold on the day: an earlier address, number or page from either pack, or any
 * email address at the Ombudsman's while it takes no cases by email [R46].
 */
export function staleContacts(text: string, current: ContactBlock, packs: readonly Policy[]): string[] {
  const now = new Set(waysOf(current).map(squeeze));
  const site = hostOf(current.web);
  const others = packs
    .flatMap(pack => pack.contacts)
    .filter(contact => contact.body === BODY)
    .flatMap(waysOf)
    .filter(value => !now.has(squeeze(value)) && (site === '' || hostOf(value) !== site));
  const found = others.filter(value => contains(text, value));
  const emails = current.email === null ? emailsAt(text, site) : [];
  return [...new Set([...found, ...emails])];
}

function waysOf({ web, phone, post, email }: ContactBlock): string[] {
  return [web, phone, post, email].filter(value => value !== null && value !== '').map(String);
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[\s,]+/g, '');

/** An older page may be the beginning of today's: the words count only where they do not go on. */
function contains(text: string, value: string): boolean {
  const whole = squeeze(text);
  const part = squeeze(value);
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) {
    if (!/[a-z0-9/]/.test(whole[at + part.length] ?? ' ')) return true;
  }
  return false;
}

function hostOf(web: string | null): string {
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/\s]+)/.exec(web ?? '');
  return host?.[1] ?? '';
}

function emailsAt(text: string, host: string): string[] {
  if (host === '') return [];
  return (text.match(/[\w.+-]{1,64}@[\w.-]+/g) ?? []).filter(email => email.toLowerCase().endsWith(`@${host}`));
}
