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
    ...(record.sampledOn === null ? [] : [review(record, record.sampledOn, context)]),
    ...(record.review?.verdict === 'complaint' ? [afterReview(record, record.review.on, context)] : []),
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

/** Some of the "no" answers are looked at again by somebody else of the team, so that nobody is talked out of a complaint (MAG-07). */
function review(record: DissatisfactionRecord, on: LocalDate, context: RecordContext): Obligation {
  const time = dutyTime('review-no-answer', context);
  return {
    ...owed(record, context, 'review-no-answer', {
      id: 'review-no-answer',
      dueOn: plus(on, time, context.calendar),
      from: { event: 'offer-answered', on },
      rule: `one of the “no” answers that are looked at again, within ${saySpan(time)}`,
      dischargedOn: record.review?.on ?? null,
    }),
    owner: { personId: null, team: 'complaints' },
    lapsedOn: record.review === null ? (record.became?.on ?? null) : null,
  };
}

/** It was a complaint all along: logged by the team, as received when they first told us. */
function afterReview(record: DissatisfactionRecord, on: LocalDate, context: RecordContext): Obligation {
  return {
    ...owed(record, context, 'log-complaint', {
      id: 'log-after-review',
      dueOn: on,
      from: { event: 'no-answer-reviewed', on },
      rule: 'looked at again, it was a complaint: it is logged the same day, as received when they first told us',
      dischargedOn: record.became?.on ?? null,
    }),
    owner: { personId: record.review?.by ?? null, team: 'complaints' },
  };
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
