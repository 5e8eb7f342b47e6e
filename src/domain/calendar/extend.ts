/** Loading the bank holidays of the years after those a calendar knows: whole years, as they were published. */
import { addDays, isLocalDate, type LocalDate, sayDate, weekday } from './dates.ts';
import type { Revised } from './revisions.ts';
import { type Calendar, type Holiday, makeCalendar } from './working-days.ts';

export type NamedDay = { readonly date: LocalDate; readonly title: string };

/** The days of a list with one to a line, `2029-01-01 New Year’s Day`, or the first line that cannot be read as that. */
export function readDays(text: string): { readonly days: readonly NamedDay[] } | { readonly refused: string } {
  const days: NamedDay[] = [];
  for (const line of text
    .split('\n')
    .map(one => one.trim())
    .filter(one => one !== '')) {
    const [, date = '', title = ''] = /^(\d{4}-\d{2}-\d{2})[\s,;]+(\S.*)$/.exec(line) ?? [];
    if (!isLocalDate(date))
      return { refused: `Write each holiday on a line of its own, like “2029-01-01 New Year’s Day”, not “${line}”.` };
    days.push({ date, title });
  }
  return { days };
}

/**
 * The calendar with the years to come, as its next revision. They must follow without a gap and be whole: a year with fewer holidays
 * than any before it was not copied to its end.
 */
export function extendedCalendar(calendar: Calendar, days: readonly NamedDay[]): Revised {
  const refused = faultOf(calendar, days);
  if (refused !== null) return { refused };
  const to: LocalDate = `${lastYear(days)}-12-31`;
  const added: Holiday[] = days.map(day => ({ ...day, notes: '' }));
  const holidays = [...calendar.holidays, ...added];
  return { calendar: makeCalendar({ ...calendar, revision: calendar.revision + 1, to, holidays }) };
}

function faultOf(calendar: Calendar, days: readonly NamedDay[]): string | null {
  const first = addDays(calendar.to, 1);
  if (days.length === 0) return `Enter the bank holidays from ${sayDate(first)} on.`;
  const seen = new Set<LocalDate>();
  for (const { date } of days) {
    if (date < first) return `${sayDate(date)} is known already: enter the days from ${sayDate(first)} on.`;
    if (seen.has(date)) return `${sayDate(date)} stands there twice.`;
    if (weekday(date) === 'Saturday' || weekday(date) === 'Sunday')
      return `${sayDate(date)} is no working day as it is. Give the weekday that is taken off for it.`;
    seen.add(date);
  }
  return unwholeYear(calendar, days, Number(first.slice(0, 4)));
}

function unwholeYear(calendar: Calendar, days: readonly NamedDay[], from: number): string | null {
  const usual = fewestInAYear(calendar);
  for (let year = from; year <= lastYear(days); year += 1) {
    const many = inYear(days, year);
    if (many < usual)
      return `${year} has ${many} of the days you entered, and no year that we know has fewer than ${usual}. Enter the whole year.`;
  }
  return null;
}

function fewestInAYear({ from, to, holidays }: Calendar): number {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const counts = Array.from({ length: last - first + 1 }, (_, at) => inYear(holidays, first + at));
  return Math.min(...counts);
}

function inYear(days: readonly NamedDay[], year: number): number {
  return days.filter(({ date }) => date.startsWith(`${year}-`)).length;
}

function lastYear(days: readonly NamedDay[]): number {
  return Math.max(...days.map(({ date }) => Number(date.slice(0, 4))));
}
