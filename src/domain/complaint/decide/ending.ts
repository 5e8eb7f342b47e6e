/** Not taking a complaint (MAG-16 to MAG-20, MGL-05 to MGL-11), withdrawal and revival (R65), and the Ombudsman's direction (R20). */
import type { ExclusionGround } from '../../policy/exclusion-rules.ts';
import type { CommandOf } from '../commands.ts';
import type { Act, Acts, Deciding } from '../deciding.ts';
import { groundApplies, groundNotForThis, pointsIn } from '../exclusion.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import { mustHaveRole, notBefore, notInFuture, stageUnanswered, statedDay } from './guards.ts';
import { resumePoints, reviewSuspension, suspendPoints } from './suspension.ts';

type Refuse = CommandOf<'RefuseComplaint'>;

/** One complaint at a time, on a ground whose questions are answered. Possible until the response, acknowledged or not. */
const refuseComplaint: Act<Refuse> = {
  allowed: (state, deciding) =>
    (state.refusal === null ? null : refuse('already-refused', { on: state.refusal.on })) ??
    stageUnanswered(state, 1) ??
    mustHaveRole(deciding, 'refuse-complaint', 'decide not to take a complaint', deciding.policy.refusalLetter.clause),
  decide(command, state, deciding) {
    const { groundId, answers, reasons } = command;
    const decidedBy = deciding.actor.personId;
    return unless(wrongGround(command, state, deciding), () => [
      fact('ComplaintRefused', deciding.today, { groundId, answers, reasons, decidedBy }),
    ]);
  },
};

function wrongGround(command: Refuse, state: CaseState, deciding: Deciding): Refusal | null {
  const { groundId, answers } = command;
  const { policy, code, today } = deciding;
  const ground = policy.exclusions.find(one => one.id === groundId);
  if (ground === undefined) return refuse('no-such-ground', {});
  const broken =
    groundNotForThis(ground, state) ?? groundApplies(ground, answers, state.receivedOn ?? today, policy, code);
  if (broken !== null) return broken;
  const filedOn = answers['filed-on'];
  if (ground.test === 'claim-filed' && filedOn !== undefined && filedOn > today)
    return refuse('date-in-future', { what: 'The day the claim was filed', today });
  if (ground.test !== 'claim-filed' && ground.scope !== 'point') return null;
  const { label, clause } = ground;
  return coversAll(command, ground, state) ? null : refuse('ground-for-points', { label, clause });
}

/** A ground for points covers the whole complaint where there is one only; a claim, where all that is open is pleaded. */
function coversAll({ answers }: Refuse, ground: ExclusionGround, state: CaseState): boolean {
  const open = state.points.filter(point => point.ended === null);
  if (ground.test !== 'claim-filed') return open.length <= 1;
  const pleaded = pointsIn(answers['pleaded-points']);
  return open.length > 0 && open.every(point => pleaded.includes(point.pointId));
}

/** The Ombudsman told us to take it: the receipt stays, new clocks run from the direction (R20). */
const directAcceptance: Act<CommandOf<'DirectAcceptance'>> = {
  allowed: state => (state.refusal === null ? refuse('not-refused', {}) : null),
  decide({ directedOn, deadline, note }, state, deciding) {
    const what = 'The day of the direction';
    const refusal =
      notInFuture(what, directedOn, deciding) ??
      notBefore(what, directedOn, 'the refusal', state.refusal?.on ?? null) ??
      (deadline === null ? null : notBefore('The deadline', deadline, 'the direction', directedOn));
    return unless(refusal, () => [
      fact('AcceptanceDirected', deciding.today, { by: 'housing-ombudsman', directedOn, deadline, note }),
    ]);
  },
};

const withdrawComplaint: Act<CommandOf<'WithdrawComplaint'>> = {
  allowed(state) {
    if (state.withdrawal !== null) return refuse('already-withdrawn', { on: state.withdrawal.on });
    if (state.refusal !== null) return refuse('already-refused', { on: state.refusal.on });
    const answered = finalAnswerOn(state);
    return answered === null ? null : refuse('nothing-to-withdraw', { on: answered });
  },
  decide: ({ on, evidence, channel }, state, deciding) =>
    unless(statedDay('The day of the withdrawal', on, state, deciding), () => [
      fact('ComplaintWithdrawn', on, { evidence, channel }),
    ]),
};

/** The day the last answer that is owed was sent; null while a stage is open. */
export function finalAnswerOn(state: CaseState) {
  const { stage1, stage2 } = state.timeline;
  const stage2Open = stage2.startedOn !== null && stage2.refusedOn === null;
  return stage2Open ? stage2.respondedOn : stage1.respondedOn;
}

/** The same case with its first date; a fresh acknowledgement is owed from the day of revival (R65). */
const reviveComplaint: Act<CommandOf<'ReviveComplaint'>> = {
  allowed: state => (state.withdrawal === null ? refuse('not-withdrawn', {}) : null),
  decide({ on, words, brokenPromise }, state, deciding) {
    const what = 'The day of the revival';
    const refusal =
      notInFuture(what, on, deciding) ?? notBefore(what, on, 'the withdrawal', state.withdrawal?.on ?? null);
    return unless(refusal, () => [fact('ComplaintRevived', on, { words, brokenPromise })]);
  },
};

export const endingActs: Acts<
  | 'RefuseComplaint'
  | 'DirectAcceptance'
  | 'WithdrawComplaint'
  | 'ReviveComplaint'
  | 'SuspendPoints'
  | 'ReviewSuspension'
  | 'ResumePoints'
> = {
  RefuseComplaint: refuseComplaint,
  DirectAcceptance: directAcceptance,
  WithdrawComplaint: withdrawComplaint,
  ReviveComplaint: reviveComplaint,
  SuspendPoints: suspendPoints,
  ReviewSuspension: reviewSuspension,
  ResumePoints: resumePoints,
};
