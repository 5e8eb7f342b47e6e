/** A scope as SQL over `case_index`: the one place where who-may-see becomes a condition. */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';

/**
 * The condition that a case is open to somebody: neither closed to them nor restricted to others (MAG-09, MAG-11). What is hidden
 * from them is looked up once for a statement, by the person, however many cases it goes through.
 */
export function whereOpen({ personId, roles }: Scope, caseId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${caseId} not in (
    select closed.case_id from case_closed_to closed where closed.person_id = ${personId}
    union all
    select kept.case_id from case_restriction kept
    where not ${personId}::uuid = any(kept.people) and not kept.roles && ${roles}::text[]))`;
}

/** The condition that a case is not about somebody, nor in conflict with them, whoever else it is restricted to. */
export function whereNotClosed(
  { personId }: Pick<Scope, 'personId'>,
  caseId: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`(${caseId} not in (
    select closed.case_id from case_closed_to closed where closed.person_id = ${personId}))`;
}

/**
 * The condition that a row of `case_index` (or what it is called in the query) is in the scope and shown whole: not to somebody who
 * was only asked a question about it, who sees that question and nothing else (MAG-10, MAG-11). For lists, searches and counts.
 */
export function whereSeenWhole(scope: Scope, table = 'case_index'): RawBuilder<boolean> {
  const row = sql.table(table);
  if (scope.kind === 'all') return whereOpen(scope, sql`${row}.case_id`);
  // Whose case it is was worked out when it was written: what is closed to them is not among theirs.
  return sql<boolean>`(exists (
    select from case_viewer v
    where v.landlord_id = ${row}.landlord_id and v.case_id = ${row}.case_id and v.person_id = ${scope.personId}))`;
}

/**
 * The condition that a row of `obligation`, joined to its case, may be shown with its case: the case is seen whole, or the row is the
 * very question that the person was asked. Being asked one question opens that question, and not what else is owed (MAG-11).
 */
export function whereDutySeen(scope: Scope, duty: string, table: string): RawBuilder<boolean> {
  const own = sql.table(duty);
  const asked = sql`(${own}.owner_person = ${scope.personId} and ${own}.kind = 'supply-information')`;
  if (scope.kind === 'all') return sql<boolean>`(${asked} or ${whereOpen(scope, sql`${own}.case_id`)})`;
  return sql<boolean>`(${asked} or ${whereSeenWhole(scope, table)})`;
}

/** The condition that a row of `record_index` is in the scope: as `recordInScope` has it. */
export function whereRecordSeen(scope: Scope, table: string): RawBuilder<boolean> {
  const row = sql.table(table);
  if (scope.kind === 'all') return sql<boolean>`${row}.record_id is not null`;
  return sql<boolean>`(${row}.recorded_by = ${scope.personId} or ${row}.owner_id = ${scope.personId})`;
}

/** The condition that a row of `obligation`, joined to `record_index`, is owed on a record: one that is seen, or by this very person. */
export function whereRecordDutySeen(scope: Scope, duty: string, table: string): RawBuilder<boolean> {
  const seen = whereRecordSeen(scope, table);
  if (scope.kind === 'all') return seen;
  return sql<boolean>`(${seen} or (${sql.table(table)}.record_id is not null and ${sql.table(duty)}.owner_person = ${scope.personId}))`;
}

/** The ids of the cases a person sees whole: where what is theirs is to be looked through. */
export function ownCaseIds(landlordId: string, personId: string): RawBuilder<{ case_id: string }> {
  return sql<{ case_id: string }>`
    select case_id from case_viewer where landlord_id = ${landlordId} and person_id = ${personId}`;
}

/**
 * The cases a person sees whole as `c`, beside `v`, which gives them in the order of what is due: where a list of theirs begins. Each is
 * looked up by its key, however the server guesses their number.
 */
export function ownCases(landlordId: string, personId: string): RawBuilder<unknown> {
  return sql`(select case_id, next_due_order from case_viewer where landlord_id = ${landlordId} and person_id = ${personId}) v
    cross join lateral (
      select * from case_index one where one.landlord_id = ${landlordId} and one.case_id = v.case_id limit 1
    ) c`;
}
