/**
 * The complaints a complaint is linked to, whichever of the two names the other, as far as somebody may see them. Staff pages only: no
 * letter names them (R63, R64).
 */
import { sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import type { Reading } from '../reading.ts';
import { whereSeenWhole } from './scope-sql.ts';

/** What the other complaint is to this one. */
export type LinkKind = 'earlier' | 'later' | 'split-from' | 'split-to' | 'household' | 'duplicate';

export type LinkedCase = { caseId: string; reference: string; name: string; kinds: readonly LinkKind[] };

/** Those that this person may see, in the order in which they were received. */
export async function linkedCases(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  caseId: string,
): Promise<readonly LinkedCase[]> {
  const { rows } = await sql<LinkedCase>`
    select c.case_id as "caseId", c.reference, c.complainant_name as name, array_agg(l.kind order by l.kind) as kinds
    from (
      select other_case_id as case_id, why as kind from case_link
      where landlord_id = ${landlordId} and case_id = ${caseId}
      union
      select case_id, case why when 'earlier' then 'later' when 'split-from' then 'split-to'
        when 'split-to' then 'split-from' else why end
      from case_link where landlord_id = ${landlordId} and other_case_id = ${caseId}
    ) l
    join case_index c on c.landlord_id = ${landlordId} and c.case_id = l.case_id
    where ${whereSeenWhole(scope, 'c')}
    group by c.case_id, c.reference, c.complainant_name, c.received_on
    order by c.received_on, c.case_id`.execute(tx);
  return rows;
}
