/** The orders a list of cases can stand in, each given by an index, and where in it a page begins. */
import { type RawBuilder, sql } from 'kysely';

/** `match`: the best match of a search first. */
export const caseOrders = ['due', 'received', 'name', 'changed', 'match'] as const;
export type CaseOrder = (typeof caseOrders)[number];
export type Sorting = { by: CaseOrder; descending: boolean };

/** A place in a list: all that the index is ordered by, of the row beside it. */
export type Place = { value: string; caseId: string };

type Key = { column: RawBuilder<string>; type: RawBuilder<unknown> };

const keys: Record<CaseOrder, Key> = {
  due: { column: sql`c.next_due_order`, type: sql`timestamp` },
  received: { column: sql`c.received_on`, type: sql`date` },
  name: { column: sql`c.sort_name`, type: sql`text` },
  changed: { column: sql`c.changed_at`, type: sql`timestamptz` },
  match: { column: sql`found.rank`, type: sql`numeric` },
};

/** How each order is shown first: what is due soonest, what came or changed last, the best match. */
export function usualOrder(by: CaseOrder): Sorting {
  return { by, descending: by === 'received' || by === 'changed' || by === 'match' };
}

/** The value a row is ordered by, as text, for the place that stands in an address. */
export function placeOfRow({ by }: Sorting): RawBuilder<string> {
  return sql<string>`${keys[by].column}::text`;
}

/** `own`: of somebody's own cases (`ownCases`), whose index gives what is due first. */
export function inOrder(sorting: Sorting, own = false): RawBuilder<unknown> {
  const { column, caseId } = orderedBy(sorting, own);
  const way = sorting.descending ? sql`desc` : sql`asc`;
  return sql`${column} ${way}, ${caseId} ${way}`;
}

function orderedBy({ by }: Sorting, own: boolean) {
  if (own && by === 'due') return { column: sql`v.next_due_order`, caseId: sql`v.case_id` };
  return { column: keys[by].column, caseId: sql`c.case_id` };
}

/** Only rows that come after the place in this order. */
export function after(sorting: Sorting, place: Place, own = false): RawBuilder<boolean> {
  const { column, caseId } = orderedBy(sorting, own);
  const { type } = keys[sorting.by];
  const than = sorting.descending ? sql`<` : sql`>`;
  return sql<boolean>`(${column}, ${caseId}) ${than} (${place.value}::${type}, ${place.caseId}::uuid)`;
}
