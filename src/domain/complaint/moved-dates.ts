/** What a change of the calendar does to a case: the dates that somebody still waits for, and where they go (R11). */
import type { LocalDate } from '../calendar/dates.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { caseWindow, windowMove } from './escalation-window.ts';
import { isOpen, legalDate, type Obligation, type ObligationKind } from './obligation.ts';
import type { ObligationContext } from './obligation-context.ts';
import { obligations } from './obligations.ts';
import type { CaseState } from './state.ts';

export type MovedDate = {
  obligationId: string;
  /** `window`: the last day on which the resident can ask for stage 2. */
  kind: ObligationKind | 'window';
  stage: 1 | 2 | null;
  from: LocalDate;
  to: LocalDate;
  /** The day a letter has told, which it keeps; null where no letter told another day than `to`. */
  toldOn: LocalDate | null;
};

type Rules = Omit<ObligationContext, 'calendar'>;

/** The open dates of a case that differ between two calendars, in the case's order. Throws `BeyondCalendar`. */
export function movedDates(state: CaseState, rules: Rules, before: Calendar, after: Calendar): MovedDate[] {
  const then = obligations(state, { ...rules, calendar: before });
  const now = new Map(obligations(state, { ...rules, calendar: after }).map(one => [one.id, one]));
  const moved = then.filter(isOpen).flatMap(one => movedTo(one, now.get(one.id)));
  return [...moved, ...movedWindow(state, rules, before, after)];
}

/** What has not begun yet, such as agreeing updates should the answer be late, moves with what it hangs on and is not named. */
function movedTo(before: Obligation, after: Obligation | undefined): MovedDate[] {
  if (after?.startsOn !== before.startsOn) return [];
  const from = legalDate(before);
  const to = legalDate(after);
  if (from === null || to === null || from === to) return [];
  const { id, kind, stage } = before;
  return [{ obligationId: id, kind, stage, from, to, toldOn: after.promisedOn }];
}

/** A window that would close sooner stays open as long as it was said to. */
function movedWindow(state: CaseState, rules: Rules, before: Calendar, after: Calendar): MovedDate[] {
  const from = caseWindow(state, { ...rules, calendar: before })?.closesOn ?? null;
  const to = caseWindow(state, { ...rules, calendar: after })?.closesOn ?? null;
  if (from === null || to === null || from === to) return [];
  return [{ obligationId: windowMove, kind: 'window', stage: 2, from, to, toldOn: to < from ? from : null }];
}
