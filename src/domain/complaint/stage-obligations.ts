/**
 * The two duties each stage owes, acknowledge and respond, from the dates on a timeline. The only place where their dates are
 * computed: a live case, a spreadsheet row and the deadline calculator all come here.
 */
import type { LocalDate } from '../calendar/dates.ts';
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import type { ClockRule, ClockRules, StageClocks } from './clock-rules.ts';
import type { Stage } from './events.ts';
import { extendedDueOn } from './extension-effect.ts';
import type { Obligation, Owner } from './obligation.ts';
import { plus } from './span-dates.ts';
import type { CaseTimeline, StageTimeline } from './timeline.ts';

type Clocks = { rules: ClockRules; calendar: Calendar };

const nobody: Owner = { personId: null, team: 'complaints' };

/** Acknowledge and respond for both stages, in that order. Throws `BeyondCalendar` where the data do not reach. */
export function stageObligations(timeline: CaseTimeline, rules: ClockRules, calendar: Calendar): Obligation[] {
  const acknowledge1 = acknowledgement(1, timeline, timeline.stage1.startedOn, rules[1], calendar);
  const respond1 = response(1, timeline, acknowledge1, rules[1], calendar);
  const opens = stage2Opens(timeline, respond1.dueOn);
  const acknowledge2 = acknowledgement(2, timeline, opens, rules[2], calendar);
  const respond2 = response(2, timeline, acknowledge2, rules[2], calendar);
  return [acknowledge1, respond1, acknowledge2, respond2];
}

/**
 * The day stage 2's clocks start: the request, or, for one made before the stage 1 answer was due, the day that answer is sent
 * (R41). A request made when the answer was already overdue runs from the request (R42). Null: not yet, or not known.
 */
export function stage2Opens(timeline: CaseTimeline, stage1DueOn: LocalDate | null): LocalDate | null {
  const asked = timeline.stage2.startedOn;
  const answered = timeline.stage1.respondedOn;
  if (asked === null) return null;
  if (answered !== null) return asked >= answered || overdueWhenAsked(asked, stage1DueOn) ? asked : answered;
  if (overdueWhenAsked(asked, stage1DueOn)) return asked;
  return hasStage2Letters(timeline.stage2) ? asked : null;
}

/**
 * The stage the complaint is at: the second one once it has opened. Asked for before the stage 1 answer, it waits for that, and whoever
 * handles stage 1 goes on (R41).
 */
export function stageReached(timeline: CaseTimeline, { rules, calendar }: Clocks): Stage {
  const { stage1, stage2 } = timeline;
  if (stage2.startedOn === null || stage2.refusedOn !== null) return 1;
  if (stage1.respondedOn !== null) return 2;
  const acknowledge1 = acknowledgement(1, timeline, stage1.startedOn, rules[1], calendar);
  const { dueOn } = response(1, timeline, acknowledge1, rules[1], calendar);
  return stage2Opens(timeline, dueOn) === null ? 1 : 2;
}

/** Whether the stage 1 answer was overdue on the day stage 2 was asked for (R42). */
export function overdueWhenAsked(asked: LocalDate, stage1DueOn: LocalDate | null): boolean {
  return stage1DueOn !== null && asked > stage1DueOn;
}

function hasStage2Letters(stage: StageTimeline): boolean {
  return stage.acknowledgedOn !== null || stage.respondedOn !== null;
}

function acknowledgement(
  stage: Stage,
  timeline: CaseTimeline,
  startedOn: LocalDate | null,
  clocks: StageClocks,
  calendar: Calendar,
): Obligation {
  const facts = stage === 1 ? timeline.stage1 : timeline.stage2;
  const start = facts.restartedOn ?? startedOn;
  if (start === null) return withoutStart('acknowledge', stage, facts, clocks.acknowledge[0]);
  const { dueOn, rule } = earliest(
    clocks.acknowledge,
    rule => acknowledgementStart(rule, start, facts, calendar),
    calendar,
  );
  const byResponse = timeline.pastRecord
    ? facts.respondedOn !== null && facts.respondedOn <= dueOn
    : facts.responseCovers;
  const dischargedOn = facts.acknowledgedOn ?? (byResponse ? facts.respondedOn : null) ?? facts.refusalSentOn;
  const unevidenced = timeline.pastRecord && dischargedOn === null && facts.respondedOn !== null;
  return {
    id: stage === 1 ? 'acknowledge-1' : 'acknowledge-2',
    kind: 'acknowledge',
    stage,
    owner: nobody,
    startsOn: null,
    dueOn,
    dueAt: null,
    from: { event: startEvent(stage, facts, start), on: start },
    rule: rule.words,
    clause: rule.clause,
    basis: rule.basis,
    longStopOn: plus(start, clocks.longStop.acknowledgement, calendar),
    dischargedOn,
    lapsedOn: dischargedOn === null ? timeline.withdrawnOn : null,
    judged: unevidenced ? 'unknown' : 'yes',
    promisedOn: null,
  };
}

