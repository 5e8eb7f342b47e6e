/** A judged obligation in words, for people at a terminal. */
import type { JudgedObligation } from '../application/past-cases/judge.ts';
import { type LocalDate, sayDate } from '../domain/calendar/dates.ts';
import type { ObligationStatus } from '../domain/complaint/obligation.ts';

const saidStatus: Record<ObligationStatus, string> = {
  met: 'met',
  late: 'late',
  due: 'due',
  overdue: 'overdue',
  'not-started': 'not started',
  lapsed: 'lapsed',
  'cannot-judge': 'cannot judge',
};

const saidKind: Record<string, string> = { acknowledge: 'Acknowledge', respond: 'Answer' };

/** One line: `Stage 1  Acknowledge  by 2026-04-13  late      done 2026-04-15, 2 working days late`. */
export function obligationLine(one: JudgedObligation, asOf: LocalDate): string {
  const what = (saidKind[one.kind] ?? one.kind).padEnd(12);
  const due = one.dueOn === null ? 'no date yet  ' : `by ${one.dueOn}`;
  return `  Stage ${one.stage ?? '-'}  ${what}${due}  ${saidStatus[one.status].padEnd(13)}${outcome(one, asOf)}`.trimEnd();
}

/** Why that date: the rule, where it comes from, and the days left out. */
export function reasonLines(one: JudgedObligation): string[] {
  if (one.dueOn === null || one.from === null) return [];
  const lines = [
    `      ${sayDate(one.dueOn)}: ${one.rule} (${one.clause})`,
    `      counted from ${one.from.date}, ${one.from.event.replaceAll('-', ' ')}`,
  ];
  const named = one.skipped.filter(day => day.why !== 'weekend').map(day => `${day.date} ${day.why}`);
  const weekendDays = one.skipped.length - named.length;
  const left = [...(weekendDays > 0 ? [`${weekendDays} weekend day${weekendDays === 1 ? '' : 's'}`] : []), ...named];
  if (left.length > 0) lines.push(`      left out: ${left.join(', ')}`);
  if (one.longStopOn !== null && one.longStopOn !== one.dueOn) {
    lines.push(`      our reading of the Code's outer date: ${one.longStopOn}`);
  }
  return lines;
}

function outcome(one: JudgedObligation, asOf: LocalDate): string {
  const late = one.workingDaysLate === null ? [] : [workingDays(one.workingDaysLate)];
  const done = one.metOn === null ? [] : [`done ${one.metOn}`];
  const passed = pastLongStop(one, asOf) ? ['past the outer date'] : [];
  return [...done, ...late, ...passed].join(', ');
}

/** R5: passing the long-stop is said beside the status. */
function pastLongStop(one: JudgedObligation, asOf: LocalDate): boolean {
  if (one.longStopOn === null || (one.status !== 'late' && one.status !== 'overdue')) return false;
  return (one.metOn ?? asOf) > one.longStopOn;
}

function workingDays(count: number): string {
  return `${count} working day${count === 1 ? '' : 's'} late`;
}
