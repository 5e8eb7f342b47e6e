/** What is owed on a request for a service until it is done: somebody's name on it, and a regular look at how it goes (MAG-13, MGL-04). */
import type { LocalDate } from '../calendar/dates.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { saySpan } from '../complaint/clock-rules.ts';
import type { Obligation } from '../complaint/obligation.ts';
import { newObligation } from '../complaint/obligations/shape.ts';
import { plus } from '../complaint/span-dates.ts';
import { type DutyTime, dutyTime } from '../policy/duty-times.ts';
import type { Policy } from '../policy/policy.ts';
import type { ReviewRound, ServiceRequest, Waiting } from './request.ts';

export type RequestContext = { policy: Policy; code: Policy; calendar: Calendar };

/** All that is or was owed, oldest first. Throws `BeyondCalendar`. */
export function owedOnRequest(request: ServiceRequest, context: RequestContext): Obligation[] {
  return [
    ...request.queued.map((one, index) => naming(one, index, context)),
    ...request.rounds.map((one, index) => reviewing(request, one, index, context)),
  ];
}

/** The day of the next regular review after a day; a matter of health and safety is looked at sooner. */
export function regularReview(request: ServiceRequest, from: LocalDate, context: RequestContext): LocalDate {
  return plus(from, reviewTime(request, context), context.calendar);
}

function reviewTime({ healthAndSafety }: ServiceRequest, context: RequestContext): DutyTime {
  return dutyTime(healthAndSafety ? 'review-safety-request' : 'review-service-request', context);
}

function reviewing(
  request: ServiceRequest,
  { from, on, againOn, reviewedOn, endedOn }: ReviewRound,
  index: number,
  context: RequestContext,
): Obligation {
  const time = reviewTime(request, context);
  const regular = plus(on, time, context.calendar);
  const sooner = againOn !== null && againOn < regular;
  const what = request.healthAndSafety ? 'a request about health and safety' : 'a request for a service';
  return newObligation({
    id: `review-service-request-${index + 1}`,
    kind: 'review-service-request',
    stage: null,
    dueOn: sooner ? againOn : regular,
    from: { event: from, on },
    rule: sooner
      ? 'whoever looked at it last chose to look again on this day'
      : `${what} is looked at again within ${saySpan(time)}`,
    clause: time.clause,
    owner: { personId: request.ownerId, team: 'complaints' },
    dischargedOn: reviewedOn,
    lapsedOn: endedOn,
  });
}

function naming({ on, takenOn, endedOn }: Waiting, index: number, context: RequestContext): Obligation {
  const time = dutyTime('own-service-request', context);
  return newObligation({
    id: `own-service-request-${index + 1}`,
    kind: 'own-service-request',
    stage: null,
    dueOn: plus(on, time, context.calendar),
    from: { event: index === 0 ? 'request-asked' : 'request-queued', on },
    rule: `a request for a service has somebody’s name on it within ${saySpan(time)}`,
    clause: time.clause,
    dischargedOn: takenOn,
    lapsedOn: endedOn,
  });
}