function response(
  stage: Stage,
  timeline: CaseTimeline,
  acknowledge: Obligation,
  clocks: StageClocks,
  calendar: Calendar,
): Obligation {
  const facts = stage === 1 ? timeline.stage1 : timeline.stage2;
  const acknowledgedOn = facts.acknowledgedOn ?? acknowledge.dueOn;
  // A past record may have the letter from which this clock runs and lack the request: nothing is missing then (R6).
  const start = acknowledge.from?.on ?? (clocks.respond.every(countsFromLetter) ? acknowledgedOn : null);
  if (start === null || acknowledgedOn === null) return withoutStart('respond', stage, facts, clocks.respond[0]);
  const original = earliest(
    clocks.respond,
    rule => responseStart(rule, start, acknowledgedOn, facts, calendar),
    calendar,
  );
  const extended = extendedDueOn(original.dueOn, sinceRestart(facts), clocks, calendar);
  const longStop = extended.moved ? clocks.longStop.extended : clocks.longStop.response;
  const outer = acknowledge.from === null ? null : plus(start, longStop, calendar);
  const givesWay = extended.goodReason && outer !== null && outer < extended.dueOn;
  const missing = timeline.pastRecord && stage === 1 && facts.respondedOn === null && hasStage2Letters(timeline.stage2);
  return {
    id: stage === 1 ? 'respond-1' : 'respond-2',
    kind: 'respond',
    stage,
    owner: nobody,
    startsOn: null,
    dueOn: extended.dueOn,
    dueAt: null,
    from: responseFrom(original.rule, original.start, facts, start, stage),
    rule: extended.note === null ? original.rule.words : `${original.rule.words}; ${extended.note}`,
    clause: extended.clause ?? original.rule.clause,
    basis: original.rule.basis,
    longStopOn: givesWay ? extended.dueOn : outer,
    dischargedOn: facts.respondedOn,
    lapsedOn: facts.respondedOn === null ? (lapsedByRefusal(facts) ?? timeline.withdrawnOn) : null,
    judged: missing ? 'unknown' : 'yes',
    promisedOn: null,
  };
}

/** New clocks begin without the extensions of the old ones (R20, R65). */
function sinceRestart({ extensions, restartedOn }: StageTimeline): StageTimeline['extensions'] {
  if (restartedOn === null || extensions.length === 0) return extensions;
  return extensions.filter(one => one.noticeSentOn === null || one.noticeSentOn >= restartedOn);
}

/** Refused after it was acknowledged: something in writing stays owed by the answer's date until the refusal letter goes (R20). */
function lapsedByRefusal(facts: StageTimeline): LocalDate | null {
  return facts.refusedOn !== null && facts.acknowledgedOn !== null ? facts.refusalSentOn : facts.refusedOn;
}

/** No start: for stage 2 nothing was asked yet, unless its letters exist, when the record lacks the request (R6). */
function withoutStart(
  kind: 'acknowledge' | 'respond',
  stage: Stage,
  facts: StageTimeline,
  rule: ClockRule | undefined,
): Obligation {
  return {
    id: `${kind}-${stage}`,
    kind,
    stage,
    owner: nobody,
    startsOn: null,
    dueOn: null,
    dueAt: null,
    from: null,
    rule: rule?.words ?? '',
    clause: rule?.clause ?? '',
    basis: rule?.basis ?? 'code',
    longStopOn: null,
    dischargedOn: null,
    lapsedOn: null,
    judged: hasStage2Letters(facts) ? 'unknown' : 'unstarted',
    promisedOn: null,
  };
}

type Dated = { dueOn: LocalDate; rule: ClockRule; start: LocalDate };

/** The rule with the earliest date prevails (R2); on one date the policy's, which stands first. */
function earliest(rules: readonly ClockRule[], startOf: (rule: ClockRule) => LocalDate, calendar: Calendar): Dated {
  let found: Dated | null = null;
  for (const rule of rules) {
    const start = startOf(rule);
    const dueOn = plus(start, rule, calendar, rule.nonWorkingStart);
    if (found === null || dueOn < found.dueOn) found = { dueOn, rule, start };
  }
  if (found === null) throw new Error('A stage without a clock cannot be judged.');
  return found;
}

function acknowledgementStart(rule: ClockRule, start: LocalDate, facts: StageTimeline, calendar: Calendar): LocalDate {
  if (rule.from === 'logging') return facts.loggedOn ?? start;
  return rule.from === 'end-of-next-working-day' ? addWorkingDays(calendar, start, 1) : start;
}

function responseStart(
  rule: ClockRule,
  start: LocalDate,
  acknowledgedOn: LocalDate,
  facts: StageTimeline,
  calendar: Calendar,
): LocalDate {
  if (countsFromLetter(rule)) return acknowledgedOn;
  return acknowledgementStart(rule, start, facts, calendar);
}

function countsFromLetter(rule: ClockRule): boolean {
  return rule.from === 'acknowledgement-sent' || rule.from === 'letter-sent';
}

function responseFrom(
  rule: ClockRule,
  on: LocalDate,
  facts: StageTimeline,
  start: LocalDate,
  stage: Stage,
): Obligation['from'] {
  if (!countsFromLetter(rule)) return { event: startEvent(stage, facts, start), on };
  return { event: facts.acknowledgedOn === null ? 'acknowledgement-due' : 'acknowledgement-sent', on };
}

function startEvent(stage: Stage, facts: StageTimeline, start: LocalDate): string {
  if (facts.restartedOn !== null) return 'restarted';
  if (stage === 1) return 'received';
  return facts.startedOn === start ? 'escalation-requested' : 'stage-1-response-sent';
}
