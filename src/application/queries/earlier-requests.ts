/** Requests for a service that may have to do with a complaint or another request: of the same person, home, block or contractor (MAG-21). */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { Reading } from '../reading.ts';
import { type Asked, type Same, sameFrom, surety, waysToFind } from './belongs-together.ts';
import { requestInScope } from './service-requests.ts';

export type EarlierRequest = {
  requestId: string;
  name: string;
  address: string | null;
  serviceArea: string;
  askedOn: LocalDate;
  endedOn: LocalDate | null;
  endedHow: 'completed' | 'stopped' | null;
  healthAndSafety: boolean;
  same: readonly Same[];
  /** How what they asked for begins; null where it was disposed of. */
  words: string | null;
};

const most = 6;

/** The nearest requests of a landlord that this person may see, the surest and then the newest first. */
export async function earlierRequests(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  asked: Asked,
): Promise<readonly EarlierRequest[]> {
  const { rows } = await earlierRequestsStatement(landlordId, scope, asked).execute(tx);
  return rows.map(({ same, ...row }) => ({ ...row, same: sameFrom(same) }));
}

type RawRow = Omit<EarlierRequest, 'same'> & { same: readonly string[] };

/** The one statement of it, also for looking at how it is planned. */
export function earlierRequestsStatement(landlordId: string, scope: Scope, asked: Asked): RawBuilder<RawRow> {
  const { contractor = null, serviceArea = null, except = [] } = asked;
  return sql<RawRow>`
    with ${waysToFind(landlordId, asked)},
    near (request_id, same) as (
      select r.request_id, reached.class from reached
      join service_request r on r.landlord_id = ${landlordId} and r.person_id = reached.subject
      union all
      select r.request_id, 'person' from service_request r
      where r.landlord_id = ${landlordId} and r.person_id = ${asked.personId ?? null}::uuid
      union all
      select r.request_id, h.same from near_homes h
      join service_request r on r.landlord_id = ${landlordId} and r.home_id = h.home_id
      union all
      select * from (
        select r.request_id, 'contractor' from service_request r
        where r.landlord_id = ${landlordId} and lower(r.contractor) = lower(${contractor}::text) and r.service_area = ${serviceArea}
        order by r.asked_on desc limit 3
      ) of_contractor
    ),
    grouped as (
      select request_id, array_agg(distinct same order by same) as same, ${surety} as sure
      from near where request_id <> all(${[...except]}::uuid[]) group by request_id
    )
    select r.request_id as "requestId", r.name, r.address, r.service_area as "serviceArea", r.asked_on as "askedOn",
      r.ended_on as "endedOn", r.ended_how as "endedHow", r.health_and_safety as "healthAndSafety", grouped.same,
      left(first.value, 240) as words
    from grouped
    join service_request r on r.landlord_id = ${landlordId} and r.request_id = grouped.request_id
    left join lateral (
      select value from personal_text
      where landlord_id = ${landlordId} and subject = r.request_id and class = 'service-request' order by text_id limit 1
    ) first on true
    where ${requestInScope(scope, 'r')}
    order by grouped.sure desc, cardinality(grouped.same) desc, r.asked_on desc, r.request_id
    limit ${most}`;
}
