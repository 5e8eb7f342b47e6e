import { type EpochDay, epochDay, fromEpochDay, isWeekendDay, type LocalDate } from './dates.ts';

export type Holiday = { readonly date: LocalDate; readonly title: string; readonly notes: string };

/** A day on which a landlord's offices are shut. Shown to people; it never lengthens a statutory clock [R4]. */
export type Closure = { readonly date: LocalDate; readonly title: string };

/**
 * What a clock does when its trigger falls on a non-working day. The first is the rule of this product [R4]; a policy may set
 * another. The first and the last give the same dates; both are there because sources are written both ways.
 */
export type NonWorkingStart =
  | 'next-working-day-is-day-1'
  | 'next-working-day-is-day-0'
  | 'previous-working-day-is-day-0';

export type CalendarData = {
  readonly id: string;
  readonly revision: number;
  readonly source: string;
  /** First and last day the data speak for. Nothing is said of days outside. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly holidays: readonly Holiday[];
  readonly closures?: readonly Closure[];
};

/** A non-working day, and why: `weekend`, or the holiday's title with its note. */
export type SkippedDay = { readonly date: LocalDate; readonly why: string };

type Integers = { readonly length: number; readonly [index: number]: number };

/** A calendar ready to count with. Plain data: treat as frozen, and make a new revision to change it. */
export type Calendar = Required<CalendarData> & {
  readonly firstDay: EpochDay;
  /** For each day from `from`: how many working days there are up to and including it. */
  readonly workingUpTo: Integers;
  /** For each k from 1: the place, counted from `from`, of the k-th working day. */
  readonly placeOf: Integers;
  /** Every non-working day, in order. */
  readonly skipped: readonly SkippedDay[];
};

/** Thrown where a count would need days that the calendar has no data for. Caught once, where a command or page begins. */
export class BeyondCalendar extends Error {
  override readonly name = 'BeyondCalendar';
  readonly calendar: string;
  readonly from: LocalDate;
  readonly to: LocalDate;

  constructor(calendar: CalendarData) {
    super(
      `The bank holidays of ${calendar.id} are known from ${calendar.from} to ${calendar.to} only, so this date cannot be worked out. Add the missing years to the calendar.`,
    );
    this.calendar = calendar.id;
    this.from = calendar.from;
    this.to = calendar.to;
  }
}

/** The value, or the `BeyondCalendar` met while working it out, as a value. Any other error goes on. */
export function withinCalendar<T>(workOut: () => T): T | BeyondCalendar {
  try {
    return workOut();
  } catch (error) {
    if (error instanceof BeyondCalendar) return error;
    throw error;
  }
}

/** Builds the tables. Working days are Monday to Friday without the holidays; a holiday at a weekend changes nothing. */
export function makeCalendar(data: CalendarData): Calendar {
  const firstDay = epochDay(data.from);
  const length = epochDay(data.to) - firstDay + 1;
  if (length < 1) throw new RangeError(`The calendar ${data.id} ends (${data.to}) before it begins (${data.from}).`);
  const holidays = [...data.holidays].sort((a, b) => epochDay(a.date) - epochDay(b.date));
  const free = new Map(holidays.map(holiday => [epochDay(holiday.date), holiday]));
  const workingUpTo = new Int32Array(length);
  const places: number[] = [-1];
  const skipped: SkippedDay[] = [];
  for (let place = 0; place < length; place += 1) {
    const why = whySkipped(firstDay + place, free);
    if (why === null) places.push(place);
    else skipped.push({ date: fromEpochDay(firstDay + place), why });
    workingUpTo[place] = places.length - 1;
  }
  const { id, revision, source, from, to, closures = [] } = data;
  const placeOf = Int32Array.from(places);
  return { id, revision, source, from, to, holidays, closures, firstDay, workingUpTo, placeOf, skipped };
}

function whySkipped(day: EpochDay, free: ReadonlyMap<EpochDay, Holiday>): string | null {
  if (isWeekendDay(day)) return 'weekend';
  const holiday = free.get(day);
  if (holiday === undefined) return null;
  return holiday.notes === '' ? holiday.title : `${holiday.title} (${holiday.notes.toLowerCase()})`;
}

/**
 * The date `days` working days after the start: the start is day 0, the day after it day 1 [R4]. Never a non-working day.
 * 0 is the start itself, or the next working day where the start is none. Throws `BeyondCalendar`.
 */
export function addWorkingDays(
  calendar: Calendar,
  start: LocalDate,
  days: number,
  nonWorkingStart: NonWorkingStart = 'next-working-day-is-day-1',
): LocalDate {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`${days} is not a number of working days.`);
  const place = placeIn(calendar, start);
  const k = dayZero(calendar, place, nonWorkingStart) + days;
  const ends = days === 0 && !worksAt(calendar, place) ? rankAt(calendar, place) + 1 : k;
  const found = calendar.placeOf[ends];
  if (found === undefined || found < 0) throw new BeyondCalendar(calendar);
  return fromEpochDay(calendar.firstDay + found);
}

/**
 * Working days after the start up to and including the end; negative where the end comes first. The inverse of
 * `addWorkingDays` for one day or more. Throws `BeyondCalendar`.
 */
export function countWorkingDays(
  calendar: Calendar,
  start: LocalDate,
  end: LocalDate,
  nonWorkingStart: NonWorkingStart = 'next-working-day-is-day-1',
): number {
  const from = placeIn(calendar, start);
  const to = placeIn(calendar, end);
  if (to < from) return rankAt(calendar, to) - rankAt(calendar, from);
  return Math.max(0, rankAt(calendar, to) - dayZero(calendar, from, nonWorkingStart));
}

/** Whether people work on that day. Throws `BeyondCalendar`. */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  return worksAt(calendar, placeIn(calendar, date));
}

/** The first working day on or after the date. Throws `BeyondCalendar`. */
export function nextWorkingDay(calendar: Calendar, onOrAfter: LocalDate): LocalDate {
  return addWorkingDays(calendar, onOrAfter, 0);
}

/** The last working day on or before the date. Throws `BeyondCalendar`. */
export function previousWorkingDay(calendar: Calendar, onOrBefore: LocalDate): LocalDate {
  const found = calendar.placeOf[rankAt(calendar, placeIn(calendar, onOrBefore))];
  if (found === undefined || found < 0) throw new BeyondCalendar(calendar);
  return fromEpochDay(calendar.firstDay + found);
}

/** Whether the calendar has data for the date. */
export function covers(calendar: Calendar, date: LocalDate): boolean {
  const place = epochDay(date) - calendar.firstDay;
  return place >= 0 && place < calendar.workingUpTo.length;
}

/** How many working days lie up to and including day 0, the day from which the count begins. */
function dayZero(calendar: Calendar, place: number, nonWorkingStart: NonWorkingStart): number {
  const rank = rankAt(calendar, place);
  return nonWorkingStart === 'next-working-day-is-day-0' && !worksAt(calendar, place) ? rank + 1 : rank;
}

function placeIn(calendar: Calendar, date: LocalDate): number {
  const place = epochDay(date) - calendar.firstDay;
  if (place >= 0 && place < calendar.workingUpTo.length) return place;
  throw new BeyondCalendar(calendar);
}

function rankAt(calendar: Calendar, place: number): number {
  return calendar.workingUpTo[place] ?? 0;
}

function worksAt(calendar: Calendar, place: number): boolean {
  return place === 0 ? rankAt(calendar, 0) === 1 : rankAt(calendar, place) > rankAt(calendar, place - 1);
}
