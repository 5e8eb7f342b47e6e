/** The smallest parts of a pack: dates, clauses, lengths of time, clocks. Their messages say what was expected, in words. */
import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../domain/calendar/dates.ts';
import type { Clock, Span } from '../../domain/policy/spans.ts';

const CLAUSE = /^([A-Z][A-Z0-9]{1,9}-\d{2,3}|Code \d\.\d{1,2}|R\d{1,2})$/;
const IDENTIFIER = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const text = z.string().refine(value => value.trim() !== '', 'some text, not empty');
export const id = z.string().regex(IDENTIFIER, 'an id in small letters, digits and hyphens, like response-1');
export const clause = z.string().regex(CLAUSE, 'a clause like MAG-34, Code 6.4 or R12');
export const wholeNumber = z.int('a whole number').min(0, 'a whole number of 0 or more');
export const positive = z.int('a whole number').min(1, 'a whole number of 1 or more');

export const localDate = z.custom<LocalDate>(
  value => typeof value === 'string' && isLocalDate(value),
  'a real date written like 2026-04-01',
);
/** A day, a month or a year, as exactly as the source knows it. */
export const looseDate = z
  .string()
  .refine(
    value => isLocalDate(value) || (/^\d{4}-\d{2}$/.test(value) && isLocalDate(`${value}-01`)) || /^\d{4}$/.test(value),
    'a date, month or year written like 2026-04-01, 2026-04 or 2026',
  );

export const unit = z.enum(['working-days', 'calendar-days', 'months', 'hours']);
const length = { value: positive, unit, unitAsWritten: z.exactOptional(text) };
export const span = z.strictObject(length) satisfies z.ZodType<Span>;

export const nonWorkingStart = z.enum([
  'next-working-day-is-day-1',
  'next-working-day-is-day-0',
  'previous-working-day-is-day-0',
]);

const start = z.enum([
  'receipt',
  'logging',
  'end-of-next-working-day',
  'acknowledgement-sent',
  'letter-sent',
  'request-receipt',
]);

export const clock = z.strictObject({
  ...length,
  from: start,
  atLeast: z.exactOptional(positive),
  fromAsWritten: z.exactOptional(text),
  nonWorkingStart: z.exactOptional(nonWorkingStart),
  clause,
  note: z.exactOptional(text),
}) satisfies z.ZodType<Clock>;
