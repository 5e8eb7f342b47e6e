/** Going to stage 2: no reason needed, accepted by default, declined only by a named role on a ground (R40 to R43). */
import type { LocalDate } from '../../calendar/dates.ts';
import type { CommandOf } from '../commands.ts';
import type { Act, Acts, Deciding } from '../deciding.ts';
import { caseWindow } from '../escalation-window.ts';
import type { PersonId } from '../events.ts';
import { type Answers, groundApplies, groundNotForThis } from '../exclusion.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { CaseState, EscalationRequest } from '../state.ts';
import { fact, unless } from './facts.ts';
import { may, mustHaveRole, sayRoles, statedDay } from './guards.ts';

type Request = CommandOf<'RequestEscalation'>;

const requestEscalation: Act<Request> = {
  allowed(state) {
    const { stage1, stage2, withdrawnOn } = state.timeline;
    if (stage2.respondedOn !== null) return refuse('stage-2-answered', { on: stage2.respondedOn });
    if (withdrawnOn !== null) return refuse('withdrawn-no-stage-2', {});
    return stage1.refusedOn === null ? null : refuse('refused-no-stage-2', {});
  },
  decide({ type: _type, on, ...body }, state, deciding) {
    const refusal =
      statedDay('The day of the request', on, state, deciding) ??
      wrongPoints(body.points, state) ??
      forwardedInOrder(on, body);
    return unless(refusal, () => {
      const asked = fact('EscalationRequested', on, body);
      if (waits(state, on, body.forwardedBy, deciding)) return [asked];
      const by = deciding.actor.personId;
      const afterWindow = isLate({ on }, state, deciding);
      return [asked, fact('EscalationAccepted', deciding.today, { afterWindow, reason: null, by })];
    });
  },
};

/** Passed on by the Ombudsman: the resident's own request, the letter, the Ombudsman's date, in this order (R43). */
function forwardedInOrder(
  on: LocalDate,
  { letterOn, deadline }: Pick<Request, 'letterOn' | 'deadline'>,
): Refusal | null {
  const letter = letterOn ?? on;
  const wrong = letter < on || (deadline !== undefined && deadline !== null && deadline < letter);
  return wrong ? refuse('forwarded-dates', {}) : null;
}

/** Only a request after the window, or one more after a refusal, waits for a decision; unless the Ombudsman sends it. */
function waits(state: CaseState, on: LocalDate, forwardedBy: Request['forwardedBy'], deciding: Deciding): boolean {
  const last = state.escalations.at(-1);
  if (forwardedBy === 'ombudsman' || last?.decided?.how === 'accepted') return false;
  return last !== undefined || isLate({ on }, state, deciding);
}

function isLate(
  { on }: Pick<EscalationRequest, never> & { on: string },
  state: CaseState,
  deciding: Deciding,
): boolean {
  const closesOn = caseWindow(state, deciding)?.closesOn ?? null;
  return closesOn !== null && on > closesOn;
}

function wrongPoints(points: Request['points'], state: CaseState): Refusal | null {
  if (points === 'all') return null;
  if (points.length === 0) return refuse('points-none-asked', {});
  if (points.some(id => !state.points.some(point => point.pointId === id))) return refuse('no-such-point', {});
  const gone = state.points.filter(point => points.includes(point.pointId) && point.ended !== null);
  return gone.length === 0 ? null : refuse('points-excluded', { numbers: gone.map(point => point.number) });
}

const acceptEscalation: Act<CommandOf<'AcceptEscalation'>> = {
  allowed: (state, deciding) =>
    (state.timeline.withdrawnOn === null ? null : refuse('withdrawn-no-stage-2', {})) ??
    (waiting(state) === undefined ? refuse('nothing-to-decide', {}) : null) ??
    // To accept is the default, so it never waits for the one role that may decline.
    (may(deciding, 'assign')
      ? null
      : mustHaveRole(deciding, 'refuse-escalation', 'decide on a request for stage 2', refusalClause(deciding))),
  decide({ reason }, state, deciding) {
    const request = waiting(state);
    const afterWindow = request !== undefined && isLate(request, state, deciding);
    const by = deciding.actor.personId;
    return { events: [fact('EscalationAccepted', deciding.today, { afterWindow, reason, by })] };
  },
};

