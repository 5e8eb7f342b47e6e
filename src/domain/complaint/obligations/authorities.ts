/** An authority that ends is asked about before it does, so that nobody is left without whoever acts for them (MAG-03, R22). */
import { addDays, type LocalDate } from '../../calendar/dates.ts';
import { dutyTime } from '../../policy/duty-times.ts';
import type { Authority } from '../authorities.ts';
import { saySpan } from '../clock-rules.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationContext } from '../obligation-context.ts';
import type { CaseState } from '../state.ts';
import { newObligation } from './shape.ts';

/** One for each authority with a last day; shown as work some time ahead, owed until that day. */
export function authorityObligations(state: CaseState, context: ObligationContext): Obligation[] {
  return state.authorities.flatMap(one => (one.until === null ? [] : [owed(one, one.until, state, context)]));
}

function owed(authority: Authority, until: LocalDate, state: CaseState, context: ObligationContext): Obligation {
  const time = dutyTime('renew-authority', context);
  if (time.unit !== 'calendar-days')
    throw new Error(`An authority is asked about days ahead: ${time.unit} will not do.`);
  const { personId, from, ended } = authority;
  const renewed = state.authorities.find(
    one => one.personId === personId && one !== authority && one.from >= from && isAfter(state, one, authority),
  );
  const stage = state.timeline.stage2.startedOn !== null && state.timeline.stage2.refusedOn === null ? 2 : 1;
  return newObligation({
    id: `renew-authority-${personId}-${from}`,
    kind: 'renew-authority',
    stage: null,
    owner: { personId: state.stages[stage].handlerId, team: 'complaints' },
    startsOn: addDays(until, -time.value),
    dueOn: until,
    from: { event: 'authority-recorded', on: from },
    rule: `the authority to act ends that day: whether it goes on is asked ${saySpan(time)} ahead`,
    clause: time.clause,
    dischargedOn: renewed?.from ?? null,
    lapsedOn: renewed === undefined ? (ended?.on ?? over(state, stage)) : null,
  });
}

function isAfter({ authorities }: CaseState, one: Authority, other: Authority): boolean {
  return authorities.indexOf(one) > authorities.indexOf(other);
}

/** The day from which nothing more is to be said to whoever acts: answered, withdrawn or not taken. */
function over({ timeline, refusal }: CaseState, stage: 1 | 2): LocalDate | null {
  const answered = stage === 2 ? timeline.stage2.respondedOn : timeline.stage1.respondedOn;
  return timeline.withdrawnOn ?? refusal?.on ?? answered;
}
