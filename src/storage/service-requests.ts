/** What is particular to a request for a service, as its own lists read it, and the complaints it has to do with. */
import { type Insertable, sql } from 'kysely';
import type { Tx } from './landlord-transaction.ts';
import type { ServiceRequestTable } from './tables-of-records.ts';

export type ServiceRequestRow = Insertable<ServiceRequestTable>;
export type RequestLink = { caseId: string; why: string };

/** Writes them anew, in the transaction that appends the request's events. A link is never taken away. */
export async function writeServiceRequestRows(
  tx: Tx,
  row: ServiceRequestRow,
  links: readonly RequestLink[],
): Promise<void> {
  const { landlord_id, request_id, ...facts } = row;
  await Promise.all([
    tx
      .insertInto('service_request')
      .values(row)
      .onConflict(conflict => conflict.columns(['landlord_id', 'request_id']).doUpdateSet(facts))
      .execute(),
    writeLinks(tx, landlord_id, request_id, links),
  ]);
}

async function writeLinks(tx: Tx, landlordId: string, requestId: string, links: readonly RequestLink[]): Promise<void> {
  if (links.length === 0) return;
  await sql`
    insert into service_request_link (landlord_id, request_id, case_id, why)
    select ${landlordId}::uuid, ${requestId}::uuid, link.case_id, link.why
    from unnest(${links.map(one => one.caseId)}::uuid[], ${links.map(one => one.why)}::text[]) as link (case_id, why)
    on conflict do nothing`.execute(tx);
}

/** Takes them away, to be written again from the request's events. */
export async function removeServiceRequestRows(tx: Tx, landlordId: string, requestId: string): Promise<void> {
  for (const table of ['service_request_link', 'service_request'] as const)
    await tx.deleteFrom(table).where('landlord_id', '=', landlordId).where('request_id', '=', requestId).execute();
}
