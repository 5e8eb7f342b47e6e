/** The references of cases by their ids, each looked up by its key. */
import { sql } from 'kysely';
import type { ListedRecord } from '../../domain/records.ts';
import type { Reading } from '../reading.ts';

export async function referencesOf(
  tx: Reading,
  landlordId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<{ case_id: string; reference: string }>`
    select c.case_id, c.reference from unnest(${[...new Set(caseIds)]}::uuid[]) as wanted (case_id)
    join case_index c on c.landlord_id = ${landlordId} and c.case_id = wanted.case_id`.execute(tx);
  return new Map(rows.map(row => [row.case_id, row.reference]));
}

/** Of which kind records that are no complaint are, by their ids. */
export async function kindsOfRecords(
  tx: Reading,
  landlordId: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, ListedRecord>> {
  if (recordIds.length === 0) return new Map();
  const { rows } = await sql<{ record_id: string; kind: ListedRecord }>`
    select record_id, kind from record_index
    where landlord_id = ${landlordId} and record_id = any(${[...new Set(recordIds)]}::uuid[])`.execute(tx);
  return new Map(rows.map(row => [row.record_id, row.kind]));
}
