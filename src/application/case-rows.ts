/** What lists are told of a case: facts and dates from its state and obligations, never a word that depends on today. */
import { closedTo, namedFor } from '../domain/access/need-to-know.ts';
import { viewersOf } from '../domain/access/scope.ts';
import type { LocalDate } from '../domain/calendar/dates.ts';
import { caseWindow } from '../domain/complaint/escalation-window.ts';
import { isOpen, type Obligation, workingDate } from '../domain/complaint/obligation.ts';
import type { ObligationContext } from '../domain/complaint/obligation-context.ts';
import { obligations } from '../domain/complaint/obligations.ts';
import { caseFinding, closesFrom } from '../domain/complaint/outcome.ts';
import { limitsOf } from '../domain/complaint/safe-contact.ts';
import { sayAdjustment } from '../domain/complaint/say-need.ts';
import { stageReached } from '../domain/complaint/stage-obligations.ts';
import type { CaseState } from '../domain/complaint/state.ts';
import type { AccessRows } from '../storage/cases/access-rows.ts';
import type { ResidentDetails } from '../storage/cases/residents.ts';
import { sortNameOf } from '../storage/cases/residents.ts';
import type { CaseRow, CaseRows, ObligationRow } from '../storage/cases/rows.ts';
import { owedColumns } from './owed-columns.ts';

export type CaseIdentity = { landlordId: string; caseId: string };
export type CaseWords = {
  complainant: ResidentDetails | undefined;
  representative: ResidentDetails | undefined;
  address: string | null;
};

/** To whom a case is closed, and to whom it is restricted. */
export function accessOf(state: CaseState): AccessRows {
  const { restriction } = state;
  return {
    closedTo: closedTo(state),
    restriction: restriction === null ? null : { people: namedFor(state), roles: restriction.roles },
  };
}

/** All derived rows of a case. `changedAt` is when its last event was recorded. */
export function caseRows(
  { landlordId, caseId }: CaseIdentity,
  state: CaseState,
  all: readonly Obligation[],
  words: CaseWords,
  context: ObligationContext,
  changedAt: string,
): CaseRows {
  const name = words.complainant?.name ?? 'Details removed';
  const index: CaseRow = {
    landlord_id: landlordId,
    case_id: caseId,
    version: state.version,
    complainant_name: name,
    sort_name: sortNameOf(name),
    address: words.address,
    ...whatItIs(state),
    ...howItWent(state, context),
    ...whatIsOpen(state, all.filter(isOpen), context),
    changed_at: changedAt as CaseRow['changed_at'],
  };
  const look = [state.reference, name, words.representative?.name, words.address]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
  const owed = obligationRows({ landlordId, caseId }, state, all, context);
  return { index, obligations: owed, viewers: viewersOf(state), look };
}

function whatItIs(state: CaseState) {
  return {
    reference: state.reference,
    policy_id: state.policy.id,
    complainant_id: state.complainantId,
    complainant_type: state.complainantType,
    representative_id: state.representative?.personId ?? null,
    home_id: state.homeId,
    logged_by: state.loggedBy,
    team: 'complaints',
    category: state.category,
    service_area: state.serviceArea,
    contractor: state.contractor,
    priority: state.priority,
    adjustments: saidNeeds(state),
    safe_contact: [...limitsOf(state, state.complainantId)],
    points: state.points.length,
    received_on: state.receivedOn ?? state.loggedOn ?? '1970-01-01',
    logged_on: state.loggedOn,
  } satisfies Partial<CaseRow>;
}

function howItWent(state: CaseState, context: ObligationContext) {
  const { stage1, stage2, withdrawnOn } = state.timeline;
  const stage = stageReached(state.timeline, context);
  return {
    stage,
    handler_id: state.stages[stage].handlerId,
    outcome: caseFinding(state),
    cause: state.causes.at(-1)?.cause ?? null,
    acknowledged_on: stage1.acknowledgedOn,
    answered_1_on: stage1.respondedOn,
    // Declined before there was an answer, a request stands for nothing: the complaint goes on as it was.
    escalated_on: stage2.refusedOn !== null && stage1.respondedOn === null ? null : stage2.startedOn,
    acknowledged_2_on: stage2.acknowledgedOn,
    answered_2_on: stage2.respondedOn,
    answered_on: stage === 2 ? stage2.respondedOn : stage1.respondedOn,
    refused_on: state.refusal?.on ?? null,
    withdrawn_on: withdrawnOn,
    suspended_on: state.suspensions.find(one => one.to === null)?.from ?? null,
  } satisfies Partial<CaseRow>;
}

function whatIsOpen(state: CaseState, open: readonly Obligation[], context: ObligationContext) {
  const next = earliest(open);
  return {
    window_closes_on: caseWindow(state, context)?.closesOn ?? null,
    closed_on: closesFrom(state, context),
    next_kind: next?.kind ?? null,
    next_by_refusal: next?.byRefusal === true,
    next_due_on: next === undefined ? null : workingDate(next),
    next_due_at: next?.dueAt ?? null,
    long_stop_on: next?.longStopOn ?? null,
  } satisfies Partial<CaseRow>;
}

function obligationRows(
  { landlordId, caseId }: CaseIdentity,
  state: CaseState,
  all: readonly Obligation[],
  context: ObligationContext,
): ObligationRow[] {
  const first = firstDueDates(state, context);
  const withNeeds = saidNeeds(state) !== null;
  return all
    .filter(one => one.judged !== 'unstarted')
    .map(one => ({
      ...owedColumns({ landlordId, caseId }, one),
      priority: state.priority,
      owed_to: state.complainantId,
      text_id: state.actions.find(action => one.id.endsWith(action.actionId))?.what.textId ?? null,
      first_due_on: first.get(one.id) ?? one.dueOn,
      work_on: workingDate(one),
      with_needs: withNeeds,
    }));
}

/** When answers were due before any extension: the indicators without extension count from there. */
function firstDueDates(state: CaseState, context: ObligationContext): Map<string, LocalDate | null> {
  const { timeline } = state;
  if (timeline.stage1.extensions.length === 0 && timeline.stage2.extensions.length === 0) return new Map();
  const without = {
    ...timeline,
    stage1: { ...timeline.stage1, extensions: [] },
    stage2: { ...timeline.stage2, extensions: [] },
  };
  const answers = obligations({ ...state, timeline: without }, context).filter(one => one.kind === 'respond');
  return new Map(answers.map(one => [one.id, one.dueOn]));
}

function earliest(open: readonly Obligation[]): Obligation | undefined {
  return [...open].sort((a, b) => order(a).localeCompare(order(b)))[0];
}

function order(obligation: Obligation): string {
  return `${workingDate(obligation) ?? '9999'}${obligation.id}`;
}

function saidNeeds(state: CaseState): string | null {
  const safe = limitsOf(state, state.complainantId).length > 0 ? ['Safe contact'] : [];
  const kinds = [...safe, ...new Set(state.needs.map(need => sayAdjustment(need.kind)))];
  return kinds.length === 0 ? null : kinds.join(', ');
}
