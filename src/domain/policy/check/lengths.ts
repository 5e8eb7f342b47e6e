/** Compares lengths of time in different units, and says them. Bank holidays are left out: they only ever lengthen working days. */
import { type LocalDate, parseLocalDate, sayDate } from '../../calendar/dates.ts';
import type { Clock, ClockStart, Span } from '../spans.ts';

const UNIT_NAMES: Record<Span['unit'], readonly [one: string, more: string]> = {
  'working-days': ['working day', 'working days'],
  'calendar-days': ['calendar day', 'calendar days'],
  months: ['month', 'months'],
  hours: ['hour', 'hours'],
};

const STARTS: Record<ClockStart, string> = {
  receipt: 'receiving the complaint',
  logging: 'logging the complaint',
  'end-of-next-working-day': 'the end of the working day after receiving it',
  'acknowledgement-sent': 'sending the acknowledgement',
  'letter-sent': 'the date of a letter',
  'request-receipt': 'receiving the request',
};

/** Calendar days that the span can take at most. */
export function longestDays(span: Span): number {
  if (span.unit === 'working-days') return span.value + 2 * Math.ceil(span.value / 5);
  if (span.unit === 'months') return Math.ceil((span.value * 366) / 12) + (span.value % 12 === 0 ? 0 : 1);
  return span.unit === 'hours' ? span.value / 24 : span.value;
}

/** Calendar days that the span can take at least. */
export function shortestDays(span: Span): number {
  if (span.unit === 'working-days') return span.value + 2 * Math.floor(Math.max(0, span.value - 1) / 5);
  if (span.unit === 'months') return Math.floor((span.value * 365) / 12) - (span.value % 12 === 0 ? 0 : 2);
  return span.unit === 'hours' ? span.value / 24 : span.value;
}

/** Whether `length`, begun on the same day, can end after `limit`. */
export function canOutlast(length: Span, limit: Span): boolean {
  if (length.unit === limit.unit) return length.value > limit.value;
  return longestDays(length) > shortestDays(limit);
}

/** Whether `length` is shorter than `least`, however the days fall. */
export function isShorter(length: Span, least: Span): boolean {
  if (length.unit === least.unit) return length.value < least.value;
  return longestDays(length) < shortestDays(least);
}

/** Whether the source's own word for the unit leaves open which days are meant: "days", but not "weeks" [R12]. */
export function isAmbiguous(span: Span): boolean {
  return span.unitAsWritten !== undefined && !/work|business|calendar|week|month|year|hour/i.test(span.unitAsWritten);
}

/** `10 working days`; in the source's own word where it uses another one: `30 days`. */
export function sayLength(span: Span): string {
  const [one, more] = UNIT_NAMES[span.unit];
  return `${span.value} ${span.unitAsWritten ?? (span.value === 1 ? one : more)}`;
}

/** What we take the source's unit for: `working days`. */
export function sayUnit(span: Span): string {
  return UNIT_NAMES[span.unit][1];
}

/** `10 working days from sending the acknowledgement`, with the lower end where the source gives a range. */
export function sayClock(clock: Clock): string {
  const range = clock.atLeast === undefined ? '' : `${clock.atLeast} to `;
  return `${range}${sayLength(clock)} from ${STARTS[clock.from]}`;
}

export function sayStart(start: ClockStart): string {
  return STARTS[start];
}

/** The date in words without the day of the week: `1 April 2026`. */
export function sayDay(date: LocalDate): string {
  return sayDate(date).replace(/^\S+ /, '');
}

/** A day, a month or a year as exactly as the source knows it: `1 October 2023`, `October 2023`, `2023`. */
export function sayLooseDate(text: string): string {
  const day = parseLocalDate(text);
  if (day !== null) return sayDay(day);
  const first = parseLocalDate(`${text}-01`);
  return first === null ? text : sayDay(first).replace(/^\S+ /, '');
}
