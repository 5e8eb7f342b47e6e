/** Complaints that may have to do with one that is about to be logged: the same person, the same home, a like name (MAG-21). */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { Reading } from '../reading.ts';
import { type Asked, type Same, sameFrom, surety, waysToFind } from './belongs-together.ts';
import { whereSeenWhole } from './scope-sql.ts';

export type EarlierCase = {
  caseId: string;
  reference: string;
  residentId: string;
  name: string;
  address: string | null;
  category: string | null;
  stage: 1 | 2;
  receivedOn: LocalDate;
  answeredOn: LocalDate | null;
  closedOn: LocalDate | null;
  /** What it has in common with the new one, the surest first. */
  same: readonly Same[];
  /** How the resident's words begin; null where they were disposed of. */
  words: string | null;
};

const most = 6;

/** Where two names begin to be alike: a slip of the pen is, a shared surname alone is not. */
const likeEnough = 0.7;

/** The nearest earlier complaints of a landlord that this person may see, the surest and then the newest first. */
export async function earlierCases(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  asked: Asked,
): Promise<readonly EarlierCase[]> {
  const { rows } = await earlierCasesStatement(landlordId, scope, asked).execute(tx);
  return rows.map(asEarlier);
}

/** The one statement of it, also for looking at how it is planned. */
export function earlierCasesStatement(landlordId: string, scope: Scope, asked: Asked): RawBuilder<RawRow> {
  const { contractor = null, serviceArea = null, except = [] } = asked;
  return sql<RawRow>`
    with ${waysToFind(landlordId, asked)},
    near (case_id, same) as (
      select c.case_id, reached.class from reached
      join case_index c on c.landlord_id = ${landlordId} and c.complainant_id = reached.subject
      union all
      select c.case_id, reached.class from reached
      join case_index c on c.landlord_id = ${landlordId} and c.representative_id = reached.subject
      union all
      select c.case_id, 'person' from case_index c
      where c.landlord_id = ${landlordId} and c.complainant_id = ${asked.personId ?? null}::uuid
      union all
      select c.case_id, h.same from near_homes h
      join case_index c on c.landlord_id = ${landlordId} and c.home_id = h.home_id
      union all
      select * from (
        select c.case_id, 'contractor' from case_index c
        where c.landlord_id = ${landlordId} and lower(c.contractor) = lower(${contractor}::text) and c.service_area = ${serviceArea}
        order by c.received_on desc limit 3
      ) of_contractor
      union all
      select found.case_id, 'name' from search_by_likeness(${asked.name}, 20) found where found.likeness >= ${likeEnough}
    ),
    grouped as (
      select case_id, array_agg(distinct same order by same) as same, ${surety} as sure
      from near where case_id <> all(${[...except]}::uuid[]) group by case_id
    )
    select c.case_id, c.reference, c.complainant_id, c.complainant_name, c.address, c.category, c.stage, c.received_on,
      c.answered_on, c.closed_on, grouped.same, left(coalesce(told.value, first.value), 240) as words
    from grouped
    cross join lateral (
      select * from case_index one where one.landlord_id = ${landlordId} and one.case_id = grouped.case_id limit 1
    ) c
    left join lateral (
      select value from personal_text
      where landlord_id = ${landlordId} and subject = c.case_id and class = 'complaint' order by text_id limit 1
    ) first on true
    left join contact k on k.landlord_id = ${landlordId} and k.became_case = c.case_id
    left join personal_text told on told.landlord_id = ${landlordId} and told.text_id = k.words_id
    where c.complainant_id is not null and ${whereSeenWhole(scope, 'c')}
    order by grouped.sure desc, cardinality(grouped.same) desc, c.received_on desc, c.case_id
    limit ${most}`;
}

type RawRow = {
  case_id: string;
  reference: string;
  complainant_id: string;
  complainant_name: string;
  address: string | null;
  category: string | null;
  stage: 1 | 2;
  received_on: LocalDate;
  answered_on: LocalDate | null;
  closed_on: LocalDate | null;
  same: readonly string[];
  words: string | null;
};

function asEarlier(row: RawRow): EarlierCase {
  return {
    caseId: row.case_id,
    reference: row.reference,
    residentId: row.complainant_id,
    name: row.complainant_name,
    address: row.address,
    category: row.category,
    stage: row.stage,
    receivedOn: row.received_on,
    answeredOn: row.answered_on,
    closedOn: row.closed_on,
    same: sameFrom(row.same),
    words: row.words,
  };
}
