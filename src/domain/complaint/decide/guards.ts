/** Conditions that many acts share, each the one place for its rule. */
import type { LocalDate } from '../../calendar/dates.ts';
import type { Capability, RoleId } from '../../policy/policy.ts';
import type { Deciding } from '../decide.ts';
import type { Stage } from '../events.ts';
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
