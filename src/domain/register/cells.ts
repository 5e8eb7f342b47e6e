/** How cells of a file are read: each gives the value, or says what was expected. */
import { isLocalDate } from '../calendar/dates.ts';
import type { ReadCell } from './row.ts';

/** A text of one line. */
export function lineCell(max: number): (text: string) => ReadCell {
  return text => {
    const line = text.replaceAll(/\s+/g, ' ');
    return [...line].length > max ? { why: `longer than ${max} characters` } : { value: line };
  };
}

/** A text without spaces at its ends that names something in another system. */
export function referenceCell(text: string): ReadCell {
  return /^[^\s].{0,59}$/.test(text) ? { value: text } : { why: 'longer than the 60 characters of a reference' };
}

/** The number that every address in Great Britain has, of up to twelve digits; zeros before it are of no account. */
export function uprnCell(text: string): ReadCell {
  const digits = text.replace(/^0+/, '');
  return /^\d{1,12}$/.test(digits)
    ? { value: digits }
    : { why: 'expected a UPRN of up to 12 digits (a spreadsheet may have turned it into something like 1.00E+11)' };
}

/** A postcode, in capital letters and with its space. */
export function postcodeCell(text: string): ReadCell {
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(plain)
    ? { value: `${plain.slice(0, -3)} ${plain.slice(-3)}` }
    : { why: 'expected a postcode like DT1 1AA' };
}

const yes = ['yes', 'y', 'true', '1'];
const no = ['no', 'n', 'false', '0'];

export function yesNoCell(text: string): ReadCell {
  const word = text.toLowerCase();
  if (yes.includes(word)) return { value: true };
  return no.includes(word) ? { value: false } : { why: 'expected yes or no' };
}

/** A day as `2026-03-31` or, as people here write it, `31/03/2026`. */
export function dayCell(text: string): ReadCell {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const date = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? { value: date } : { why: 'expected a real date, like 31/03/2026 or 2026-03-31' };
}

/** A whole number within limits, kept as text. */
export function numberCell(min: number, max: number): (text: string) => ReadCell {
  return text =>
    /^\d{1,7}$/.test(text) && Number(text) >= min && Number(text) <= max
      ? { value: String(Number(text)) }
      : { why: `expected a whole number from ${min} to ${max}` };
}
