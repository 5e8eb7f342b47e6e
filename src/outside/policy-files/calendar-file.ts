import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { isLocalDate, weekday } from '../../domain/calendar/dates.ts';
import { type Calendar, type CalendarData, makeCalendar } from '../../domain/calendar/working-days.ts';

/** Every fault of a calendar file at once: file, place, value and what was expected. */
export class CalendarFileError extends Error {
  override readonly name = 'CalendarFileError';
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    super(`The calendar ${file} cannot be used:\n${problems.map(problem => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const localDate = z.string().refine(isLocalDate, { error: 'expected a real date, YYYY-MM-DD' });

const calendarFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'expected lower-case words joined by hyphens' }),
  revision: z.int().min(1),
  source: z.string().min(1),
  from: localDate,
  to: localDate,
  holidays: z
    .array(z.strictObject({ date: localDate, title: z.string().min(1), notes: z.string().default('') }))
    .min(1),
});

type CalendarFile = z.infer<typeof calendarFile>;

/** Reads a calendar from YAML text. Throws `CalendarFileError` with every fault found. `file` is only named in faults. */
export function readCalendar(text: string, file: string): CalendarData {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new CalendarFileError(
      file,
      document.errors.map(error => error.message.replaceAll('\n', ' ')),
    );
  }
  const value: unknown = document.toJS();
  const read = calendarFile.safeParse(value);
  if (!read.success) {
    throw new CalendarFileError(
      file,
      read.error.issues.map(issue => `${placeOf(issue.path)}: ${sayFound(value, issue.path)}, ${issue.message}`),
    );
  }
  const problems = faultsInHolidays(read.data);
  if (problems.length > 0) throw new CalendarFileError(file, problems);
  return read.data;
}

/** Reads `policies/calendars/<id>.yaml`, or another file where a path is given, and builds its tables. */
export async function loadCalendar(id: string, path = shippedCalendar(id)): Promise<Calendar> {
  return makeCalendar(readCalendar(await readFile(path, 'utf8'), path));
}

function shippedCalendar(id: string): string {
  return fileURLToPath(new URL(`../../../policies/calendars/${id}.yaml`, import.meta.url));
}

/** What the shape alone cannot say: a missing year would let clocks run over holidays nobody listed. */
function faultsInHolidays(file: CalendarFile): string[] {
  const problems: string[] = [];
  if (file.to < file.from) problems.push(`to: found ${file.to}, expected a date after ${file.from}`);
  const seen = new Set<string>();
  for (const [index, { date }] of file.holidays.entries()) {
    const place = `holidays[${index}].date`;
    if (seen.has(date)) problems.push(`${place}: found ${date} a second time, expected each date once`);
    if (date < file.from || date > file.to) {
      problems.push(`${place}: found ${date}, expected a date from ${file.from} to ${file.to}`);
    }
    if (weekday(date) === 'Saturday' || weekday(date) === 'Sunday') {
      problems.push(`${place}: found ${date}, a ${weekday(date)}, expected the substitute day on a weekday`);
    }
    seen.add(date);
  }
  for (let year = Number(file.from.slice(0, 4)); year <= Number(file.to.slice(0, 4)); year += 1) {
    if (!file.holidays.some(({ date }) => date.startsWith(`${year}-`))) {
      problems.push(`holidays: found none in ${year}, expected every year from ${file.from} to ${file.to}`);
    }
  }
  return problems;
}

function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file';
  return path.reduce<string>((place, key) => {
    if (typeof key === 'number') return `${place}[${key}]`;
    return place === '' ? String(key) : `${place}.${String(key)}`;
  }, '');
}

function sayFound(value: unknown, path: readonly PropertyKey[]): string {
  let found: unknown = value;
  for (const key of path) found = isRecord(found) ? found[key] : undefined;
  if (found === undefined) return 'nothing found';
  return isRecord(found) ? `found ${Array.isArray(found) ? 'a list' : 'keys'}` : `found ${JSON.stringify(found)}`;
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
