import { daysBetween, type LocalDate, weekday } from './dates.ts';
import { type Calendar, countWorkingDays, covers } from './working-days.ts';

/**
 * How people say a due date: `due today`, `due tomorrow`, `due in 3 working days`, `2 working days late`. The page says the full
 * date beside it. Where no working day lies between, the weekday is named; beyond the calendar's data, plain days are counted.
 */
export function sayDue(due: LocalDate, today: LocalDate, calendar: Calendar): string {
  const days = daysBetween(today, due);
  if (days === 0) return 'due today';
  if (days === 1) return 'due tomorrow';
  if (!covers(calendar, due) || !covers(calendar, today)) {
    return days > 0 ? `due in ${days} days` : sayLate(due, today, calendar);
  }
  if (days > 0) {
    const ahead = countWorkingDays(calendar, today, due);
    return ahead === 0 ? `due on ${weekday(due)}` : `due in ${count(ahead, 'working day')}`;
  }
  const working = countWorkingDays(calendar, due, today);
  return working === 0 ? `late, was due on ${weekday(due)}` : sayLate(due, today, calendar);
}

/** How late something was done, or is: `2 working days late`. Over a weekend, and beyond the calendar, plain days: `2 days late`. */
export function sayLate(due: LocalDate, until: LocalDate, calendar: Calendar): string {
  const known = covers(calendar, due) && covers(calendar, until);
  const working = known ? countWorkingDays(calendar, due, until) : 0;
  return `${working === 0 ? count(daysBetween(due, until), 'day') : count(working, 'working day')} late`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
