/** A case's dates as the drawn clock line wants them. */
import type { CaseFile } from '../../../application/case-file.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayLate } from '../../../domain/calendar/say-due.ts';
import { countWorkingDays } from '../../../domain/calendar/working-days.ts';
import type { Stage } from '../../../domain/complaint/events.ts';
import { type Obligation, statusOn } from '../../../domain/complaint/obligation.ts';
import { type ClockMark, type ClockStage, clockLine } from '../../components/redress/clock-line.ts';
import type { Html } from '../../html.ts';
import { endedWithout } from './ended.ts';

/** The drawing for a case that has begun. */
export function caseClock(file: CaseFile, today: LocalDate, past = false): Html {
  const stages = ([1, 2] as const).flatMap(stage => stageClock(file, stage, today) ?? []);
  return clockLine({
    id: 'clock',
    title: `The clock of ${file.reference}`,
    today: { on: today, date: sayDate(today), past },
    stages,
  });
}

function stageClock(file: CaseFile, stage: Stage, today: LocalDate): ClockStage | null {
  const facts = stage === 1 ? file.state.timeline.stage1 : file.state.timeline.stage2;
  const acknowledge = file.obligations.find(one => one.kind === 'acknowledge' && one.stage === stage);
  const respond = file.obligations.find(one => one.kind === 'respond' && one.stage === stage);
  if (facts.startedOn === null) return null;
  const marks: ClockMark[] = [];
  const add = (
    kind: ClockMark['kind'],
    on: LocalDate | null,
    label: string,
    more: { note?: string | undefined; late?: boolean } = {},
  ): void => {
    if (on !== null) marks.push({ kind, on, label, date: sayDate(on), ...more });
  };
  add(stage === 1 ? 'received' : 'escalated', facts.startedOn, stage === 1 ? 'Received' : 'Asked for');
  if (facts.acknowledgedOn === null) {
    if (isAwaited(acknowledge))
      add('due', acknowledge.dueOn, 'Acknowledgement due', lateness(acknowledge, file, today));
  } else
    add('acknowledged', facts.acknowledgedOn, 'Acknowledged', {
      note: dayNumber(facts.startedOn, facts.acknowledgedOn, file),
      ...lateness(acknowledge, file, today),
    });
  for (const extension of facts.extensions)
    add('extended', extension.noticeSentOn, 'Extended', { note: `to ${sayDate(extension.newDueOn)}` });
  if (isAwaited(respond) && facts.respondedOn === null) {
    add('due', respond.dueOn, 'Response due', lateness(respond, file, today));
    if (respond.longStopOn !== null && respond.longStopOn !== respond.dueOn)
      add('other', respond.longStopOn, 'Long-stop from receipt');
  }
  add('answered', facts.respondedOn, 'Answered', lateness(respond, file, today));
  const { timeline, voided } = file.state;
  if (facts.respondedOn === null) {
    add('other', facts.refusedOn, stage === 1 ? 'Not accepted' : 'Declined');
    add('other', timeline.withdrawnOn, 'Withdrawn');
    add('other', voided?.on ?? null, endedWithout(file.state) ?? '');
  }
  const endedOn = facts.respondedOn ?? timeline.withdrawnOn ?? facts.refusedOn ?? voided?.on;
  const dueOn = isAwaited(respond) ? respond.dueOn : null;
  return { name: `Stage ${stage}`, startsOn: facts.startedOn, dueOn: dueOn ?? undefined, endedOn, marks };
}

/** Not owed any more, or done in another way such as by a refusal letter: its date is drawn no longer. */
function isAwaited(obligation: Obligation | undefined): obligation is Obligation {
  return obligation !== undefined && obligation.lapsedOn === null && obligation.dischargedOn === null;
}

function dayNumber(from: LocalDate, to: LocalDate, file: CaseFile): string {
  if (from === to) return 'the same day';
  const days = countWorkingDays(file.context.calendar, from, to);
  return days === 0 ? 'before the next working day' : `on working day ${days}`;
}

function lateness(
  obligation: Obligation | undefined,
  file: CaseFile,
  today: LocalDate,
): { note?: string; late?: boolean } {
  const due = obligation?.dueOn ?? null;
  if (obligation === undefined || due === null) return {};
  const status = statusOn(obligation, today);
  if (status !== 'late' && status !== 'overdue') return {};
  const until = status === 'late' ? (obligation.dischargedOn ?? today) : today;
  return { late: true, note: sayLate(due, until, file.context.calendar) };
}
