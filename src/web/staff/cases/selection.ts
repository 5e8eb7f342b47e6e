/** The list in its address: every filter, the search and the order stand in it, so that a list can be kept and sent on. */
import { type CaseOrder, caseOrders, type Sorting, usualOrder } from '../../../application/queries/case-order.ts';
import {
  type CaseSelection,
  caseStateFilters,
  dueFilters,
  everything,
} from '../../../application/queries/case-selection.ts';
import { type DutySelection, dutyResults } from '../../../application/queries/duty-results.ts';
import { isLocalDate } from '../../../domain/calendar/dates.ts';
import { cleanText } from '../../../domain/clean-text.ts';
import { isId } from '../../../domain/ids.ts';
import { paths, withQuery } from '../../paths.ts';

export type CaseList = { selection: CaseSelection; sorting: Sorting };
type Query = Readonly<Record<string, string>>;

const longest = 200;
const results = [...dutyResults, 'counted'] as const;

/** What an address asks for. What it asks for that does not exist is left out, as if it had not been asked. */
export function listIn(query: Query): CaseList {
  const stage = oneOf(['1', '2'], query['stage']);
  const handler = query['handler'] ?? '';
  const selection: CaseSelection = {
    sought: cleanText(query['q'] ?? '')
      .trim()
      .slice(0, longest),
    stage: stage === null ? null : stage === '1' ? 1 : 2,
    state: oneOf(caseStateFilters, query['state']),
    handler: handler === 'nobody' || isId(handler) ? handler : null,
    category: idIn(query['category']),
    cause: idIn(query['cause']),
    due: oneOf(dueFilters, query['due']),
    needs: query['needs'] === '1',
    duty: dutyIn(query),
  };
  return { selection, sorting: sortingIn(query['sort'], selection.sought !== '') };
}

/** The query of a list; what is usual is left out of it. */
export function queryOf({ selection, sorting }: CaseList): Record<string, string | number | boolean | null> {
  const { sought, stage, state, handler, category, cause, due, needs, duty } = selection;
  const usual = usualOrder(sought === '' ? 'due' : 'match');
  const isUsual = sorting.by === usual.by && sorting.descending === usual.descending;
  return {
    q: sought,
    ...{ stage, state, handler, category, cause, due, needs: needs ? '1' : null },
    duty: duty === null ? null : `${duty.duty}-${duty.stage}`,
    by: duty?.by === 'original' ? 'original' : null,
    month: duty === null ? null : duty.month.slice(0, 7),
    months: duty === null || duty.months === 1 ? null : duty.months,
    result: duty?.result ?? null,
    sort: isUsual ? null : `${sorting.descending ? '-' : ''}${sorting.by}`,
  };
}

/** The address of a list, from its beginning. */
export function listHref(list: CaseList): string {
  return withQuery(paths.cases(), queryOf(list));
}

/** The address of the cases behind a figure. */
export function dutyHref(duty: DutySelection): string {
  return listHref({ selection: { ...everything, duty }, sorting: usualOrder('due') });
}

/** Whether anything narrows the list. */
export function isNarrowed({ sought, ...filters }: CaseSelection): boolean {
  return sought !== '' || Object.values(filters).some(value => value !== null && value !== false);
}

function dutyIn(query: Query): DutySelection | null {
  const [, duty, stage] = /^(acknowledge|respond)-([12])$/.exec(query['duty'] ?? '') ?? [];
  const month = `${query['month'] ?? ''}-01`;
  const months = /^([1-9]|1[0-3])$/.test(query['months'] ?? '') ? Number(query['months']) : 1;
  const result = oneOf(results, query['result']);
  if (duty === undefined || result === null || !isLocalDate(month)) return null;
  const isAnswer = duty === 'respond';
  return {
    duty: isAnswer ? 'respond' : 'acknowledge',
    stage: stage === '1' ? 1 : 2,
    by: isAnswer && query['by'] === 'original' ? 'original' : 'extended',
    month,
    months,
    result,
  };
}

function sortingIn(text: string | undefined, searched: boolean): Sorting {
  const usual = usualOrder(searched ? 'match' : 'due');
  const by: CaseOrder | null = oneOf(caseOrders, text?.replace(/^-/, ''));
  if (by === null || (by === 'match' && !searched)) return usual;
  return { by, descending: text?.startsWith('-') === true };
}

/** What can be an id of a pack's list; whether it is one is for the list to show. */
function idIn(given = ''): string | null {
  return /^[a-z0-9-]{1,80}$/.test(given) ? given : null;
}

function oneOf<const V extends string>(values: readonly V[], given: string | undefined): V | null {
  return values.find(value => value === given) ?? null;
}
