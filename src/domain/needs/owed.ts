/** What is owed on somebody's needs: going through them with the person by a date, again and again (Code 5.10). */
import type { LocalDate } from '../calendar/dates.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { saySpan } from '../complaint/clock-rules.ts';
import type { Obligation } from '../complaint/obligation.ts';
import { newObligation } from '../complaint/obligations/shape.ts';
import { plus } from '../complaint/span-dates.ts';
import { type DutyTime, dutyTime } from '../policy/duty-times.ts';
import type { Policy } from '../policy/policy.ts';
import type { Need, PersonNeeds } from './needs.ts';

export type NeedsContext = { policy: Policy; code: Policy; calendar: Calendar };

/**
 * Every review that was or is owed. Each counts from the one before it, the first from the first need; where a need was to end
 * sooner, it is asked about on that day. Nothing is owed once nothing holds. Throws `BeyondCalendar`.
 */
export function owedOnNeeds(record: PersonNeeds, context: NeedsContext): Obligation[] {
  const time = dutyTime('review-needs', context);
  const first = record.needs.map(one => one.toldOn).toSorted()[0];
  if (first === undefined) return [];
  const starts = [first, ...record.reviews.map(one => one.on).toSorted()];
  return starts.map((from, index) => review(record, index, from, starts[index + 1] ?? null, time, context));
}

function review(
  record: PersonNeeds,
  index: number,
  from: LocalDate,
  doneOn: LocalDate | null,
  time: DutyTime,
  { calendar }: NeedsContext,
): Obligation {
  const regular = plus(from, time, calendar);
  const sooner = record.needs.flatMap(one => endsWithin(one, from, doneOn)).toSorted()[0];
  const early = sooner !== undefined && sooner < regular;
  return newObligation({
    id: `review-needs-${index + 1}`,
    kind: 'review-needs',
    stage: null,
    owner: { personId: record.ownerId, team: 'complaints' },
    dueOn: early ? sooner : regular,
    from: { event: index === 0 ? 'need-told' : 'needs-reviewed', on: from },
    rule: early
      ? 'what is temporary is asked about on the day it was to end'
      : `needs are gone through with the person every ${saySpan(time)}`,
    clause: time.clause,
    dischargedOn: doneOn,
    lapsedOn: doneOn === null ? allEndedOn(record) : null,
  });
}

/** The day a temporary need was to end, where nobody ended it before and it falls after the last review. */
function endsWithin({ until, ended, toldOn }: Need, from: LocalDate, doneOn: LocalDate | null): LocalDate[] {
  if (until === null || until <= from || (ended !== null && ended.on < until)) return [];
  return doneOn !== null && toldOn > doneOn ? [] : [until];
}

function allEndedOn({ needs }: PersonNeeds): LocalDate | null {
  if (needs.some(one => one.ended === null)) return null;
  return (
    needs
      .flatMap(one => one.ended?.on ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}
