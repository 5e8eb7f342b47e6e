/** A landlord as a command or a page needs it: its name, its policy today and its calendar. */
import { sql } from 'kysely';
import type { Calendar } from '../domain/calendar/working-days.ts';
import { type LandlordDetails, withDetails } from '../domain/policy/landlord-details.ts';
import { type DetailsRow, detailsOf } from '../storage/landlord-details.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { Session } from '../storage/sessions.ts';
import { type Application, timeNow } from './application.ts';
import type { KeptPacks, PolicyInForce } from './pack-library.ts';

export type Landlord = PolicyInForce & {
  /** The policy as its pack has it; `policy` prints what was supplied since. */
  asPacked: PolicyInForce;
  /** What letters print of the landlord, as its people supplied it; null where they have not. */
  details: LandlordDetails | null;
  /** Every version it ever worked under, for complaints received under another one than today's. */
  kept: KeptPacks;
  landlordId: string;
  name: string;
  slug: string;
  demonstration: boolean;
  calendar: Calendar;
  /** How often the landlord has changed it; 0 is the calendar as it was shipped. */
  calendarRevision: number;
};

/** Reads a landlord in one trip. Throws where there is none: its id comes from a session, never from a person's typing. */
export async function loadLandlord(app: Application, tx: Tx, landlordId: string): Promise<Landlord> {
  const { rows } = await sql<{
    name: string;
    slug: string;
    policy_id: string;
    demonstration: boolean;
    revision: number;
    packs: string[];
    details: DetailsRow | null;
  }>`
    select name, slug, policy_id, demonstration,
      array(select pack_hash from pack where landlord_id = ${landlordId} and policy_id = landlord.policy_id
        order by loaded_at desc, pack_hash) as packs,
      coalesce((select max(revision) from calendar_revision where landlord_id = ${landlordId}), 0) as revision,
      (select to_jsonb(d) - array['landlord_id', 'revision', 'actor', 'recorded_at'] from landlord_details d
        where d.landlord_id = ${landlordId} order by d.revision desc limit 1) as details
    from landlord where landlord_id = ${landlordId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no landlord ${landlordId}.`);
  const { name, slug, demonstration, packs, policy_id: policyId, revision: calendarRevision, details } = row;
  return landlordFrom(app, tx, landlordId, { name, slug, demonstration, packs, policyId, calendarRevision, details });
}

/** A landlord whose row has been read, with its policy and calendar, which are kept ready. */
export async function landlordFrom(
  app: Application,
  tx: Tx,
  landlordId: string,
  { name, slug, demonstration, policyId, packs, calendarRevision, details: row }: Session['landlord'],
): Promise<Landlord> {
  const calendar = await app.calendars.at(tx, landlordId, calendarRevision);
  const kept = { landlordId, policyId, hashes: packs };
  const asPacked = await app.packs.inForce(tx, kept, timeNow(app).today);
  const details = row === null ? null : detailsOf(row);
  const policy = withDetails(asPacked.policy, details);
  return {
    ...asPacked,
    policy,
    asPacked,
    details,
    kept,
    landlordId,
    name,
    slug,
    demonstration,
    calendar,
    calendarRevision,
  };
}
