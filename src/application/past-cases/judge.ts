/** Judges a complaint's known dates by a policy: the domain's obligations, said for programs. No date is worked out here. */
import type { LocalDate } from '../../domain/calendar/dates.ts';
import { skippedDays } from '../../domain/calendar/skipped-days.ts';
import type { Calendar, SkippedDay } from '../../domain/calendar/working-days.ts';
import type { ClockRules } from '../../domain/complaint/clock-rules.ts';
import { escalationWindow } from '../../domain/complaint/escalation-window.ts';
import type { Stage } from '../../domain/complaint/events.ts';
import {
  type Obligation,
  type ObligationKind,
  type ObligationStatus,
  statusOn,
  workingDaysLate,
} from '../../domain/complaint/obligation.ts';
import { stageObligations } from '../../domain/complaint/stage-obligations.ts';
import type { CaseTimeline } from '../../domain/complaint/timeline.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { type KnownDates, type KnownStage, timelineOn } from './known-dates.ts';

export type Judge = {
  readonly policy: Policy;
  readonly rules: ClockRules;
  readonly calendar: Calendar;
  /** London's day now. */
  readonly today: LocalDate;
};

export type JudgedObligation = {
  readonly kind: ObligationKind;
  readonly stage: Stage | null;
  readonly dueOn: LocalDate | null;
  readonly from: { readonly event: string; readonly date: LocalDate } | null;
  readonly rule: string;
  readonly clause: string;
  readonly skipped: readonly SkippedDay[];
  readonly longStopOn: LocalDate | null;
  readonly status: ObligationStatus;
  readonly metOn: LocalDate | null;
  readonly workingDaysLate: number | null;
};

export type JudgedWindow = {
  readonly opensOn: LocalDate | null;
  readonly closesOn: LocalDate | null;
  readonly rule: string | null;
  readonly clause: string | null;
};

/** What the two stages owe, as it stood on the day. Throws `BeyondCalendar`. */
export function judgeDates(dates: KnownDates, asOf: LocalDate, judge: Judge): JudgedObligation[] {
  const timeline = timelineOn(asOf, dates);
  return stageObligations(timeline, judge.rules, judge.calendar).map(obligation => {
    const judged = judgedOn(obligation, asOf, judge.calendar);
    return withUnclearExtension(judged, dates, asOf);
  });
}

/** The statuses alone, by the dates before any extension, in the order of `judgeDates`. Throws `BeyondCalendar`. */
export function statusesWithoutExtension(dates: KnownDates, asOf: LocalDate, judge: Judge): ObligationStatus[] {
  const timeline = timelineOn(asOf, dates);
  const stripped: CaseTimeline = {
    ...timeline,
    stage1: { ...timeline.stage1, extensions: [] },
    stage2: { ...timeline.stage2, extensions: [] },
  };
  return stageObligations(stripped, judge.rules, judge.calendar).map(obligation => statusOn(obligation, asOf));
}

/** How long stage 2 could be asked for; nulls while there is no stage 1 response. Throws `BeyondCalendar`. */
export function judgeWindow(dates: KnownDates, asOf: LocalDate, judge: Judge): JudgedWindow {
  const window = escalationWindow(timelineOn(asOf, dates), judge.rules, judge.calendar);
  if (window === null) return { opensOn: null, closesOn: null, rule: null, clause: null };
  return { opensOn: window.opensOn, closesOn: window.closesOn, rule: window.rule, clause: window.clause };
}

function judgedOn(obligation: Obligation, asOf: LocalDate, calendar: Calendar): JudgedObligation {
  const { kind, stage, dueOn, from, rule, clause, longStopOn, dischargedOn } = obligation;
  return {
    kind,
    stage,
    dueOn,
    from: from === null ? null : { event: from.event, date: from.on },
    rule,
    clause,
    skipped: from === null || dueOn === null ? [] : skippedDays(calendar, from.on, dueOn),
    longStopOn,
    status: statusOn(obligation, asOf),
    metOn: dischargedOn,
    workingDaysLate: workingDaysLate(obligation, asOf, calendar),
  };
}

/** A notice whose new date nobody recorded: what came after the first date may have been in time, so it is not judged [R6]. */
function withUnclearExtension(judged: JudgedObligation, dates: KnownDates, asOf: LocalDate): JudgedObligation {
  if (judged.kind !== 'respond' || (judged.status !== 'late' && judged.status !== 'overdue')) return judged;
  const stage: KnownStage = judged.stage === 2 ? dates.stage2 : dates.stage1;
  const { extensionNotifiedOn: notified, extendedTo } = stage;
  if (notified === null || extendedTo !== null || notified > asOf) return judged;
  const rule = `${judged.rule}; an extension was notified on ${notified}, its new date is not recorded`;
  return { ...judged, status: 'cannot-judge', workingDaysLate: null, rule };
}
