import { addDays, addMonths, epochDay, isWeekendDay, type LocalDate } from './dates.ts';
import { addWorkingDays, type Calendar, covers, isWorkingDay } from './working-days.ts';

/** Hours are counted as whole days begun: a window is open to the end of a day. */
export type WindowUnit = 'calendar-days' | 'months' | 'working-days' | 'hours';
export type WindowLength = { readonly value: number; readonly unit: WindowUnit };

/** How a letter went. `both` is email and post; `unknown` is a past record that does not say. */
export type SentBy = 'email' | 'post' | 'both' | 'unknown';

/** After how many working days a letter counts as received. 0 is the day it was sent, whatever day that is. */
export type DeemedReceipt = { readonly email: number; readonly post: number };

/** The last day of the window before it is moved off a non-working day: the day after the start is day 1 [R12]. */
export function windowDay(start: LocalDate, length: WindowLength, calendar: Calendar): LocalDate {
  if (length.unit === 'working-days') return addWorkingDays(calendar, start, length.value);
  if (length.unit === 'months') return addMonths(start, length.value);
  return addDays(start, length.unit === 'hours' ? Math.ceil(length.value / 24) : length.value);
}

/**
 * The last day on which the window is open. That day is inside, and a non-working one moves to the next working day [R12].
 * A window of days or months needs no holiday data [R4]: beyond them only weekends are known, and only weekends move it.
 * Throws `BeyondCalendar` for a window of working days only.
 */
export function windowCloses(start: LocalDate, length: WindowLength, calendar: Calendar): LocalDate {
  let day = windowDay(start, length, calendar);
  while (!mayClose(calendar, day)) day = addDays(day, 1);
  return day;
}

/** The day a letter counts as received: email that day, post by its working days, both the later, unknown as post [R12]. */
export function deemedReceived(sentOn: LocalDate, by: SentBy, deemed: DeemedReceipt, calendar: Calendar): LocalDate {
  const byEmail = later(sentOn, deemed.email, calendar);
  if (by === 'email') return byEmail;
  const byPost = later(sentOn, deemed.post, calendar);
  return by === 'both' && byEmail > byPost ? byEmail : byPost;
}

function later(sentOn: LocalDate, workingDays: number, calendar: Calendar): LocalDate {
  return workingDays === 0 ? sentOn : addWorkingDays(calendar, sentOn, workingDays);
}

function mayClose(calendar: Calendar, day: LocalDate): boolean {
  return covers(calendar, day) ? isWorkingDay(calendar, day) : !isWeekendDay(epochDay(day));
}
