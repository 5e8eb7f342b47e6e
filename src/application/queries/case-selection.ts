/** Which cases a list shows, as a condition over `case_index` called `c`: the list, its count and its download ask the same. */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import { addDays, type LocalDate } from '../../domain/calendar/dates.ts';
import { type DutySelection, whereDuty } from './duty-results.ts';
import { ownCaseIds, whereOpen } from './scope-sql.ts';

/** Where a case stands today, from its dates alone. */
export const listedStates = [
  'to-acknowledge',
  'asked-early',
  'investigating',
  'answered-open',
  'answered',
  'declined',
  'closed',
  'withdrawn',
  'refused',
] as const;
export type ListedState = (typeof listedStates)[number];

/** What can be asked for besides: both cut across the states. */
export const caseStateFilters = ['overdue', 'suspended', ...listedStates] as const;
export type CaseStateFilter = (typeof caseStateFilters)[number];

export const dueFilters = ['late', 'today', 'week'] as const;
export type DueFilter = (typeof dueFilters)[number];

export type CaseSelection = {
  /** What is searched for; empty: everything. */
  sought: string;
  stage: 1 | 2 | null;
  state: CaseStateFilter | null;
  /** A person's id, or `nobody`. */
  handler: string | null;
  category: string | null;
  /** What was behind it, as recorded last. */
  cause: string | null;
  due: DueFilter | null;
  /** Only people with adjustments or support needs. */
  needs: boolean;
  /** Only cases with a duty that counts towards a figure of the performance page. */
  duty: DutySelection | null;
};

export const everything: CaseSelection = {
  sought: '',
  stage: null,
  state: null,
  handler: null,
  category: null,
  cause: null,
  due: null,
  needs: false,
  duty: null,
};

/** The condition of a selection, the search apart, for a viewer's scope. */
export function whereSelected(
  landlordId: string,
  scope: Scope,
  selection: CaseSelection,
  today: LocalDate,
): RawBuilder<boolean> {
  const { sought, stage, state, handler, category, cause, due, needs, duty } = selection;
  const conditions = [sql`c.landlord_id = ${landlordId}`];
  if (scope.kind === 'all') conditions.push(whereOpen(scope, sql`c.case_id`));
  // Without a search, the list begins with what is theirs.
  else if (sought !== '') conditions.push(sql`c.case_id in (${ownCaseIds(landlordId, scope.personId)})`);
  if (stage !== null) conditions.push(sql`c.stage = ${stage}`);
  if (state !== null) conditions.push(inState(state, today));
  if (handler === 'nobody') conditions.push(sql`c.handler_id is null`);
  else if (handler !== null) conditions.push(sql`c.handler_id = ${handler}`);
  if (category !== null) conditions.push(sql`c.category = ${category}`);
  if (cause !== null) conditions.push(sql`c.cause = ${cause}`);
  if (due !== null) conditions.push(dueWithin(due, today));
  if (needs) conditions.push(sql`c.adjustments is not null`);
  if (duty !== null) conditions.push(whereDuty(landlordId, duty, today));
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** What makes each state, in their order: the first that holds is the row's. Withdrawn and refused are never called closed (R21, R46). */
function stateConditions(today: LocalDate): readonly (readonly [ListedState, RawBuilder<unknown>])[] {
  const closed = sql`(c.closed_on < ${today} or (c.closed_on = ${today} and c.closed_on is distinct from c.window_closes_on))`;
  const first = sql`c.answered_on is not null and c.stage = 1`;
  return [
    ['withdrawn', sql`c.withdrawn_on is not null`],
    ['refused', sql`c.refused_on is not null`],
    ['closed', closed],
    ['declined', sql`${first} and c.escalated_on is not null`],
    ['answered-open', sql`${first} and c.window_closes_on >= ${today}`],
    ['answered', sql`c.answered_on is not null`],
    ['to-acknowledge', sql`(case c.stage when 1 then c.acknowledged_on else c.acknowledged_2_on end) is null`],
    ['asked-early', sql`c.stage = 1 and c.escalated_on is not null`],
    ['investigating', sql`true`],
  ];
}

/** The state of a row, as a word of `listedStates`. */
export function stateOfRow(today: LocalDate): RawBuilder<ListedState> {
  const cases = stateConditions(today).map(([state, condition]) => sql`when ${condition} then ${sql.lit(state)}`);
  return sql<ListedState>`case ${sql.join(cases, sql` `)} end`;
}

/** The same as a condition: the row's state is this one, and none that comes before it. */
function stateIs(sought: ListedState, today: LocalDate): RawBuilder<unknown> {
  const all = stateConditions(today);
  const at = all.findIndex(([state]) => state === sought);
  const earlier = all.slice(0, at).map(([, condition]) => sql`(${condition}) is not true`);
  const own = all.slice(at, at + 1).map(([, condition]) => sql`(${condition})`);
  return sql.join([...own, ...earlier], sql` and `);
}

/**
 * The condition of a state. What follows from the state anyway is said first, in the words of the indexes that hold only
 * such rows, because the state itself is worked out row by row.
 */
function inState(state: CaseStateFilter, today: LocalDate): RawBuilder<unknown> {
  if (state === 'overdue') return dueWithin('late', today);
  const narrowed = implied(state, today);
  return state === 'suspended' ? narrowed : sql`${narrowed} and ${stateIs(state, today)}`;
}

function implied(state: Exclude<CaseStateFilter, 'overdue'>, today: LocalDate): RawBuilder<unknown> {
  switch (state) {
    case 'to-acknowledge':
    case 'asked-early':
    case 'investigating':
      return sql`c.closed_on is null and c.answered_on is null`;
    case 'answered':
      return sql`c.closed_on is null and c.answered_on is not null`;
    case 'answered-open':
      return sql`c.window_closes_on >= ${today}`;
    case 'declined':
      return sql`c.escalated_on is not null and c.stage = 1`;
    case 'closed':
      // Nothing is owed on it, and such cases stand together at the end of the index.
      return sql`c.closed_on <= ${today} and c.next_due_order = 'infinity'`;
    case 'withdrawn':
      return sql`c.withdrawn_on is not null`;
    case 'refused':
      return sql`c.refused_on is not null`;
    case 'suspended':
      return sql`c.suspended_on is not null`;
  }
}

/** Compared as what the column is: an operator between a date and a timestamp keeps row-level security from its index. */
function dueWithin(due: DueFilter, today: LocalDate): RawBuilder<unknown> {
  if (due === 'late') return sql`c.next_due_order < ${today}::timestamp`;
  const end = addDays(today, due === 'today' ? 1 : 8);
  return sql`c.next_due_order >= ${today}::timestamp and c.next_due_order < ${end}::timestamp`;
}
