/** Who may take a stage, from the case's own history (R30): nobody is left out silently, and nothing is overridden silently. */
import { bothSides } from '../policy/delegation.ts';
import type { RoleId } from '../policy/roles.ts';
import type { ClauseId } from '../policy/spans.ts';
import { awaySoon, sayAway } from '../staff/absence.ts';
import { sayGap, trainingGaps } from '../staff/training.ts';
import type { Deciding, PersonFacts } from './deciding.ts';
import type { PersonId, Stage } from './events.ts';
import { routingFor } from './routing.ts';
import type { CaseState, Involvement } from './state.ts';

export type Eligibility =
  | { eligible: true; warnings: string[] }
  | { eligible: false; because: string; clause: ClauseId };

export type Candidate = { person: PersonFacts; eligibility: Eligibility };

/** Whether somebody may take a stage, what to think of first, or why not and under which clause. */
export function eligibility(state: CaseState, stage: Stage, person: PersonFacts, deciding: Deciding): Eligibility {
  if (!person.active) return { eligible: false, because: 'they no longer work here', clause: 'R30' };
  const bar = notIndependent(state, stage, person.personId, deciding) ?? wrongRole(state, stage, person, deciding);
  return bar === null
    ? { eligible: true, warnings: warnings(state, stage, person, deciding) }
    : { eligible: false, ...bar };
}

/** Everybody who could be thought of for stage 2, the eligible first, each of the others with why they are not offered. */
export function reviewers(state: CaseState, deciding: Deciding): Candidate[] {
  return candidates(state, 2, deciding);
}

/** Everybody whose role brings them near a stage, the eligible first. */
export function candidates(state: CaseState, stage: Stage, deciding: Deciding): Candidate[] {
  const all = Object.values(deciding.people)
    .filter(person => person.active && nearStage(state, stage, person, deciding))
    .map(person => ({ person, eligibility: eligibility(state, stage, person, deciding) }));
  return [...all.filter(one => one.eligibility.eligible), ...all.filter(one => !one.eligibility.eligible)];
}

/** Where nobody is left for stage 2: why, and whom the policy leaves; null while somebody is. Never a stalled case. */
export function nobodyLeft(
  state: CaseState,
  deciding: Deciding,
): { because: string; then: string; clause: ClauseId } | null {
  if (Object.values(deciding.people).some(person => eligibility(state, 2, person, deciding).eligible)) return null;
  const { body, clause } = deciding.policy.stage2Review;
  const board = deciding.policy.roles.filter(role => role.seniority === 'board').map(role => role.title);
  const then =
    body !== null
      ? `Record a reviewer from ${body} and assign the review to them.`
      : `Record an independent reviewer from outside${board.length === 0 ? '' : `, or a member of the ${board.join(' or the ')},`} and assign the review to them.`;
  return { because: 'everybody it names took part in stage 1, is complained of or has a conflict', then, clause };
}

/** What keeps somebody from a stage whatever their role: complained of, in conflict, or part of stage 1 at stage 2. */
export function notIndependent(
  state: CaseState,
  stage: Stage,
  personId: PersonId,
  { policy }: Pick<Deciding, 'policy'>,
): { because: string; clause: ClauseId } | null {
  const clause = stage === 1 ? 'Code 5.8' : policy.stage2Review.clause;
  if (state.complainedOf.includes(personId)) return { because: 'the complaint is about them', clause };
  if (state.conflicts.some(one => one.personId === personId))
    return { because: 'a conflict of interest is recorded for them', clause: 'R30' };
  if (stage === 1) return null;
  const part = state.involved.find(one => one.personId === personId && one.stage === 1 && saidBar[one.as] !== null);
  const because = part === undefined ? null : saidBar[part.as];
  return because === null ? null : { because, clause };
}

const saidBar: Record<Involvement['as'], string | null> = {
  handler: 'they handled stage 1',
  investigator: 'they investigated stage 1',
  decider: 'they decided a point at stage 1',
  signatory: 'they signed the stage 1 response',
  'gave-information': null,
  approver: null,
  contact: null,
};

const saidWarning: Record<Involvement['as'], string | null> = {
  handler: null,
  investigator: null,
  decider: null,
  signatory: null,
  'gave-information': 'gave information for stage 1',
  approver: 'approved something at stage 1',
  contact: 'was in contact with the resident at stage 1',
};

