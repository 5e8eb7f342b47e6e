/** Words for where a complaint stands and how it ended, all derived: nobody chooses a status (R21, R46). */
import { addDays, type LocalDate } from '../calendar/dates.ts';
import type { Calendar } from '../calendar/working-days.ts';
import type { ClockRules } from './clock-rules.ts';
import { caseWindow } from './escalation-window.ts';
import type { Finding, Stage } from './events.ts';
import { timelineOf } from './evolve/parts.ts';
import type { Point } from './point-state.ts';
import { stageReached } from './stage-obligations.ts';
import type { CaseState } from './state.ts';

export type CaseWord =
  | 'logged'
  | 'acknowledged'
  | 'investigating'
  | 'answered'
  | 'stage 2 awaits the answer'
  | 'stage 2 requested'
  | 'stage 2 declined'
  | 'stage 2 acknowledged'
  | 'stage 2 investigating'
  | 'stage 2 answered'
  | 'withdrawn'
  | 'refused'
  | 'closed';

type Clocks = { rules: ClockRules; calendar: Calendar };

/** Where the complaint stands on a London day. Only closing depends on the day: the window has to have passed. */
export function answeredState(state: CaseState, clocks: Clocks, asOf: LocalDate): CaseWord {
  if (state.timeline.withdrawnOn !== null) return 'withdrawn';
  if (state.timeline.stage1.refusedOn !== null) return 'refused';
  if (isClosed(state, clocks, asOf)) return 'closed';
  const { stage1, stage2 } = state.timeline;
  if (stage2.startedOn === null) return stageWord(state, 1);
  if (stage2.refusedOn !== null) return stage1.respondedOn === null ? stageWord(state, 1) : 'stage 2 declined';
  if (stageReached(state.timeline, clocks) === 1) {
    // Asked too early, it changes nothing about the acknowledgement that is owed (R41).
    return stage1.acknowledgedOn === null ? 'logged' : 'stage 2 awaits the answer';
  }
  const word = stageWord(state, 2);
  return word === 'logged' ? 'stage 2 requested' : `stage 2 ${word}`;
}

function stageWord(state: CaseState, stage: Stage): 'logged' | 'acknowledged' | 'investigating' | 'answered' {
  const { respondedOn, acknowledgedOn } = timelineOf(state, stage);
  if (respondedOn !== null) return 'answered';
  if (acknowledgedOn === null) return 'logged';
  const begun =
    state.investigation.some(one => one.stage === stage) ||
    state.information.some(one => one.stage === stage) ||
    state.points.some(point => point.decisions[stage] !== null);
  return begun ? 'investigating' : 'acknowledged';
}

/** Closed by what is true (R46): the last answer has gone, nothing promised is open, and the time to go further has passed. */
export function isClosed(state: CaseState, clocks: Clocks, asOf: LocalDate): boolean {
  if (state.timeline.withdrawnOn !== null || state.timeline.stage1.refusedOn !== null) return false;
  const from = closesFrom(state, clocks);
  return from !== null && from <= asOf;
}

/**
 * The first day on which nothing is left to do or to ask for. After a stage 1 answer that is the day after the window, so it may
 * lie ahead; null while an answer or a promise is owed, and where the policy sets no end to asking.
 */
export function closesFrom(state: CaseState, clocks: Clocks): LocalDate | null {
  if (state.actions.some(action => action.doneOn === null)) return null;
  const { stage1, stage2, withdrawnOn } = state.timeline;
  const lastDone = state.actions.reduce<LocalDate | null>((last, action) => later(last, action.doneOn), null);
  if (state.voided !== null) return later(state.voided.on, lastDone);
  if (withdrawnOn !== null) return later(withdrawnOn, lastDone);
  if (stage1.refusedOn !== null) return stage1.refusalSentOn === null ? null : later(stage1.refusalSentOn, lastDone);
  if (stage2.startedOn !== null && stage2.refusedOn === null) {
    const undecided = state.escalations.some(request => request.decided === null);
    return stage2.respondedOn === null || undecided ? null : later(stage2.respondedOn, lastDone);
  }
  if (stage1.respondedOn === null || (stage2.refusedOn !== null && stage2.refusalSentOn === null)) return null;
  const window = caseWindow(state, clocks);
  return window === null ? null : later(addDays(window.closesOn, 1), lastDone);
}

function later(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** How a point ended as things stand: an answer counts when its response was sent (R21). Null: not yet. */
export function pointFinding(point: Point, state: CaseState): Finding | null {
  if (point.ended !== null) return point.ended.how;
  const { stage1, stage2 } = state.timeline;
  const reviewed = stage2.respondedOn === null || point.notPursued ? null : point.decisions[2];
  const first = stage1.respondedOn === null ? null : point.decisions[1];
  return (reviewed ?? first)?.finding ?? null;
}

/** The case's finding, derived from its points (R21): those that were answered count; null while one has no answer yet. */
export function caseFinding(state: CaseState): Finding | null {
  const findings = state.points.map(point => pointFinding(point, state));
  const answered = findings.filter(one => one !== null && !ends.includes(one));
  if (findings.length === 0 || findings.includes(null)) return null;
  if (answered.length === 0) return ends.find(end => findings.includes(end)) ?? null;
  const [first] = answered;
  if (answered.every(one => one === first)) return first ?? null;
  return answered.some(one => one === 'upheld' || one === 'partly-upheld') ? 'partly-upheld' : 'not-upheld';
}

/** Ends without an answer, the one that says most of the case first. */
const ends: readonly (Finding | null)[] = ['excluded', 'withdrawn', 'moved'];
