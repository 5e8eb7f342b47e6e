/** The complaints a complaint is linked to, as far as somebody may see them. Staff pages only: no letter names them (R63, R64). */
import { sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import type { Reading } from '../reading.ts';
import { whereSeenWhole } from './scope-sql.ts';

export type LinkedCase = { caseId: string; reference: string; name: string };

export async function linkedCases(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  caseIds: readonly string[],
): Promise<readonly LinkedCase[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<{ case_id: string; reference: string; complainant_name: string }>`
    select c.case_id, c.reference, c.complainant_name from case_index c
    where c.landlord_id = ${landlordId} and c.case_id = any(${caseIds}::uuid[]) and ${whereSeenWhole(scope, 'c')}
    order by c.received_on, c.case_id`.execute(tx);
  return rows.map(row => ({ caseId: row.case_id, reference: row.reference, name: row.complainant_name }));
}
