/** One way of writing for what people are reached by, so that the same number given twice is found as the same. */

/** How somebody can be reached; null where they gave nothing. */
export type Contact = { name: string; email: string | null; phone: string | null };

/** A postcode as it is written: capital letters and one space before its last three signs. */
export function asPostcode(text: string): string {
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return plain.length > 4 ? `${plain.slice(0, -3)} ${plain.slice(-3)}` : plain;
}

/** Whether a text has the shape of an email address; whether it works is found out by writing to it. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

/** An email address in small letters, without spaces. */
export function asEmail(text: string): string {
  return text.toLowerCase().replace(/\s/g, '');
}

/** A telephone number of the United Kingdom in its usual groups; another one, or one with words beside it, as it was given. */
export function asPhone(text: string): string {
  const given = text.replace(/\s+/g, ' ').trim();
  if (!/^[\d\s()+.-]+$/.test(given)) return given;
  const plain = given
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^(\+44|0044)/, '0');
  if (!/^0\d{10}$/.test(plain)) return given;
  const groups = /^02/.test(plain) ? [3, 7] : /^0(1\d1|11\d|3\d\d|8\d\d)/.test(plain) ? [4, 7] : [5];
  return cut(plain, groups).join(' ');
}

function cut(text: string, at: readonly number[]): string[] {
  const ends = [...at, text.length];
  return ends.map((end, index) => text.slice(index === 0 ? 0 : ends[index - 1], end));
}
