/** What is owed to somebody dissatisfied until they have been offered a complaint and their answer has been followed. */
import type { LocalDate } from '../calendar/dates.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { saySpan } from '../complaint/clock-rules.ts';
import type { Obligation, RecordDuty } from '../complaint/obligation.ts';
import { newObligation } from '../complaint/obligations/shape.ts';
import { plus } from '../complaint/span-dates.ts';
import { dutyTime } from '../policy/duty-times.ts';
import type { Policy } from '../policy/policy.ts';
import type { DissatisfactionRecord } from './record.ts';

export type RecordContext = { policy: Policy; code: Policy; calendar: Calendar };

/**
 * All that is or was owed, in the order in which it falls due. Whoever recorded it owes it, so that it is never nobody's (R69).
 * Throws `BeyondCalendar`.
 */
export function owedOn(record: DissatisfactionRecord, context: RecordContext): Obligation[] {
  return [
    offer(record, context),
    ...asking(record, context),
    ...(record.answer?.is === 'no' ? [confirmation(record, record.answer.on, context)] : []),
    ...(record.answer?.is === 'yes' ? [logging(record, record.answer.on, context)] : []),
  ];
}

function offer(record: DissatisfactionRecord, context: RecordContext): Obligation {
  const time = dutyTime('offer-complaint', context);
  const answered = record.answer?.on ?? record.became?.on ?? null;
  return owed(record, context, 'offer-complaint', {
    id: 'offer-complaint',
    dueOn: plus(record.toldOn, time, context.calendar),
    from: { event: 'dissatisfaction-told', on: record.toldOn },
    rule: `whoever is dissatisfied is offered a complaint, within ${saySpan(time)}`,
    dischargedOn: record.offeredOn[0] ?? answered,
  });
}

/** Each offer left without an answer is followed by asking again, which is another offer. */
function asking(record: DissatisfactionRecord, context: RecordContext): Obligation[] {
  const time = dutyTime('ask-offer-answer', context);
  const over = record.answer?.on ?? record.became?.on ?? null;
  return record.offeredOn
    .filter(on => over === null || on < over)
    .map((on, index) =>
      owed(record, context, 'ask-offer-answer', {
        id: `ask-offer-answer-${index + 1}`,
        dueOn: plus(on, time, context.calendar),
        from: { event: 'complaint-offered', on },
        rule: `no answer to the offer: ask again within ${saySpan(time)}`,
        dischargedOn: record.offeredOn[index + 1] ?? over,
      }),
    );
}

/** "No" is followed by how to complain later, in writing (MAG-07). */
function confirmation(record: DissatisfactionRecord, on: LocalDate, context: RecordContext): Obligation {
  const time = dutyTime('confirm-route', context);
  return owed(record, context, 'confirm-route', {
    id: 'confirm-route',
    dueOn: plus(on, time, context.calendar),
    from: { event: 'offer-answered', on },
    rule: `after a no, how to complain later goes to them in writing, within ${saySpan(time)}`,
    dischargedOn: record.confirmedOn,
  });
}

/** "Yes" is a complaint from that moment, received the day dissatisfaction was first told (R3). */
function logging(record: DissatisfactionRecord, on: LocalDate, context: RecordContext): Obligation {
  return owed(record, context, 'log-complaint', {
    id: 'log-complaint',
    dueOn: on,
    from: { event: 'offer-answered', on },
    rule: 'they want to complain: it is logged the same day, as received when they first told us',
    dischargedOn: record.became?.on ?? null,
  });
}

type Part = Pick<Obligation, 'dueOn' | 'from' | 'rule' | 'dischargedOn'> & { id: string };

function owed(
  { source, recordedBy }: DissatisfactionRecord,
  { policy }: RecordContext,
  kind: RecordDuty,
  part: Part,
): Obligation {
  const offering = policy.dutyTimes?.['offer-complaint']?.clause ?? policy.definition.clause;
  return newObligation({
    ...part,
    kind,
    stage: null,
    owner: { personId: recordedBy, team: 'complaints' },
    clause: source === 'survey' ? policy.surveys.clause : offering,
  });
}
