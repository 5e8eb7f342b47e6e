/** Characters that no field may hold: NUL and the other controls, except tab and line break, and halves of pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this is for
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]|\p{Surrogate}/gu;

/**
 * Text as the rest of the program may have it, cleaned in this one place before anything is stored, hashed or shown: NUL,
 * other control characters and lone surrogates are removed, line breaks become `\n`, and letters built of parts become
 * one (NFC). Emoji, right-to-left words and their direction marks stay.
 */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(unwanted, '').normalize('NFC');
}
