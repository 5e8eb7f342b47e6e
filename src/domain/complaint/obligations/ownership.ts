import { saySpan } from '../clock-rules.ts';
import type { Stage } from '../events.ts';
import { isOpen, type Obligation } from '../obligation.ts';
import type { ObligationContext } from '../obligation-context.ts';
import { plus } from '../span-dates.ts';
import type { CaseState } from '../state.ts';
import { newObligation } from './shape.ts';

/** Somebody's name on each running stage (R69), and an early word with the resident (MAG-62). */
export function ownershipObligations(
  state: CaseState,
  context: ObligationContext,
  stages: readonly Obligation[],
): Obligation[] {
  const found: Obligation[] = [];
  for (const stage of [1, 2] as const) {
    const respond = stages.find(one => one.kind === 'respond' && one.stage === stage);
    if (respond === undefined) continue;
    const assign = assignment(state, stage, respond, context);
    if (assign !== null) found.push(assign, ...reassignments(state, stage, respond, context));
    const contact = stage === 1 ? earlyContact(state, respond, context) : null;
    if (contact !== null) found.push(contact);
  }
  return found;
}

function assignment(
  state: CaseState,
  stage: Stage,
  respond: Obligation,
  { policy, calendar }: ObligationContext,
): Obligation | null {
  const start = stage === 1 ? state.loggedOn : state.timeline.stage2.startedOn;
  if (start === null) return null;
  const clock = policy.assignWithin;
  const { firstAssignedOn } = state.stages[stage];
  return newObligation({
    id: `assign-${stage}`,
    kind: 'assign',
    stage,
    dueOn: plus(start, clock, calendar),
    from: { event: stage === 1 ? 'logged' : 'escalation-requested', on: start },
    rule: `somebody’s name on it within ${saySpan(clock)}`,
    clause: clock.clause,
    dischargedOn: firstAssignedOn,
    lapsedOn: firstAssignedOn === null ? ended(respond) : null,
  });
}

/** A handler with a conflict, or whom the complaint turned out to be about, gave it up: somebody else’s name is owed as quickly as the first. */
function reassignments(
  state: CaseState,
  stage: Stage,
  respond: Obligation,
  { policy, calendar }: ObligationContext,
): Obligation[] {
  const clock = policy.assignWithin;
  return state.stages[stage].vacancies.map(({ from, filledOn }, index) =>
    newObligation({
      id: `reassign-${stage}-${index + 1}`,
      kind: 'assign',
      stage,
      dueOn: plus(from, clock, calendar),
      from: { event: 'conflict-declared', on: from },
      rule: `somebody else’s name on it within ${saySpan(clock)} of a conflict of interest`,
      clause: clock.clause,
      dischargedOn: filledOn,
      lapsedOn: filledOn === null ? ended(respond) : null,
    }),
  );
}

function earlyContact(
  state: CaseState,
  respond: Obligation,
  { policy, calendar }: ObligationContext,
): Obligation | null {
  const clock = policy.earlyContact;
  if (clock === null || state.receivedOn === null) return null;
  const start = clock.from === 'logging' ? (state.loggedOn ?? state.receivedOn) : state.receivedOn;
  const spoke = state.stages[1].contacts.find(contact => contact.kind !== 'attempt');
  return newObligation({
    id: 'contact-1',
    kind: 'contact',
    stage: 1,
    owner: { personId: state.stages[1].handlerId, team: 'complaints' },
    dueOn: plus(start, clock, calendar),
    from: { event: 'received', on: start },
    rule: `an early word with the resident within ${saySpan(clock)}`,
    clause: clock.clause,
    dischargedOn: spoke?.on ?? null,
    lapsedOn: spoke === undefined ? ended(respond) : null,
  });
}

/** The day a stage's answer was given or fell away, after which nothing more is owed towards it. */
export function ended(respond: Obligation): Obligation['lapsedOn'] {
  return isOpen(respond) ? null : (respond.dischargedOn ?? respond.lapsedOn);
}
