import { caseWindow } from '../escalation-window.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationContext } from '../obligation-context.ts';
import { plus } from '../span-dates.ts';
import { overdueWhenAsked } from '../stage-obligations.ts';
import type { CaseState } from '../state.ts';
import { newObligation } from './shape.ts';

/** A request still to be decided, and one made before there is an answer to escalate. */
export function escalationObligations(
  state: CaseState,
  context: ObligationContext,
  stages: readonly Obligation[],
): Obligation[] {
  return [...undecided(state, context), ...tooEarly(state, context, stages)];
}

/** A request outside the window is decided by a person within the acknowledgement's time; nothing lapses by silence (R40). */
function undecided(state: CaseState, { policy, rules, calendar }: ObligationContext): Obligation[] {
  const window = caseWindow(state, { rules, calendar });
  const clock = rules[2].acknowledge[0];
  if (window === null || clock === undefined) return [];
  return state.escalations
    .map((request, index) => ({ request, number: index + 1 }))
    .filter(({ request }) => request.on > window.closesOn)
    .map(({ request, number }) =>
      newObligation({
        id: `decide-escalation-${number}`,
        kind: 'decide-escalation',
        stage: 2,
        dueOn: plus(request.on, clock, calendar, clock.nonWorkingStart),
        from: { event: 'escalation-requested', on: request.on },
        rule: `asked for after ${window.closesOn}; a late request is decided within ${clock.words}`,
        clause: policy.escalation.refusal?.clause ?? policy.escalation.clause,
        dischargedOn: request.decided?.on ?? null,
        lapsedOn: request.decided === null ? state.timeline.withdrawnOn : null,
      }),
    );
}

/**
 * Asked before the stage 1 answer: a reply says when that will come and how to reach the Ombudsman meanwhile (R41). Where that answer
 * was overdue, stage 2 has begun with the request and its acknowledgement is the reply (R42).
 */
function tooEarly(
  state: CaseState,
  { rules, calendar }: ObligationContext,
  stages: readonly Obligation[],
): Obligation[] {
  const { stage1, stage2, withdrawnOn } = state.timeline;
  const clock = rules[2].acknowledge[0];
  if (stage2.startedOn === null || clock === undefined) return [];
  const answer = stages.find(one => one.kind === 'respond' && one.stage === 1);
  const before = stage1.respondedOn === null || stage2.startedOn < stage1.respondedOn;
  if (!before || overdueWhenAsked(stage2.startedOn, answer?.dueOn ?? null)) return [];
  return [
    newObligation({
      id: 'reply-to-early-request',
      kind: 'reply-to-early-request',
      stage: 2,
      owner: { personId: state.stages[1].handlerId, team: 'complaints' },
      dueOn: plus(stage2.startedOn, clock, calendar, clock.nonWorkingStart),
      from: { event: 'escalation-requested', on: stage2.startedOn },
      rule: 'a request before the stage 1 answer is replied to with that answer’s date and the Ombudsman’s details',
      clause: clock.clause,
      dischargedOn: stage2.earlyReplySentOn ?? stage2.acknowledgedOn,
      lapsedOn:
        stage2.earlyReplySentOn === null && stage2.acknowledgedOn === null ? (stage1.respondedOn ?? withdrawnOn) : null,
    }),
  ];
}
