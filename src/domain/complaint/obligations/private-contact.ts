import { dutyTime } from '../../policy/duty-times.ts';
import { saySpan } from '../clock-rules.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationContext } from '../obligation-context.ts';
import { plus } from '../span-dates.ts';
import type { CaseState } from '../state.ts';
import { ended } from './ownership.ts';
import { newObligation } from './shape.ts';

/** Told where anybody reads it: taken up with them where nobody else does, by word or by the first letter (MAG-05). */
export function privateContactObligations(
  state: CaseState,
  context: ObligationContext,
  stages: readonly Obligation[],
): Obligation[] {
  const channel = context.policy.channels.find(one => one.id === state.channel);
  const respond = stages.find(one => one.kind === 'respond' && one.stage === 1);
  const { loggedOn } = state;
  if (channel?.public !== true || respond === undefined || loggedOn === null) return [];
  const time = dutyTime('private-contact', context);
  const { acknowledgedOn, refusalSentOn } = state.timeline.stage1;
  const spoke = state.stages[1].contacts.find(contact => contact.kind !== 'attempt');
  const [reached = null] = [spoke?.on, acknowledgedOn, refusalSentOn].filter(on => on != null).toSorted();
  return [
    newObligation({
      id: 'private-contact',
      kind: 'private-contact',
      stage: 1,
      owner: { personId: state.stages[1].handlerId, team: 'complaints' },
      dueOn: plus(loggedOn, time, context.calendar),
      from: { event: 'logged', on: loggedOn },
      rule: `what is said in public is answered in private, within ${saySpan(time)}`,
      clause: channel.clause,
      dischargedOn: reached,
      lapsedOn: reached === null ? ended(respond) : null,
    }),
  ];
}
