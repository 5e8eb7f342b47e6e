/** A scope as SQL over `case_index`: the one place where who-may-see becomes a condition. */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';

/** The condition that a row of `case_index` (or what it is called in the query) is in the scope. */
export function whereInScope(scope: Scope, table = 'case_index'): RawBuilder<boolean> {
  if (scope.kind === 'all') return sql<boolean>`true`;
  const row = sql.table(table);
  return sql<boolean>`(${row}.handler_id = ${scope.personId} or exists (
    select from obligation o
    where o.landlord_id = ${row}.landlord_id and o.case_id = ${row}.case_id and o.owner_person = ${scope.personId}
  ) or exists (
    select from event e
    where e.landlord_id = ${row}.landlord_id and e.case_id = ${row}.case_id and e.version <= 2
      and e.type = 'ComplaintLogged' and e.body_json ->> 'loggedBy' = ${scope.personId}
  ))`;
}
