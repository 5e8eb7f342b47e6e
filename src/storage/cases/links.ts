/** Which complaints are linked, as rows that are found from either side. */
import { sql } from 'kysely';
import type { CaseState } from '../../domain/complaint/state.ts';
import type { Tx } from '../landlord-transaction.ts';

/** Writes the links that a case names. A link is never taken away, so those that are there stay. */
export async function writeLinkRows(
  tx: Tx,
  { landlordId, caseId }: { landlordId: string; caseId: string },
  links: CaseState['links'],
): Promise<void> {
  if (links.length === 0) return;
  await sql`
    insert into case_link (landlord_id, case_id, other_case_id, why)
    select ${landlordId}::uuid, ${caseId}::uuid, link.*
    from unnest(${links.map(one => one.otherCaseId)}::uuid[], ${links.map(one => one.why)}::text[]) as link
    on conflict do nothing`.execute(tx);
}
