/** A real day of the calendar, `YYYY-MM-DD`. Legal days are days in London. Made only by `parseLocalDate` and the functions here. */
export type LocalDate = `${number}-${number}-${number}`;

/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export type Instant = `${string}T${string}Z`;

/** Days since 1 January 1970, an integer. */
export type EpochDay = number;

const DASH = 45;
const ZERO = 48;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** Whether the text is a real day written `YYYY-MM-DD`, of the years 1000 to 9999. 31 February, "year 26" and spaces are not. */
export function isLocalDate(text: string): text is LocalDate {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false;
  for (let at = 0; at < 10; at += 1) {
    if (at === 4 || at === 7) continue;
    const code = text.charCodeAt(at);
    if (code < ZERO || code > ZERO + 9) return false;
  }
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/** The text as a date, or null where it is no real day. */
export function parseLocalDate(text: string): LocalDate | null {
  return isLocalDate(text) ? text : null;
}

/** Days since 1970-01-01. Integer arithmetic on the digits, some 10 ns: working days are counted on these numbers. */
export function epochDay(date: LocalDate): EpochDay {
  const year =
    date.charCodeAt(0) * 1000 + date.charCodeAt(1) * 100 + date.charCodeAt(2) * 10 + date.charCodeAt(3) - ZERO * 1111;
  const month = date.charCodeAt(5) * 10 + date.charCodeAt(6) - ZERO * 11;
  return epochDayOf(year, month, date.charCodeAt(8) * 10 + date.charCodeAt(9) - ZERO * 11);
}

// The days of 1970 to 2099, each written once: dates are made far more often than new days are met.
const CACHED_DAYS = 47_482;
const written: (LocalDate | undefined)[] = new Array(CACHED_DAYS).fill(undefined);

/** The day with this number, as text. */
export function fromEpochDay(day: EpochDay): LocalDate {
  if (day < 0 || day >= CACHED_DAYS) return write(day);
  const known = written[day];
  if (known !== undefined) return known;
  const date = write(day);
  written[day] = date;
  return date;
}

/** The date so many days later (earlier where negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(epochDay(date) + days);
}

/** The same day of the month so many months on, or that month's last day where it is shorter [R12]. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = digits(date, 0, 4) * 12 + digits(date, 5, 7) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return fromEpochDay(epochDayOf(year, month, Math.min(digits(date, 8, 10), monthLength(year, month))));
}

/** Days from one date to another: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from);
}

/** Whether the day number is a Saturday or a Sunday. */
export function isWeekendDay(day: EpochDay): boolean {
  return weekdayIndex(day) > 4;
}

export function weekday(date: LocalDate): Weekday {
  return WEEKDAYS[weekdayIndex(epochDay(date))] ?? 'Monday';
}

/** The date in words: `Friday 4 December 2026`. */
export function sayDate(date: LocalDate): string {
  const month = MONTHS[digits(date, 5, 7) - 1] ?? '';
  return `${weekday(date)} ${digits(date, 8, 10)} ${month} ${digits(date, 0, 4)}`;
}

/** The date as it stands in a narrow column: `4 Dec 2026`. */
export function sayShortDate(date: LocalDate): string {
  const month = MONTHS[digits(date, 5, 7) - 1] ?? '';
  return `${digits(date, 8, 10)} ${month.slice(0, 3)} ${digits(date, 0, 4)}`;
}

/** The month of a date in words: `December 2026`. */
export function sayMonth(date: LocalDate): string {
  return `${MONTHS[digits(date, 5, 7) - 1] ?? ''} ${digits(date, 0, 4)}`;
}

/** Whether the text is a moment in UTC that this product writes: ISO, a real day, ending in Z. */
export function isInstant(text: string): text is Instant {
  return (
    /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?Z$/.test(text) && isLocalDate(text.slice(0, 10))
  );
}

/**
 * The legal day, in London, on which the instant falls: an email at 23:50 on a Friday is Friday's [R3].
 * Only the hour from 23:00 UTC can belong to another day, so the time zone is asked about that hour alone.
 */
export function londonDateOf(instant: Instant): LocalDate {
  const day = instant.slice(0, 10);
  if (instant.slice(11, 13) !== '23' && day >= '1972-01-01' && isLocalDate(day)) return day;
  return londonTime(instant).toPlainDate().toString() as LocalDate;
}

/** The time of day in London, `HH:MM`. */
export function londonTimeOf(instant: Instant): string {
  return londonTime(instant).toPlainTime().toString({ smallestUnit: 'minute' });
}

/**
 * The moment of this London date and time (`HH:MM`). A time the spring change skips is moved on by the hour skipped; of a time
 * that autumn repeats, the first is meant.
 */
export function londonInstant(date: LocalDate, time: string): Instant {
  const zoned = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime('Europe/London');
  return zoned.toInstant().toString({ smallestUnit: 'millisecond' }) as Instant;
}

/** The moment so many hours later: elapsed hours, whatever the clocks do [R13]. */
export function addHours(instant: Instant, hours: number): Instant {
  const milliseconds = Math.round(hours * 3_600_000);
  return Temporal.Instant.from(instant).add({ milliseconds }).toString({ smallestUnit: 'millisecond' }) as Instant;
}

/** Elapsed seconds from one moment to another; negative where the second is earlier. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds) / 1000;
}

function londonTime(instant: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London');
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - ZERO;
  return value;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function epochDayOf(year: number, month: number, day: number): EpochDay {
  const past = year - 1;
  const century = (past / 100) | 0;
  const leapDays = (past >> 2) - century + (century >> 2);
  const leapDayPassed = month > 2 && isLeap(year) ? 1 : 0;
  return past * 365 + leapDays + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDayPassed + day - 719_163;
}

/** Monday is 0. 1 January 1970 was a Thursday. */
function weekdayIndex(day: EpochDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

function write(day: EpochDay): LocalDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10) as LocalDate;
}
