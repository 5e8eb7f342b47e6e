/** How soon each service area answers what it is asked (MGL-52): the questions of the last twelve months, and each figure's own list. */
import { type RawBuilder, sql } from 'kysely';
import { addMonths, type LocalDate } from '../../domain/calendar/dates.ts';
import type { Reading } from '../reading.ts';

/** `late`: answered after its date, or past it and not answered. `open`: not due yet. `ended`: passed back, or not needed or had. */
export const turnaroundResults = ['in-time', 'late', 'open', 'ended'] as const;
export type TurnaroundResult = (typeof turnaroundResults)[number];

export type AreaTurnaround = {
  serviceArea: string;
  asked: number;
  inTime: number;
  late: number;
  open: number;
  ended: number;
  /** Working days from being asked to answering, of those that were answered; null where none was. */
  median: number | null;
};

/** The first day that is counted: twelve months back. */
export function countedFrom(today: LocalDate): LocalDate {
  return addMonths(today, -12);
}

/** The figures, an area each. */
export async function turnaround(
  tx: Reading,
  landlordId: string,
  today: LocalDate,
): Promise<readonly AreaTurnaround[]> {
  return (await turnaroundStatement(landlordId, today).execute(tx)).rows;
}

/** The one statement of it: what was asked since that day, off one index that holds all it counts. */
export function turnaroundStatement(landlordId: string, today: LocalDate): RawBuilder<AreaTurnaround> {
  const count = (result: TurnaroundResult) => sql`(count(*) filter (where ${resultIs(result, today)}))::int`;
  return sql<AreaTurnaround>`
    select r.service_area as "serviceArea", count(*)::int as asked, ${count('in-time')} as "inTime", ${count('late')} as late,
      ${count('open')} as open, ${count('ended')} as ended,
      percentile_disc(0.5) within group (order by r.working_days) as median
    from information_request r
    where r.landlord_id = ${landlordId} and r.asked_on >= ${countedFrom(today)}
    group by r.service_area
    order by r.service_area`;
}

/** One condition for the figures and the lists that open from them, so that a number and its list never differ. */
function resultIs(result: TurnaroundResult, today: LocalDate): RawBuilder<boolean> {
  const awaited = sql`r.answered_on is null and r.ended_on is null`;
  switch (result) {
    case 'in-time':
      return sql<boolean>`r.answered_on <= r.due_on`;
    case 'late':
      return sql<boolean>`(r.answered_on > r.due_on or (${awaited} and r.due_on < ${today}))`;
    case 'open':
      return sql<boolean>`(${awaited} and r.due_on >= ${today})`;
    case 'ended':
      return sql<boolean>`(r.answered_on is null and r.ended_on is not null)`;
  }
}

export type AskedRow = {
  caseId: string;
  requestId: string;
  reference: string;
  askedOf: string | null;
  askedOn: LocalDate;
  dueOn: LocalDate;
  answeredOn: LocalDate | null;
  endedOn: LocalDate | null;
  workingDays: number | null;
};

/** Where a list goes on: the place of its last row in the index. */
export type AskedPlace = { askedOn: LocalDate; caseId: string; requestId: string };
export type AskedSelection = { area: string; result: TurnaroundResult | 'asked'; after: AskedPlace | null };

const pageSize = 50;

/** The questions behind one figure, the oldest first, a page at a time. */
export async function askedOfArea(
  tx: Reading,
  landlordId: string,
  selection: AskedSelection,
  today: LocalDate,
): Promise<{ rows: readonly AskedRow[]; more: boolean }> {
  const { rows } = await askedStatement(landlordId, selection, today).execute(tx);
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize };
}

/** Read in the order of its index as far as one page goes; only those are joined to anything. */
export function askedStatement(
  landlordId: string,
  { area, result, after }: AskedSelection,
  today: LocalDate,
): RawBuilder<AskedRow> {
  const from =
    after === null
      ? sql`r.asked_on >= ${countedFrom(today)}`
      : sql`(r.asked_on, r.case_id, r.request_id) > (${after.askedOn}::date, ${after.caseId}::uuid, ${after.requestId})`;
  return sql<AskedRow>`
    select r.case_id as "caseId", r.request_id as "requestId", c.reference, coalesce(p.name, outsider.value) as "askedOf",
      r.asked_on as "askedOn", r.due_on as "dueOn", r.answered_on as "answeredOn", r.ended_on as "endedOn", r.working_days as "workingDays"
    from (
      select * from information_request r
      where r.landlord_id = ${landlordId} and r.service_area = ${area} and ${from}
        ${result === 'asked' ? sql`` : sql`and ${resultIs(result, today)}`}
      order by r.asked_on, r.case_id, r.request_id
      limit ${pageSize + 1}
    ) r
    join case_index c on c.landlord_id = r.landlord_id and c.case_id = r.case_id
    left join person p on p.landlord_id = r.landlord_id and p.person_id = r.asked_of
    left join personal_text outsider on outsider.landlord_id = r.landlord_id and outsider.text_id = r.outsider_name
    order by r.asked_on, r.case_id, r.request_id`;
}
