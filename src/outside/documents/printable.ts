/** Makes a letter ready for the printer: characters that no page can carry taken out, endless words made breakable. */
import type { LetterDocument } from '../../domain/letters/document.ts';
import { readableAccent } from './readable-accent.ts';

// Far longer than any word or web address that people write, shorter than a line of large print.
const LONGEST_WORD = 80;
const BREAK_EVERY = 30;
const endless = new RegExp(`[^\\s\\u200B]{${LONGEST_WORD + 1},}`, 'g');
const inPieces = new RegExp(`.{${BREAK_EVERY}}`, 'gsu');
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFEFF\uFFFE\uFFFF]/g;

/**
 * The letter as the template reads it: JSON with every string made printable and the accent made readable on white. `leftOut` are
 * characters that the fonts cannot show and that carry no words (see `typst-child.ts`).
 */
export function printable(document: LetterDocument, dateInWords: string, leftOut: readonly string[] = []): string {
  const accent = readableAccent(document.letterhead.accent);
  const letter = { ...document, dateInWords, letterhead: { ...document.letterhead, accent } };
  return JSON.stringify(letter, (_, value: unknown) => (typeof value === 'string' ? clean(value, leftOut) : value));
}

function clean(text: string, leftOut: readonly string[]): string {
  let kept = text.isWellFormed() ? text : text.toWellFormed().replaceAll('\uFFFD', '');
  kept = kept.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\t', ' ').replace(unprintable, '');
  for (const character of leftOut) kept = kept.replaceAll(character, '');
  return kept.replace(endless, word => word.replace(inPieces, '$&\u200B'));
}
