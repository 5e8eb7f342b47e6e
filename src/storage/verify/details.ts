import { sql } from 'kysely';
import { residentClasses } from '../cases/residents.ts';
import type { Tx } from '../landlord-transaction.ts';
import type { Report } from './findings.ts';

const most = 10_000;

/**
 * Names and ways to reach people that lie beside the log and that no event names. The newest of each kind counts, so one that was put
 * there by hand would hide the one that is proved.
 */
export async function checkUnnamedDetails(tx: Tx, landlordId: string, report: Report): Promise<void> {
  const { rows } = await sql<{ textId: string; class: string }>`
    with named as (
      select detail #>> '{text,textId}' as text_id from event,
        jsonb_array_elements(case jsonb_typeof(body_json -> 'details') when 'array' then body_json -> 'details' else '[]' end) as detail
      where landlord_id = ${landlordId} and type in ('PersonDetailsKept', 'ContactDetailsCorrected')
    )
    select t.text_id as "textId", t.class from personal_text t
    left join named on named.text_id = t.text_id::text
    where t.landlord_id = ${landlordId} and t.class = any(${Object.values(residentClasses)}::text[])
      and t.value is not null and named.text_id is null
    order by t.text_id limit ${most}`.execute(tx);
  for (const { textId, class: textClass } of rows) {
    const says = `The ${textClass} ${textId} lies beside the log, and no event names it.`;
    report({ kind: 'text-slipped-in', landlordId, says });
  }
}
