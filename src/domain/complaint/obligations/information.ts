/** What colleagues and contractors were asked for, and asking them again before and after the date (MAG-10, MGL-52). */
import { addDays, type LocalDate } from '../../calendar/dates.ts';
import { type Calendar, previousWorkingDay } from '../../calendar/working-days.ts';
import { dutyTime } from '../../policy/duty-times.ts';
import { saySpan } from '../clock-rules.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationContext } from '../obligation-context.ts';
import type { InformationRequest } from '../question-events.ts';
import { plus } from '../span-dates.ts';
import type { CaseState } from '../state.ts';
import { newObligation } from './shape.ts';

export function informationObligations(state: CaseState, context: ObligationContext): Obligation[] {
  return state.information.flatMap(request => [
    supplied(request, state),
    ...chases(request, state, context),
    ...settled(request, state, context),
  ]);
}

/** Owed by the one who was asked. Somebody without an account has no list of work; whoever asked chases them. */
function supplied(request: InformationRequest, state: CaseState): Obligation {
  return newObligation({
    id: `supply-information-${request.requestId}`,
    kind: 'supply-information',
    stage: request.stage,
    owner: { personId: request.of, team: request.serviceArea },
    dueOn: request.dueOn,
    from: { event: 'information-asked', on: request.askedOn },
    rule: 'the date the handler asked for it by',
    clause: 'Code 4.2',
    basis: 'code',
    dischargedOn: request.answeredOn,
    lapsedOn: request.answeredOn === null ? (overOn(request) ?? state.timeline.withdrawnOn) : null,
  });
}

/** The day it ended without an answer. */
function overOn({ passedBack, ended }: InformationRequest): LocalDate | null {
  return passedBack?.on ?? ended?.on ?? null;
}

type Chase = { dueOn: LocalDate; rule: string; doneOn: LocalDate | null };

/**
 * A reminder some days before the date, and from the first working day after it again and again, until it is answered or ended. One at
 * a time; each is done by asking again, on its day or later. It moves no date of the complaint (R4).
 */
function chases(request: InformationRequest, state: CaseState, context: ObligationContext): Obligation[] {
  const { requestId, stage } = request;
  const over = request.answeredOn ?? overOn(request) ?? chasingEnds(request, state);
  return turns(request, context).map(({ dueOn, rule, doneOn }, at) =>
    newObligation({
      id: `chase-information-${requestId}-${at + 1}`,
      kind: 'chase-information',
      stage,
      owner: { personId: state.stages[stage].handlerId, team: 'complaints' },
      startsOn: dueOn,
      dueOn,
      from: { event: 'question-due', on: request.dueOn },
      rule,
      clause: dutyTime('chase-question', context).clause,
      dischargedOn: doneOn,
      lapsedOn: doneOn === null ? over : null,
    }),
  );
}

/** Each time of asking again: those that were done, and the next one. */
function turns({ askedOn, dueOn, chases: asked }: InformationRequest, context: ObligationContext): Chase[] {
  const { calendar } = context;
  const before = dutyTime('remind-of-question', context);
  const after = dutyTime('chase-question', context);
  const reminder = workingDaysBefore(calendar, dueOn, before.value);
  const late = (from: LocalDate): Pick<Chase, 'dueOn' | 'rule'> => ({
    dueOn: plus(from < dueOn ? dueOn : from, after, calendar),
    rule: `what was not answered by its date is asked for again, every ${saySpan(after)}, until it is`,
  });
  // Asked so late that a reminder would come on the same day: it is chased from the day after the date.
  const first =
    reminder > askedOn
      ? { dueOn: reminder, rule: `whoever was asked is reminded ${saySpan(before)} before the date` }
      : late(dueOn);
  const days = asked.map(one => one.on).toSorted();
  const from = (turn: Pick<Chase, 'dueOn' | 'rule'>): Chase[] => {
    const doneOn = days.find(on => on >= turn.dueOn) ?? null;
    return doneOn === null ? [{ ...turn, doneOn }] : [{ ...turn, doneOn }, ...from(late(doneOn))];
  };
  return from(first);
}

/** Our own answer has gone, or the complaint was withdrawn: nobody waits for it any more. */
function chasingEnds({ stage }: InformationRequest, { timeline }: CaseState): LocalDate | null {
  return (stage === 1 ? timeline.stage1 : timeline.stage2).respondedOn ?? timeline.withdrawnOn;
}

/** Passed back: somebody else is asked, or why it is not to be had is recorded. */
function settled(request: InformationRequest, state: CaseState, context: ObligationContext): Obligation[] {
  const { passedBack, ended, requestId, stage } = request;
  if (passedBack === null) return [];
  const time = dutyTime('settle-question', context);
  const instead = state.information.find(one => one.insteadOf === requestId);
  const dischargedOn = instead?.askedOn ?? ended?.on ?? null;
  return [
    newObligation({
      id: `settle-question-${requestId}`,
      kind: 'settle-question',
      stage,
      owner: { personId: state.stages[stage].handlerId, team: 'complaints' },
      dueOn: plus(passedBack.on, time, context.calendar),
      from: { event: 'question-passed-back', on: passedBack.on },
      rule: `a question that was not for them is asked of somebody else, or ended with why, within ${saySpan(time)}`,
      clause: time.clause,
      dischargedOn,
      lapsedOn: dischargedOn === null ? chasingEnds(request, state) : null,
    }),
  ];
}

function workingDaysBefore(calendar: Calendar, date: LocalDate, days: number): LocalDate {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = previousWorkingDay(calendar, addDays(day, -1));
  return day;
}
