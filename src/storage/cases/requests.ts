/** The questions of a case as lists and figures read them. */
import { type Insertable, sql } from 'kysely';
import type { Tx } from '../landlord-transaction.ts';
import type { InformationRequestTable } from '../tables-of-cases.ts';

export type RequestRow = Insertable<InformationRequestTable>;

/** Writes them. A question is never taken away; one that has not changed is not written again. */
export async function writeRequestRows(tx: Tx, rows: readonly RequestRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into information_request
      (landlord_id, case_id, request_id, stage, service_area, asked_by, asked_of, outsider_name, outsider_organisation,
       asked_on, due_on, answered_on, ended_on, working_days)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh
      (landlord_id uuid, case_id uuid, request_id text, stage smallint, service_area text, asked_by uuid, asked_of uuid, outsider_name uuid,
       outsider_organisation uuid, asked_on date, due_on date, answered_on date, ended_on date, working_days integer)
    on conflict (landlord_id, case_id, request_id) do update set
      asked_by = excluded.asked_by, answered_on = excluded.answered_on, ended_on = excluded.ended_on, working_days = excluded.working_days
    where (information_request.asked_by, information_request.answered_on, information_request.ended_on, information_request.working_days)
      is distinct from (excluded.asked_by, excluded.answered_on, excluded.ended_on, excluded.working_days)`.execute(tx);
}
