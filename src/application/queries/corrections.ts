/** Corrections of records, newest first: reported, so that nothing stops counting unseen (R24). */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import { addMonths, type LocalDate } from '../../domain/calendar/dates.ts';
import type { Correction } from '../../domain/complaint/correction.ts';
import type { Reading } from '../reading.ts';
import { whereOpen } from './scope-sql.ts';

export type CorrectionRow = {
  reference: string;
  on: LocalDate;
  kind: Correction['kind'] | 'received-date';
  by: string;
  approvedBy: string;
};

const months = 12;
const most = 50;

/** Those of the last twelve months, of complaints that are open to whoever looks. */
export async function corrections(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  today: LocalDate,
): Promise<readonly CorrectionRow[]> {
  const { rows } = await correctionsStatement(landlordId, scope, addMonths(today, -months)).execute(tx);
  return rows;
}

/** The one statement of it, also for looking at how it is planned. */
export function correctionsStatement(landlordId: string, scope: Scope, since: LocalDate): RawBuilder<CorrectionRow> {
  return sql<CorrectionRow>`
    select c.reference, e.occurred_on as "on", coalesce(e.body_json -> 'correction' ->> 'kind', 'received-date') as kind,
      coalesce(actor.name, 'somebody no longer here') as by, coalesce(approver.name, 'somebody no longer here') as "approvedBy"
    from event e
    join case_index c on c.landlord_id = e.landlord_id and c.case_id = e.case_id
    left join person actor on actor.landlord_id = e.landlord_id and 'person:' || actor.person_id = e.actor
    left join person approver on approver.landlord_id = e.landlord_id and approver.person_id = (e.body_json ->> 'approvedBy')::uuid
    where e.landlord_id = ${landlordId} and e.type in ('ReceivedDateCorrected', 'RecordCorrected') and e.occurred_on >= ${since}
      and ${whereOpen(scope, sql`e.case_id`)}
    order by e.occurred_on desc, e.case_id, e.version desc
    limit ${most}`;
}
