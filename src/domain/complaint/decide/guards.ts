/** Conditions that many acts share, each the one place for its rule. */
import type { LocalDate } from '../../calendar/dates.ts';
import type { Capability, RoleId } from '../../policy/roles.ts';
import type { Deciding, PersonFacts } from '../deciding.ts';
import type { PersonId, PointId, Stage } from '../events.ts';
import { timelineOf } from '../evolve/parts.ts';
import { type Eligibility, notIndependent } from '../independence.ts';
import { obligations } from '../obligations.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';

/** Whether somebody's roles let them do a thing, by the pack's delegation. */
export function may(
  deciding: Deciding,
  capability: Capability,
  roles: readonly RoleId[] = deciding.actor.roles,
): boolean {
  return deciding.policy.roles.some(role => roles.includes(role.id) && role.may.includes(capability));
}

/** Refuses an act to everybody whose role does not carry it, naming who may. */
export function mustHaveRole(deciding: Deciding, capability: Capability, act: string, clause: string): Refusal | null {
  if (may(deciding, capability)) return null;
  const who = deciding.policy.roles.filter(role => role.may.includes(capability)).map(role => role.id);
  return refuse('not-your-role', { act, who: sayRoles(deciding, who), clause });
}

/** The titles of roles as people say them: `the complaints lead or a head of service`. */
export function sayRoles({ policy }: Deciding, roles: readonly RoleId[]): string {
  const titles = roles.map(id => policy.roles.find(role => role.id === id)?.title ?? id);
  return titles.length === 0 ? 'nobody the policy names' : titles.join(' or ');
}

/** A date that people state for themselves is not after today. */
export function notInFuture(what: string, date: LocalDate, { today }: Deciding): Refusal | null {
  return date > today ? refuse('date-in-future', { what, today }) : null;
}

/** The stage has begun and its answer has not been sent. */
export function stageUnanswered(state: CaseState, stage: Stage): Refusal | null {
  const facts = stage === 1 ? state.timeline.stage1 : state.timeline.stage2;
  if (state.timeline.withdrawnOn !== null)
    return refuse('stage-not-open', { stage, because: 'the complaint was withdrawn' });
  if (facts.refusedOn !== null) return refuse('stage-not-open', { stage, because: 'it was not accepted' });
  if (facts.startedOn === null) return refuse('stage-not-open', { stage, because: 'nobody has asked for it' });
  return facts.respondedOn === null ? null : refuse('already-answered', { stage, on: facts.respondedOn });
}

/** The stage has begun: it is or was being dealt with. Aftercare acts need no more than this. */
export function stageBegun(state: CaseState, stage: Stage): Refusal | null {
  if (stage === 1 || timelineOf(state, 2).startedOn !== null) return null;
  return refuse('stage-not-open', { stage, because: 'nobody has asked for it' });
}

/** The stage is being dealt with now: begun, not ended, and at stage 2 accepted and opened by the stage 1 answer (R41). */
export function stageOpen(state: CaseState, deciding: Deciding, stage: Stage): Refusal | null {
  const closed = stageUnanswered(state, stage);
  if (closed !== null || stage === 1) return closed;
  if (state.escalations.at(-1)?.decided === null)
    return refuse('stage-not-open', { stage, because: 'the late request has not been decided' });
  const opened = obligations(state, deciding).some(one => one.kind === 'respond' && one.stage === 2);
  return opened
    ? null
    : refuse('stage-not-open', {
        stage,
        because: 'the stage 1 answer comes first, and stage 2 opens the day it is sent',
      });
}

/** A day that people state for something that happened to the complaint: from its receipt to today. */
export function statedDay(what: string, date: LocalDate, state: CaseState, deciding: Deciding): Refusal | null {
  return notInFuture(what, date, deciding) ?? notBefore(what, date, 'the complaint was received', state.receivedOn);
}

/** A date is not before another. */
export function notBefore(what: string, date: LocalDate, before: string, limit: LocalDate | null): Refusal | null {
  return limit !== null && date < limit ? refuse('date-before', { what, date, before, limit }) : null;
}

/** The actor handles the stage, or may stand in for who does; and is independent of it all the same (R30). */
export function mayWorkOn(state: CaseState, deciding: Deciding, stage: Stage): Refusal | null {
  const { actor } = deciding;
  const { handlerId } = state.stages[stage];
  const standsIn = may(deciding, stage === 1 ? 'investigate-stage-1' : 'review-stage-2');
  if (handlerId !== actor.personId && !standsIn) {
    const who = handlerId === null ? 'somebody still to be named' : nameOf(deciding, handlerId);
    return refuse('not-your-case', { stage, who });
  }
  const bar = notIndependent(state, stage, actor.personId, deciding);
  return bar === null ? null : refuse('you-are-not-independent', { stage, ...bar });
}

/** A point that can still be worked on at a stage. */
export function openPoint(state: CaseState, stage: Stage, pointId: PointId): Refusal | null {
  const point = state.points.find(one => one.pointId === pointId);
  if (point === undefined) return refuse('no-such-point', {});
  if (point.ended !== null) return refuse('point-ended', { number: point.number, how: saidEnd[point.ended.how] });
  return stage === 2 && point.notPursued ? refuse('point-not-pursued', { number: point.number }) : null;
}

/** How a point ended, after `Point 2 was`. */
export const saidEnd = { excluded: 'not taken', withdrawn: 'withdrawn', moved: 'moved to another complaint' };

export function nameOf(deciding: Deciding, personId: PersonId): string {
  return deciding.people[personId]?.name ?? 'somebody no longer here';
}

/** Why somebody cannot be chosen for a stage: they are not there, or by the rule that judges them. */
export function notChosen(
  personId: PersonId,
  deciding: Deciding,
  judge: (person: PersonFacts) => Eligibility,
): Refusal | null {
  const person = deciding.people[personId];
  if (person === undefined) return refuse('unknown-person', { what: 'The person chosen' });
  const found = judge(person);
  return found.eligible
    ? null
    : refuse('cannot-be-chosen', { name: person.name, because: found.because, clause: found.clause });
}
