/** How long a stage 1 answer can be taken to stage 2, under the landlord's policy; the Code itself names no limit. */
import { type LocalDate, sayDate } from '../calendar/dates.ts';
import { deemedReceived, windowCloses } from '../calendar/windows.ts';
import type { Calendar } from '../calendar/working-days.ts';
import type { ClauseId } from '../policy/spans.ts';
import { type ClockRules, saySpan } from './clock-rules.ts';
import { delivered } from './evolve/letters.ts';
import type { CaseState } from './state.ts';
import type { CaseTimeline } from './timeline.ts';

export type OpenWindow = {
  opensOn: LocalDate;
  closesOn: LocalDate;
  countsFrom: LocalDate;
  rule: string;
  clause: ClauseId;
};

const said = {
  'response-date': 'the date of the stage 1 response',
  'response-receipt': 'receiving the stage 1 response',
  'agreed-works-complete': 'the completion of the agreed works',
  'response-receipt-or-agreed-works': 'receiving the stage 1 response, or the completion of the agreed works',
} as const;

/**
 * The window after a stage 1 response (R12): the day after its start is day 1, the closing day is inside, and rolls later if it is
 * no working day. A corrected response starts it anew (R45). `worksDoneOn`: when what that response promised was done, for policies that count from it. Null: no response
 * yet, no limit in the policy, or the works it counts from are not done.
 */
export function escalationWindow(
  timeline: CaseTimeline,
  rules: ClockRules,
  calendar: Calendar,
  worksDoneOn: LocalDate | null = null,
): OpenWindow | null {
  const { window } = rules;
  const { respondedOn: answered, responseMethod, corrected } = timeline.stage1;
  if (window === null || answered === null) return null;
  const latest = corrected?.on ?? answered;
  const method = (corrected === null ? responseMethod : corrected.method) ?? 'unknown';
  const received = deemedReceived(latest, method, rules.deemedReceipt, calendar);
  const countsFrom = startOf(window.countsFrom, latest, received, worksDoneOn);
  if (countsFrom === null) return null;
  const closesOn = windowCloses(countsFrom, window, calendar);
  return {
    opensOn: answered,
    closesOn,
    countsFrom,
    rule: `${saySpan(window)} from ${said[window.countsFrom]}`,
    clause: window.clause,
  };
}

/** The window of a case, which knows when what stage 1 promised was done. */
export function caseWindow(
  state: CaseState,
  { rules, calendar }: { rules: ClockRules; calendar: Calendar },
): OpenWindow | null {
  const works = state.actions.filter(action => action.stage === 1);
  const done = works.flatMap(action => action.doneOn ?? []).toSorted();
  const worksDoneOn = done.length === works.length ? (done.at(-1) ?? null) : null;
  const window = escalationWindow(state.timeline, rules, calendar, worksDoneOn);
  return window === null ? null : keptOpen(window, state);
}

/** What the window to stage 2 is called among the dates that a change of the calendar moves. */
export const windowMove = 'escalation-window';

/**
 * Nobody's window is shortened: a day that a letter named stays open however the letter went (R12), and so does the last day there was
 * before a holiday was taken away (R11).
 */
function keptOpen(window: OpenWindow, { calendarMoves, letters }: CaseState): OpenWindow {
  const { opensOn, closesOn, rule } = window;
  const before = calendarMoves.filter(move => move.obligationId === windowMove && move.from > opensOn);
  const quoted = letters
    .filter(letter => letter.kind === 'response' && letter.stage === 1 && delivered(letter))
    .flatMap(letter => letter.quotesWindow ?? []);
  const latest = [closesOn, ...before.map(move => move.from), ...quoted].toSorted().at(-1) ?? closesOn;
  if (latest === closesOn) return window;
  const why = quoted.includes(latest) ? `${rule}; our letter named ${sayDate(latest)}, and that stays` : rule;
  return { ...window, closesOn: latest, rule: why };
}

function startOf(
  countsFrom: keyof typeof said,
  answered: LocalDate,
  received: LocalDate,
  worksDoneOn: LocalDate | null,
): LocalDate | null {
  switch (countsFrom) {
    case 'response-date':
      return answered;
    case 'response-receipt':
      return received;
    case 'agreed-works-complete':
      return worksDoneOn;
    case 'response-receipt-or-agreed-works':
      return worksDoneOn !== null && worksDoneOn > received ? worksDoneOn : received;
  }
}
