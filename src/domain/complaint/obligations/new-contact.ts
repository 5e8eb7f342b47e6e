import { dutyTime } from '../../policy/duty-times.ts';
import { saySpan } from '../clock-rules.ts';
import { toldOn } from '../named-contact.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationContext } from '../obligation-context.ts';
import { plus } from '../span-dates.ts';
import type { CaseState } from '../state.ts';
import { newObligation } from './shape.ts';

/** Whoever knows their contact is told of the next one, each time it changes (MGL-14); one who was never told has no one to forget. */
export function newContactObligations(state: CaseState, context: ObligationContext): Obligation[] {
  const time = dutyTime('tell-new-contact', context);
  return ([1, 2] as const).flatMap(stage =>
    state.stages[stage].handovers.flatMap((handover, index, all) => {
      if (!handover.known) return [];
      const dischargedOn = toldOn(handover, state);
      return newObligation({
        id: `tell-new-contact-${stage}-${index + 1}`,
        kind: 'tell-new-contact',
        stage,
        owner: { personId: state.stages[stage].handlerId, team: 'complaints' },
        dueOn: plus(handover.on, time, context.calendar),
        from: { event: 'handed-over', on: handover.on },
        rule: `whoever complained is told of their new contact within ${saySpan(time)}`,
        clause: time.clause,
        dischargedOn,
        lapsedOn: dischargedOn === null ? (all[index + 1]?.on ?? state.timeline.withdrawnOn) : null,
      });
    }),
  );
}
