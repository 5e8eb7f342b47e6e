/** What a letter would breach of how somebody may safely be reached: who gets it, by which way, and what it gives away (R60). */
import type { HandedOver, PersonId } from '../complaint/events.ts';
import { barredBy, barredPerson, limitsOf, sayLimit, sayWay } from '../complaint/safe-contact.ts';
import type { CaseState } from '../complaint/state.ts';
import type { LetterDocument } from './document.ts';
import { everythingSaid } from './gate.ts';
import type { MissingItem } from './letter-input.ts';

/** Somebody whose address only they may be told, and where that is. */
export type SecretAddress = { personId: PersonId; addressLines: readonly string[] };

export type Reaching = {
  state: CaseState;
  to: PersonId | null;
  name: string;
  how: HandedOver;
  /** The email address the letter would go to, and the only one that is safe, where that is said. */
  email: string | null;
  onlyEmail: string | null;
};

/** The limits that a letter to this person by this way would breach, each in a sentence. */
export function unsafeReach({ state, to, name, how, email, onlyEmail }: Reaching): MissingItem[] {
  const person = barredPerson(state, to);
  if (person !== null)
    return [
      unsafe(`“${sayLimit(person)}” is recorded for the resident’s safety, and this letter would go to ${name}.`),
    ];
  const limit = barredBy(limitsOf(state, to), how);
  if (limit !== null)
    return [
      unsafe(
        `“${sayLimit(limit)}” is recorded for the safety of ${name}, so it may not go ${sayWay(how)}. Choose another way.`,
      ),
    ];
  if (how !== 'email' || onlyEmail === null || sameEmail(email, onlyEmail)) return [];
  return [unsafe(`Only ${onlyEmail} is safe for ${name}, and the letter would go to ${email ?? 'no address'}.`)];
}

/** Secret addresses that the letter would tell to somebody else, with where they stand; the reader's own lines are theirs. */
export function addressesTold(document: LetterDocument, to: PersonId | null, secrets: readonly SecretAddress[]) {
  const others = secrets.filter(secret => secret.personId !== to);
  const said = everythingSaid(document);
  const own = { where: 'the address', text: document.recipient.addressLines.join(', ') };
  return others.flatMap(secret => {
    const found = [own, ...said].find(({ text }) => tells(text, secret.addressLines));
    return found === undefined
      ? []
      : [
          unsafe(
            `Under ${found.where} the letter gives an address that is secret. Take it out where that text was written, or change the address it goes to.`,
          ),
        ];
  });
}

/** Whether a text gives an address away: by its first line or its postcode, however they are spaced. */
function tells(text: string, lines: readonly string[]): boolean {
  const plain = plainText(text);
  return telling(lines).some(part => plain.includes(plainText(part)));
}

const postcode = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi;

function telling(lines: readonly string[]): string[] {
  const [first = ''] = lines;
  const street = /^\W*(?:flat|unit|room)?\s*\w+\W*$/i.test(first) ? lines.slice(0, 2).join(' ') : first;
  return [street, ...(lines.join(', ').match(postcode) ?? [])].filter(part => plainText(part).length > 4);
}

function plainText(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function sameEmail(a: string | null, b: string): boolean {
  return (a ?? '').trim().toLowerCase() === b.trim().toLowerCase();
}

function unsafe(sentence: string): MissingItem {
  return { item: 'letter', basis: 'rule', clause: 'R60', code: 'unsafe-contact', sentence };
}
