import { isClosedTo } from '../../access/need-to-know.ts';
import type { PersonId } from '../events.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationContext } from '../obligation-context.ts';
import type { Action } from '../point-state.ts';
import { plus } from '../span-dates.ts';
import type { CaseState } from '../state.ts';
import { newObligation } from './shape.ts';

/** Promises outlive the answer (design, idea 5): each action, the date still to be given for one, and suspensions to review. */
export function promiseObligations(state: CaseState, context: ObligationContext): Obligation[] {
  return [
    ...state.actions.flatMap(action => [...dateToGive(action, state), ...actionToDo(action, state)]),
    ...suspensionReviews(state, context),
    ...direction(state),
  ];
}

/** Promised with a date on which the date would be given (R53). */
function dateToGive(action: Action, state: CaseState): Obligation[] {
  if (action.dateGivenBy === null) return [];
  return [
    newObligation({
      ...promised(action, state),
      id: `give-action-date-${action.actionId}`,
      kind: 'give-action-date',
      dueOn: action.dateGivenBy,
      rule: 'the day by which the resident is told when it will be done',
      dischargedOn: action.datedOn ?? action.doneOn,
    }),
  ];
}

/** A promise stands until it is done, whatever becomes of the complaint. */
function actionToDo(action: Action, state: CaseState): Obligation[] {
  const dueOn = action.dates.at(-1);
  if (dueOn === undefined) return [];
  return [
    newObligation({
      ...promised(action, state),
      id: `do-action-${action.actionId}`,
      kind: 'do-action',
      dueOn,
      rule:
        action.dates.length > 1
          ? `promised first for ${action.dates[0]}, moved since`
          : 'the date promised to the resident',
      dischargedOn: action.doneOn,
    }),
  ];
}

function promised(action: Action, state: CaseState): Pick<Obligation, 'stage' | 'owner' | 'from' | 'clause' | 'basis'> {
  const owner =
    action.owner.kind === 'person'
      ? { personId: keeperOf(action, action.owner.personId, state), team: 'complaints' }
      : { personId: null, team: action.owner.name };
  const from = { event: 'action-promised', on: action.promisedOn };
  return { stage: action.stage, owner, from, clause: 'Code 6.6', basis: 'code' };
}

/** Where the complaint was closed to its owner meanwhile, the promise falls to whoever handles the stage: it is never nobody's. */
function keeperOf({ stage, doneOn }: Action, owner: PersonId, state: CaseState): PersonId | null {
  return doneOn === null && isClosedTo(state, owner) ? state.stages[stage].handlerId : owner;
}

function suspensionReviews(state: CaseState, { calendar }: ObligationContext): Obligation[] {
  return state.suspensions.map((suspension, index) =>
    newObligation({
      id: `review-suspension-${index + 1}`,
      kind: 'review-suspension',
      stage: null,
      dueOn: plus(suspension.lastReviewedOn, suspension.reviewEvery, calendar),
      from: { event: 'suspension-reviewed', on: suspension.lastReviewedOn },
      rule: 'a suspension for court proceedings is looked at again at intervals',
      clause: 'Code 2.2',
      lapsedOn: suspension.to,
    }),
  );
}

/** The Ombudsman told us to take it, by a date of its own (R20). */
function direction(state: CaseState): Obligation[] {
  const directed = state.acceptanceDirected;
  if (directed === null || directed.deadline === null) return [];
  return [
    newObligation({
      id: 'meet-direction',
      kind: 'meet-direction',
      stage: 1,
      dueOn: directed.deadline,
      from: { event: 'acceptance-directed', on: directed.on },
      rule: 'the Ombudsman’s own deadline',
      clause: 'Code 2.4',
      basis: 'code',
      dischargedOn: state.timeline.stage1.respondedOn,
    }),
  ];
}
