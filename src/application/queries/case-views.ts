/** Who has looked at a case, and at which of its pages and files, the newest first; read off the log of views (R81). */
import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/dates.ts';
import type { Reading } from '../reading.ts';

export type CaseView = {
  personId: string;
  name: string;
  /** The page as its path names it. */
  what: string;
  seenAt: Instant;
};

/** Where a page of the log goes on: the moment and the number of the last one that was shown. */
export type ViewPlace = { seenAt: Instant; version: number };
export type CaseViews = {
  views: readonly CaseView[];
  next: ViewPlace | null;
  /** How often each person has looked, the most often first; of the latest thousand. */
  people: readonly { name: string; times: number; last: Instant }[];
};

const pageSize = 100;
const mostCounted = 1000;

/** One page of the log of a case. */
export async function caseViews(
  tx: Reading,
  landlordId: string,
  caseId: string,
  from: ViewPlace | null,
): Promise<CaseViews> {
  const [page, people] = await Promise.all([
    viewsStatement(landlordId, caseId, from).execute(tx),
    peopleStatement(landlordId, caseId).execute(tx),
  ]);
  const last = page.rows[pageSize - 1];
  const next = page.rows.length > pageSize && last !== undefined ? last : null;
  return { views: page.rows.slice(0, pageSize), next, people: people.rows };
}

/** Looking at a restricted referral is in the log as well, and not on this page: most who see it may not know that there is one (R61). */
function tellsOfNoReferral(what: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`not (${what} like 'referral:%' or ${what} like '/cases/:reference/referrals%')`;
}

type ViewRow = CaseView & { version: number };

/** The one statement of a page, also for looking at how it is planned. */
export function viewsStatement(landlordId: string, caseId: string, from: ViewPlace | null): RawBuilder<ViewRow> {
  const on =
    from === null ? sql`` : sql`and (l.seen_at, l.version) < (${from.seenAt}::timestamptz, ${from.version}::bigint)`;
  return sql<ViewRow>`
    select l.person_id as "personId", coalesce(p.name, 'somebody no longer here') as name, l.what, l.seen_at as "seenAt",
      l.version::int as version
    from access_log l left join person p on p.landlord_id = l.landlord_id and p.person_id = l.person_id
    where l.landlord_id = ${landlordId} and l.case_id = ${caseId} and ${tellsOfNoReferral(sql`l.what`)} ${on}
    order by l.seen_at desc, l.version desc
    limit ${pageSize + 1}`;
}

/** Who has looked how often, over the latest views. */
export function peopleStatement(
  landlordId: string,
  caseId: string,
): RawBuilder<{ name: string; times: number; last: Instant }> {
  return sql`
    select coalesce(p.name, 'somebody no longer here') as name, count(*)::int as times, max(latest.seen_at) as last
    from (
      select person_id, seen_at from access_log
      where landlord_id = ${landlordId} and case_id = ${caseId} and ${tellsOfNoReferral(sql`what`)}
      order by seen_at desc limit ${mostCounted}) latest
    left join person p on p.landlord_id = ${landlordId} and p.person_id = latest.person_id
    group by latest.person_id, p.name
    order by times desc, last desc`;
}
