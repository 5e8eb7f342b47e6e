/** What hardly ever changes about a landlord, as one state with an id of its own. */
import { sql } from 'kysely';
import type { LocalDate } from '../domain/calendar/dates.ts';
import type { LandlordDetails } from '../domain/policy/landlord-details.ts';
import { allStaff, type StaffMember } from './cases/staff.ts';
import { type DetailsRow, detailsOf } from './landlord-details.ts';
import type { Tx } from './landlord-transaction.ts';

export type LandlordFacts = {
  name: string;
  slug: string;
  policyId: string;
  demonstration: boolean;
  /** What its people call their sign-in provider; null where they have none. */
  providerName: string | null;
  /** The hashes of the policy versions it ever worked under, the latest loaded first. */
  packs: readonly string[];
  calendarRevision: number;
  /** What letters print of it, as its people supplied it; null where they have not. */
  details: LandlordDetails | null;
  staff: readonly StaffMember[];
};

/** Which state of its facts is the present one; null where there is no such landlord. */
export async function factsOfNow(tx: Tx, landlordId: string): Promise<string | null> {
  const row = await tx.selectFrom('landlord').select('facts').where('landlord_id', '=', landlordId).executeTakeFirst();
  return row?.facts ?? null;
}

/** Reads them all. Throws where there is no such landlord. */
export async function readLandlordFacts(tx: Tx, landlordId: string, today: LocalDate): Promise<LandlordFacts> {
  const [{ rows }, staff] = await Promise.all([
    sql<FactsRow>`
      select name, slug, policy_id, demonstration, provider_name,
        array(select pack_hash from pack where landlord_id = ${landlordId} and policy_id = landlord.policy_id
          order by loaded_at desc, pack_hash) as packs,
        coalesce((select max(revision) from calendar_revision where landlord_id = ${landlordId}), 0) as revision,
        (select to_jsonb(d) - array['landlord_id', 'revision', 'actor', 'recorded_at'] from landlord_details d
          where d.landlord_id = ${landlordId} order by d.revision desc limit 1) as details
      from landlord where landlord_id = ${landlordId}`.execute(tx),
    allStaff(tx, landlordId, today),
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no landlord ${landlordId}.`);
  const { name, slug, demonstration, packs, policy_id: policyId, revision: calendarRevision } = row;
  const { provider_name: providerName } = row;
  const details = row.details === null ? null : detailsOf(row.details);
  return { name, slug, demonstration, providerName, packs, policyId, calendarRevision, details, staff };
}

type FactsRow = {
  name: string;
  slug: string;
  policy_id: string;
  demonstration: boolean;
  provider_name: string | null;
  packs: string[];
  revision: number;
  details: DetailsRow | null;
};
