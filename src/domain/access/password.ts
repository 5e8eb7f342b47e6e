/** What a password has to be: long, and not one that somebody would guess. Nothing is asked of its letters, digits or signs. */

export const shortestPassword = 12;
export const longestPassword = 128;

/** Of so many guesses one would be right, as a power of ten, before a password is taken. */
const enoughGuesses = 10;
/** So many characters have to be left of it besides what anybody knows of the person. */
const ownPart = 8;

/** How hard it is to guess, as somebody estimates who knows common passwords and these words: a power of ten. */
export type Estimate = (password: string, knownWords: readonly string[]) => number;

/** Who chooses it. What is known of them is the first thing that others try. */
export type Chooser = { name: string; email: string; landlord: string };

/** The same letters typed on two machines are the same password. Nothing is cut off and no space is taken out. */
export function normalPassword(typed: string): string {
  return typed.normalize('NFC');
}

/** Why this password is not taken, as a sentence; null where it is. */
export function passwordRefusal(typed: string, chooser: Chooser, estimate: Estimate): string | null {
  const password = normalPassword(typed);
  const length = [...password].length;
  if (length === 0) return 'Enter a password';
  if (length < shortestPassword)
    return `The password must be ${shortestPassword} characters or more. Four words that have nothing to do with each other are easy to remember`;
  if (length > longestPassword) return `The password must be ${longestPassword} characters or fewer`;
  const known = knownWords(chooser);
  if (withoutWords(password, known).length < ownPart)
    return 'The password must not be made of your name, your email address or your landlord’s name: they are tried first';
  if (estimate(password, known) < enoughGuesses)
    return 'This password is easy to guess: it is made of common passwords, a pattern or a date. Choose words that have nothing to do with each other, or let a password manager make one';
  return null;
}

/** The words that anybody knows who wants to come in as this person, the longest first. */
export function knownWords({ name, email, landlord }: Chooser): string[] {
  const words = [name, email, landlord, 'redress', 'complaints'].flatMap(text => [
    text,
    ...text.split(/[^\p{L}\p{N}]+/u),
  ]);
  const small = words.map(word => word.normalize('NFC').toLowerCase()).filter(word => word.length >= 3);
  return [...new Set(small)].sort((a, b) => b.length - a.length);
}

function withoutWords(password: string, words: readonly string[]): string {
  const left = words.reduce((text, word) => text.replaceAll(word, ' '), password.toLowerCase());
  return left.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
