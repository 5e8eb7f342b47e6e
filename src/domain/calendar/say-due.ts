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
    return days > 0 ? `due in ${days} days` : `${count(-days, 'day')} late`;
  }
  if (days > 0) {
    const ahead = countWorkingDays(calendar, today, due);
    return ahead === 0 ? `due on ${weekday(due)}` : `due in ${count(ahead, 'working day')}`;
  }
  const late = countWorkingDays(calendar, due, today);
  return late === 0 ? `late, was due on ${weekday(due)}` : `${count(late, 'working day')} late`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
