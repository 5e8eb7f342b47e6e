import { z } from 'zod';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { FormField } from './fields.ts';
import { oneValue, type RawForm } from './raw-form.ts';

export interface DateRules {
  /** What the date is called at the start of a sentence: "Date received". */
  readonly label: string;
  /** The sentence when all three boxes are empty. */
  readonly required: string;
  /** Today in London: the form does not look at a clock. */
  readonly today: LocalDate;
  /** `past`: today or before. `future`: today or after. Left out, any day. */
  readonly when?: 'past' | 'future' | undefined;
  /** No earlier than this day, with the sentence for one that is. */
  readonly notBefore?: { readonly on: LocalDate; readonly sentence: string } | undefined;
  /** No later than this day, with the sentence for one that is. */
  readonly notAfter?: { readonly on: LocalDate; readonly sentence: string } | undefined;
}

/** The rule for a day that clocks are counted from: no earlier than the bank holidays that are known here. */
export function withinHolidays(
  label: string,
  { from }: { from: LocalDate },
): Required<Pick<DateRules, 'label' | 'notBefore'>> {
  const sentence = `${label} must be in ${from.slice(0, 4)} or later: the bank holidays before it are not known here`;
  return { label, notBefore: { on: from, sentence } };
}

interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

type PartName = keyof Parts;
/** What is wrong, and the box it is in; no box when it is the date as a whole. */
type Wrong = { readonly wrong: string; readonly part: PartName | null };
type Answer = { readonly date: LocalDate } | Wrong;

const partNames: readonly PartName[] = ['day', 'month', 'year'];
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function pickParts(raw: RawForm, name: string): Parts {
  const part = (which: PartName) => oneValue(raw, `${name}-${which}`).trim();
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** A month as typed: a number, or its name or the first three letters of it. */
function monthNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const at = /^[a-z]{3,9}\.?$/i.test(text) ? monthNames.indexOf(text.slice(0, 3).toLowerCase()) : -1;
  return at < 0 ? null : at + 1;
}

function missingParts(parts: Parts, label: string): Wrong | null {
  const missing = partNames.filter(name => parts[name] === '');
  const [first] = missing;
  if (first === undefined) return null;
  return { wrong: `${label} must include a ${missing.join(' and a ')}`, part: first };
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The parts as a real day, or the first thing that is wrong and the box it is in. */
function readParts(parts: Parts, label: string): Answer {
  const missing = missingParts(parts, label);
  if (missing !== null) return missing;
  if (!/^\d+$/.test(parts.day)) return { wrong: `${label} must have a number as its day`, part: 'day' };
  const month = monthNumber(parts.month);
  if (month === null) return { wrong: `${label} must have a month from 1 to 12, or its name`, part: 'month' };
  if (!/^\d+$/.test(parts.year)) return { wrong: `${label} must have a number as its year`, part: 'year' };
  if (!/^[1-9]\d{3}$/.test(parts.year)) {
    return { wrong: `${label} must have a year of four numbers, like 2026`, part: 'year' };
  }
  const year = Number(parts.year);
  const day = Number(parts.day);
  if (month < 1 || month > 12) return { wrong: `${label} must have a month from 1 to 12, or its name`, part: 'month' };
  if (day < 1 || day > daysInMonth(year, month)) {
    return { wrong: `${label} must be a real date: that month has no day ${day}`, part: 'day' };
  }
  const two = (number: number) => String(number).padStart(2, '0');
  return { date: `${year}-${two(month)}-${two(day)}` as LocalDate };
}

function outOfRange(date: LocalDate, rules: Omit<DateRules, 'required'>): string | null {
  if (rules.when === 'past' && date > rules.today) return `${rules.label} must be today or in the past`;
  if (rules.when === 'future' && date < rules.today) return `${rules.label} must be today or in the future`;
  if (rules.notBefore !== undefined && date < rules.notBefore.on) return rules.notBefore.sentence;
  if (rules.notAfter !== undefined && date > rules.notAfter.on) return rules.notAfter.sentence;
  return null;
}

function isEmpty(parts: Parts): boolean {
  return partNames.every(name => parts[name] === '');
}

const partsSchema = z.object({ day: z.string(), month: z.string(), year: z.string() });

/** The issue of a date, at the box it is about where one box is wrong. */
function readDate(parts: Parts, rules: Omit<DateRules, 'required'>): LocalDate | Wrong {
  const answer = readParts(parts, rules.label);
  if ('wrong' in answer) return answer;
  const wrong = outOfRange(answer.date, rules);
  return wrong === null ? answer.date : { wrong, part: null };
}

function dateSchema<E extends null | never>(
  rules: Omit<DateRules, 'required'>,
  whenEmpty: E | { readonly sentence: string },
): z.ZodType<LocalDate | E> {
  return partsSchema.transform((parts, context): LocalDate | E => {
    if (isEmpty(parts) && whenEmpty === null) return whenEmpty;
    const sentence = whenEmpty === null ? '' : whenEmpty.sentence;
    const answer = isEmpty(parts) ? { wrong: sentence, part: null } : readDate(parts, rules);
    if (typeof answer === 'string') return answer;
    const path = answer.part === null ? [] : [answer.part];
    context.issues.push({ code: 'custom', message: answer.wrong, path, input: parts });
    return z.NEVER;
  });
}

/** A date from three boxes, `<name>-day`, `<name>-month`, `<name>-year`. An error names the box that it is about. */
export function dateField(rules: DateRules): FormField<LocalDate> {
  return { pick: pickParts, schema: dateSchema<never>(rules, { sentence: rules.required }) };
}

/** The same, where all three boxes may stay empty: then null. */
export function optionalDateField(rules: Omit<DateRules, 'required'>): FormField<LocalDate | null> {
  return { pick: pickParts, schema: dateSchema<null>(rules, null) };
}

/** The three boxes' values of a date, to fill a form with: `{ 'received-day': '3', … }`. */
export function dateValues(name: string, date: LocalDate): { readonly [box: string]: string } {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year };
}
