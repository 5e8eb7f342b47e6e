/** A landlord as a command or a page needs it: its name, its policy today and its calendar. */
import { sql } from 'kysely';
import type { Calendar } from '../domain/calendar/working-days.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { Session } from '../storage/sessions.ts';
import { type Application, timeNow } from './application.ts';
import type { KeptPacks, PolicyInForce } from './pack-library.ts';

export type Landlord = PolicyInForce & {
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
  }>`
    select name, slug, policy_id, demonstration,
      array(select pack_hash from pack where landlord_id = ${landlordId} and policy_id = landlord.policy_id
        order by loaded_at desc, pack_hash) as packs,
      coalesce((select max(revision) from calendar_revision where landlord_id = ${landlordId}), 0) as revision
    from landlord where landlord_id = ${landlordId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no landlord ${landlordId}.`);
  const { name, slug, demonstration, packs, policy_id: policyId, revision: calendarRevision } = row;
  return landlordFrom(app, tx, landlordId, { name, slug, demonstration, packs, policyId, calendarRevision });
}

/** A landlord whose row has been read, with its policy and calendar, which are kept ready. */
export async function landlordFrom(
  app: Application,
  tx: Tx,
  landlordId: string,
  { name, slug, demonstration, policyId, packs, calendarRevision }: Session['landlord'],
): Promise<Landlord> {
  const calendar = await app.calendars.at(tx, landlordId, calendarRevision);
  const kept = { landlordId, policyId, hashes: packs };
  const inForce = await app.packs.inForce(tx, kept, timeNow(app).today);
  return { ...inForce, kept, landlordId, name, slug, demonstration, calendar, calendarRevision };
}
