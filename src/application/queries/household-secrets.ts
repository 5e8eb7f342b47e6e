/** The people of linked complaints whose address is secret: what no letter of this complaint may give away (R60, R64). */
import { sql } from 'kysely';
import type { SecretAddress } from '../../domain/letters/safe-contact.ts';
import { residentDetails } from '../../storage/cases/residents.ts';
import type { Reading } from '../reading.ts';

/** Their ids and addresses; their own, or else that of the home their complaint is about. */
export async function householdSecrets(
  tx: Reading,
  landlordId: string,
  caseIds: readonly string[],
): Promise<SecretAddress[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<{ complainant_id: string; address: string | null }>`
    select complainant_id, address from case_index
    where landlord_id = ${landlordId} and case_id = any(${caseIds}::uuid[]) and complainant_id is not null
      and 'secret-address' = any(safe_contact)`.execute(tx);
  const people = await residentDetails(
    tx,
    landlordId,
    rows.map(row => row.complainant_id),
  );
  return rows.map(({ complainant_id: personId, address }) => {
    const own = people.get(personId)?.addressLines ?? [];
    return { personId, addressLines: own.length > 0 ? own : (address ?? '').split(/[\n,]+/).map(line => line.trim()) };
  });
}