function warnings(state: CaseState, stage: Stage, person: PersonFacts, deciding: Deciding): string[] {
  const { people } = deciding;
  const known = [...aboutPerson(person, deciding), ...bothSidesOf(stage, person, deciding)];
  if (stage === 1) return known;
  const parts = state.involved
    .filter(one => one.personId === person.personId && one.stage === 1)
    .flatMap(one => saidWarning[one.as] ?? []);
  const manages = state.stages[1].handlers.filter(handler => people[handler]?.managerId === person.personId);
  return [
    ...known,
    ...parts,
    ...manages.map(handler => `manages ${people[handler]?.name ?? 'the stage 1 handler'}, who handled stage 1`),
  ];
}

/** Away now or soon, and training that is lacking or has run out (MAG-08). */
export function aboutPerson(person: PersonFacts, { today, policy, code, people }: Deciding): string[] {
  const absence = awaySoon(person, today);
  const cover = absence === null ? undefined : people[absence.coverId ?? '']?.name;
  const away = absence === null ? [] : [`${sayAway(absence, today)}${cover === undefined ? '' : ` (${cover} covers)`}`];
  const gaps = person.training === undefined ? [] : trainingGaps(person, { policy, code }, today);
  return [...away, ...gaps.map(sayGap)];
}

/** Whoever tells the board how complaints are handled would then have handled one (MAG-57). */
function bothSidesOf(stage: Stage, { roles }: PersonFacts, { policy }: Deciding): string[] {
  if (stage === 1) return [];
  return bothSides(policy)
    .filter(({ role }) => roles.includes(role.id))
    .map(
      ({ role, clause }) =>
        `as ${role.alsoCalled ?? role.title} they tell the board how complaints are handled, and would have decided this one (${clause})`,
    );
}

function wrongRole(
  state: CaseState,
  stage: Stage,
  person: PersonFacts,
  deciding: Deciding,
): { because: string; clause: ClauseId } | null {
  return stage === 1 ? wrongRoleAtStage1(state, person, deciding) : wrongRoleAtStage2(state, person, deciding);
}

function wrongRoleAtStage1(state: CaseState, person: PersonFacts, deciding: Deciding) {
  const forced = routingFor(state, deciding).filter(rule => rule.strength === 'always');
  const missed = forced.find(rule => !has(person, rule.to));
  if (missed !== undefined)
    return { because: `the policy routes this to ${titles(missed.to, deciding)}`, clause: missed.clause };
  const sent = state.routing?.followed === true && state.routing.to === person.personId;
  const routed = sent || routingFor(state, deciding).some(rule => has(person, rule.to));
  const mayInvestigate = deciding.policy.roles.some(
    role => has(person, [role.id]) && role.may.includes('investigate-stage-1'),
  );
  return routed || mayInvestigate ? null : { because: 'their role does not investigate stage 1', clause: 'Code 4.1' };
}

/** The reviewers the policy names; where none is independent its fallback; where none of those is, somebody of the board. */
function wrongRoleAtStage2(state: CaseState, person: PersonFacts, deciding: Deciding) {
  const { clause } = deciding.policy.stage2Review;
  const tiers = reviewTiers(deciding);
  const tier = tiers.findIndex(roles => has(person, roles));
  if (tier < 0) return { because: 'the policy does not name their role for stage 2', clause };
  const earlier = tiers.slice(0, tier).find(roles => someoneIndependent(state, roles, deciding));
  if (earlier === undefined) return null;
  return { because: `they step in only where ${titles(earlier, deciding)} cannot`, clause };
}

function reviewTiers({ policy }: Deciding): RoleId[][] {
  const board = policy.roles.filter(role => role.seniority === 'board').map(role => role.id);
  return [policy.stage2Review.reviewers, policy.stage2Review.fallback, board];
}

function someoneIndependent(state: CaseState, roles: readonly RoleId[], deciding: Deciding): boolean {
  return Object.values(deciding.people).some(
    person => person.active && has(person, roles) && notIndependent(state, 2, person.personId, deciding) === null,
  );
}

function nearStage(state: CaseState, stage: Stage, person: PersonFacts, deciding: Deciding): boolean {
  if (stage === 2)
    return reviewTiers(deciding)
      .slice(0, 2)
      .some(roles => has(person, roles));
  return wrongRoleAtStage1(state, person, deciding)?.clause !== 'Code 4.1';
}

function has(person: PersonFacts, roles: readonly RoleId[]): boolean {
  return person.roles.some(role => roles.includes(role));
}

function titles(roles: readonly RoleId[], { policy }: Deciding): string {
  return roles.map(id => policy.roles.find(role => role.id === id)?.title ?? id).join(' or ');
}
