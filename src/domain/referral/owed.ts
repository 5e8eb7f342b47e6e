/** What is owed on a restricted referral: passing it on by an instant, and an outcome. Shown on its own page and to whoever is on duty only. */
import { addDays, addHours, type Instant, londonDateOf, londonInstant } from '../calendar/dates.ts';
import { saySpan } from '../complaint/clock-rules.ts';
import type { Obligation } from '../complaint/obligation.ts';
import { newObligation } from '../complaint/obligations/shape.ts';
import { type DutyTime, dutyTime } from '../policy/duty-times.ts';
import type { Policy } from '../policy/policy.ts';
import type { Referral } from './referral.ts';

/** Both are due at an instant by elapsed time, at any hour of any day: no calendar moves them. */
export function owedOnReferral(referral: Referral, context: { policy: Policy; code: Policy }): Obligation[] {
  const { passedOn, closed } = referral;
  const first = passedOn.map(one => one.at).toSorted()[0] ?? closed?.at ?? null;
  return [
    owed(
      referral,
      'pass-on-referral',
      dutyTime('pass-on-referral', context),
      first,
      time => `a sign of danger is passed on within ${time} of our knowing of it`,
    ),
    owed(
      referral,
      'close-referral',
      dutyTime('close-referral', context),
      closed?.at ?? null,
      time => `what came of a referral is asked for and recorded within ${time}`,
    ),
  ];
}

function owed(
  { at, dutyPersonId }: Referral,
  kind: 'pass-on-referral' | 'close-referral',
  time: DutyTime,
  doneAt: Instant | null,
  rule: (time: string) => string,
): Obligation {
  const dueAt = after(at, time);
  return newObligation({
    id: kind,
    kind,
    stage: null,
    owner: { personId: dutyPersonId, team: 'safeguarding' },
    dueOn: londonDateOf(dueAt),
    dueAt,
    from: { event: 'referral-made', on: londonDateOf(at) },
    rule: rule(saySpan(time)),
    clause: time.clause,
    dischargedOn: doneAt === null ? null : londonDateOf(doneAt),
    ...(doneAt === null ? {} : { dischargedAt: doneAt }),
  });
}

function after(at: Instant, time: DutyTime): Instant {
  if (time.unit === 'hours') return addHours(at, time.value);
  if (time.unit === 'calendar-days') return londonInstant(addDays(londonDateOf(at), time.value), '23:59');
  throw new Error(`A referral is owed by elapsed time: ${time.unit} of ${time.clause} will not do.`);
}
