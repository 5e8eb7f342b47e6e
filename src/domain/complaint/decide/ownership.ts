/** Whose complaint it is: assigning, routing, conflicts of interest (MAG-09) and priority. */
import { londonInstant } from '../../calendar/dates.ts';
import type { RoutingRule } from '../../policy/roles.ts';
import type { CommandOf } from '../commands.ts';
import type { Act, Acts, Deciding } from '../deciding.ts';
import type { PersonId, Stage } from '../events.ts';
import { eligibility, nobodyLeft, notIndependent } from '../independence.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { reviewPanel } from '../review-panel.ts';
import { mayRouteBy } from '../routing.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import { may, mustHaveRole, nameOf, notChosen, sayRoles, stageOpen } from './guards.ts';

const assignHandler: Act<CommandOf<'AssignHandler'>> = {
  allowed(state, deciding, { stage = 1, personId }) {
    return (
      stageOpen(state, deciding, stage) ??
      mayAssign(state, deciding, stage, personId) ??
      (stage === 2 ? nobodyFor(state, deciding) : null)
    );
  },
  decide({ stage, personId, reason }, state, deciding) {
    const previous = state.stages[stage].handlerId;
    const refusal =
      personId === previous
        ? refuse('already-handler', { name: nameOf(deciding, personId), stage })
        : mayTake(state, stage, personId, deciding);
    return unless(refusal, () => [fact('HandlerAssigned', deciding.today, { stage, personId, previous, reason })]);
  },
};

/** The lead assigns; and anybody who may handle a stage may take one from the queue (R69). */
function mayAssign(state: CaseState, deciding: Deciding, stage: Stage, personId?: PersonId): Refusal | null {
  const fromQueue =
    state.stages[stage].handlerId === null &&
    may(deciding, stage === 1 ? 'investigate-stage-1' : 'review-stage-2') &&
    (personId === undefined || personId === deciding.actor.personId);
  return fromQueue ? null : mustHaveRole(deciding, 'assign', 'assign a complaint', 'Code 4.1');
}

function nobodyFor(state: CaseState, deciding: Deciding): Refusal | null {
  const left = reviewPanel(state, deciding).complete ? null : nobodyLeft(state, deciding);
  return left === null ? null : refuse('nobody-left', left);
}

/** The person is there and independent, and the policy lets their role take the stage (R30). */
function mayTake(state: CaseState, stage: Stage, personId: PersonId, deciding: Deciding): Refusal | null {
  return notChosen(personId, deciding, person => eligibility(state, stage, person, deciding));
}

/** Routing is proposed by the policy and decided by the lead, with reasons (R25); some of it leaves no choice (MAG-30). */
const decideRouting: Act<CommandOf<'DecideRouting'>> = {
  allowed: (state, deciding) =>
    mustHaveRole(deciding, 'assign', 'decide who takes a complaint', 'R25') ??
    stageOpen(state, deciding, 1) ??
    (deciding.policy.routing.some(rule => mayRouteBy(rule, state, deciding)) ? null : refuse('no-routing', {})),
  decide({ ruleId, to, followed, reason }, state, deciding) {
    const rule = deciding.policy.routing.find(one => one.id === ruleId);
    const refusal =
      rule === undefined
        ? refuse('not-in-policy', { what: 'routing rule', value: ruleId })
        : (wrongRouting(rule, to, followed, state, deciding) ?? routedPerson(to, followed, state, deciding));
    return unless(refusal, () => [fact('RoutingDecided', deciding.today, { ruleId, to, followed, reason })]);
  },
};

function wrongRouting(
  rule: RoutingRule,
  to: PersonId | null,
  followed: boolean,
  state: CaseState,
  deciding: Deciding,
): Refusal | null {
  const { label, clause } = rule;
  if (!mayRouteBy(rule, state, deciding)) return refuse('routing-not-for-this', { label });
  if (!followed) return rule.strength === 'always' ? refuse('routing-always', { label, clause }) : null;
  const who = sayRoles(deciding, rule.to);
  if (to === null) return refuse('routing-needs-person', { who });
  const roles = deciding.people[to]?.roles ?? [];
  return roles.some(role => rule.to.includes(role))
    ? null
    : refuse('routing-wrong-person', { name: nameOf(deciding, to), who, clause });
}

/** Where the rule is followed its roles are enough; anybody else has to be able to take stage 1 anyway. */
function routedPerson(to: PersonId | null, followed: boolean, state: CaseState, deciding: Deciding): Refusal | null {
  if (to === null) return null;
  const person = deciding.people[to];
  if (person === undefined) return refuse('unknown-person', { what: 'The person chosen' });
  if (!followed) return mayTake(state, 1, to, deciding);
  const bar = notIndependent(state, 1, to, deciding);
  return bar === null ? null : refuse('cannot-be-chosen', { name: person.name, ...bar });
}

/** Anybody declares their own conflict; the lead may record another's. Their unanswered stages go back to the queue. */
const declareConflict: Act<CommandOf<'DeclareConflict'>> = {
  allowed(state, deciding, { personId = deciding.actor.personId }) {
    if (state.conflicts.some(one => one.personId === personId))
      return refuse('already-conflicted', { name: nameOf(deciding, personId) });
    return personId === deciding.actor.personId
      ? null
      : mustHaveRole(deciding, 'assign', 'record a conflict for somebody else', 'Code 5.8');
  },
  decide: ({ personId, reason }, _state, deciding) =>
    unless(
      deciding.people[personId] === undefined ? refuse('unknown-person', { what: 'The person named' }) : null,
      () => [fact('ConflictDeclared', deciding.today, { personId, reason })],
    ),
};

const setPriority: Act<CommandOf<'SetPriority'>> = {
  allowed: state => (state.priority ? refuse('nothing-changes', { what: 'The complaint has priority already' }) : null),
  decide({ reason, at }, state, { today, actor }) {
    const dangerId = `danger-${state.dangers.length + 1}`;
    const known = at ?? londonInstant(today, '23:59');
    const danger = fact('DangerReported', today, { dangerId, at: known, by: actor.personId });
    return { events: [fact('PrioritySet', today, { reason }), danger] };
  },
};

/** Anybody may ask for speed; taking it away is for those who assign. */
const clearPriority: Act<CommandOf<'ClearPriority'>> = {
  allowed: (state, deciding) =>
    state.priority
      ? mustHaveRole(deciding, 'assign', 'take the priority off a complaint', 'MAG-15')
      : refuse('nothing-changes', { what: 'The complaint has no priority' }),
  decide: ({ reason }, _state, { today }) => ({ events: [fact('PriorityCleared', today, { reason })] }),
};

export const ownershipActs: Acts<
  'AssignHandler' | 'DecideRouting' | 'DeclareConflict' | 'SetPriority' | 'ClearPriority'
> = {
  AssignHandler: assignHandler,
  DecideRouting: decideRouting,
  DeclareConflict: declareConflict,
  SetPriority: setPriority,
  ClearPriority: clearPriority,
};
