/** Who has read which version of the policy (MGL-37), and since when somebody is asked to. */
import { sql } from 'kysely';
import { type Instant, type LocalDate, londonDateOf } from '../../domain/calendar/dates.ts';
import type { PolicyAsked } from '../../domain/staff/duties.ts';
import type { Reading } from '../reading.ts';

type Version = { policyId: string; version: string };

/** Of one person: asked since the version was loaded here, or since they started, whichever is later. */
export async function policyAskedOf(
  tx: Reading,
  landlordId: string,
  { policyId, version }: Version,
  { personId, since }: { personId: string; since: LocalDate },
): Promise<PolicyAsked> {
  const { rows } = await sql<{ loaded_at: Instant | null; read_on: LocalDate | null }>`
    select (select min(loaded_at) from pack where landlord_id = ${landlordId} and policy_id = ${policyId} and version = ${version}) as loaded_at,
      (select read_on from policy_read where landlord_id = ${landlordId} and policy_id = ${policyId} and version = ${version}
        and person_id = ${personId}) as read_on`.execute(tx);
  const [row] = rows;
  return { askedOn: later(since, row?.loaded_at ?? null), confirmedOn: row?.read_on ?? null };
}

/** Of everybody: when each confirmed a version. */
export async function readersOf(
  tx: Reading,
  landlordId: string,
  { policyId, version }: Version,
): Promise<ReadonlyMap<string, LocalDate>> {
  const rows = await tx
    .selectFrom('policy_read')
    .select(['person_id', 'read_on'])
    .where('landlord_id', '=', landlordId)
    .where('policy_id', '=', policyId)
    .where('version', '=', version)
    .execute();
  return new Map(rows.map(row => [row.person_id, row.read_on]));
}

/** The day from which somebody is asked: when it was loaded, or when they started. */
export function later(since: LocalDate, loadedAt: Instant | null): LocalDate {
  const loadedOn = loadedAt === null ? since : londonDateOf(loadedAt);
  return loadedOn > since ? loadedOn : since;
}