function waiting(state: CaseState): EscalationRequest | undefined {
  return state.escalations.findLast(request => request.decided === null);
}

type Decline = CommandOf<'RefuseEscalation'>;

/** Until stage 2 is acknowledged; by the role the policy names; on a ground or for lateness, never as a matter of taste. */
const refuseEscalation: Act<Decline> = {
  allowed(state, deciding) {
    const { startedOn, acknowledgedOn, refusedOn, respondedOn } = state.timeline.stage2;
    if (startedOn === null || refusedOn !== null || state.timeline.withdrawnOn !== null)
      return refuse('nothing-to-decide', {});
    const begun = acknowledgedOn ?? respondedOn;
    if (begun !== null) return refuse('escalation-under-way', { on: begun });
    const rule = deciding.policy.escalation.refusal;
    if (rule === null || rule.decidedBy.length === 0) return refuse('escalation-refusal-nobody-named', {});
    if (deciding.actor.roles.some(role => rule.decidedBy.includes(role))) return null;
    const act = 'decide not to take a complaint to stage 2';
    return refuse('not-your-role', { act, who: sayRoles(deciding, rule.decidedBy), clause: rule.clause });
  },
  decide({ groundId, answers = {}, reasons, supportedBy }, state, deciding) {
    const refusal = wrongGround(groundId, answers, state, deciding) ?? wrongSupport(supportedBy, deciding);
    return unless(refusal, () => [
      fact('EscalationRefused', deciding.today, {
        groundId,
        answers,
        reasons,
        decidedBy: deciding.actor.personId,
        supportedBy,
      }),
    ]);
  },
};

/** The id of the ground that is no exclusion: the request came after the window. */
export const LATE = 'late';

/** Whether the request that stands came after the window, so that it may be declined for that (R40). */
export function askedLate(state: CaseState, deciding: Deciding): boolean {
  const request = state.escalations.at(-1);
  return request !== undefined && isLate(request, state, deciding);
}

function wrongGround(groundId: string, answers: Answers, state: CaseState, deciding: Deciding): Refusal | null {
  const { policy, code, today } = deciding;
  if (groundId !== LATE) {
    const ground = policy.exclusions.find(one => one.id === groundId);
    if (ground === undefined) return refuse('escalation-ground', { clause: refusalClause(deciding) });
    return groundNotForThis(ground, state) ?? groundApplies(ground, answers, state.receivedOn ?? today, policy, code);
  }
  if (askedLate(state, deciding)) return null;
  return refuse('escalation-not-late', { closesOn: caseWindow(state, deciding)?.closesOn ?? null });
}

function wrongSupport(supportedBy: PersonId | null, deciding: Deciding): Refusal | null {
  if (supportedBy === null) return null;
  const supporters = deciding.policy.escalation.refusal?.withSupportFrom ?? [];
  const roles = deciding.people[supportedBy]?.roles ?? [];
  if (supportedBy !== deciding.actor.personId && roles.some(role => supporters.includes(role))) return null;
  return refuse('support-wrong-person', { who: sayRoles(deciding, supporters), clause: refusalClause(deciding) });
}

function refusalClause({ policy }: Deciding): string {
  return policy.escalation.refusal?.clause ?? policy.escalation.clause;
}

export const escalationActs: Acts<'RequestEscalation' | 'AcceptEscalation' | 'RefuseEscalation'> = {
  RequestEscalation: requestEscalation,
  AcceptEscalation: acceptEscalation,
  RefuseEscalation: refuseEscalation,
};
