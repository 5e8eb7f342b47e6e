/** What was done, or fell away, before the calendar changed keeps the dates it had: a change moves what is open and nothing else (R11). */
import { withinCalendar } from '../calendar/working-days.ts';
import type { Obligation } from './obligation.ts';
import type { EarlierCalendar } from './obligation-context.ts';
import type { CaseState } from './state.ts';

/** The obligations with each settled one as the calendar of its day gives it. `derive`: all of them by another calendar. */
export function withSettledDates(
  owed: Obligation[],
  state: CaseState,
  earlier: readonly EarlierCalendar[],
  derive: (by: EarlierCalendar) => Obligation[],
): Obligation[] {
  if (earlier.length === 0) return owed;
  const derived = new Map<EarlierCalendar, Obligation[]>();
  return owed.map(one => {
    const by = earlier.find(calendar => settledBefore(one, calendar, state));
    if (by === undefined) return one;
    const then = derived.get(by) ?? withinCalendar(() => derive(by));
    if (!Array.isArray(then)) return one;
    derived.set(by, then);
    return then.find(({ id }) => id === one.id) ?? one;
  });
}

/** On the very day of the change, what was still open has a note of having moved. */
function settledBefore(
  { id, dischargedOn, lapsedOn }: Obligation,
  { until, next }: EarlierCalendar,
  state: CaseState,
): boolean {
  const settledOn = dischargedOn ?? lapsedOn;
  if (settledOn === null || settledOn > until) return false;
  const moved = state.calendarMoves.some(move => move.obligationId === id && move.calendarRevision >= next);
  return settledOn < until || !moved;
}
