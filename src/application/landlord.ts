/** A landlord as a command or a page needs it: its name, its policy today and its calendar. */
import { sql } from 'kysely';
import type { Calendar } from '../domain/calendar/working-days.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { Application } from './application.ts';
import type { PolicyInForce } from './pack-library.ts';

export type Landlord = PolicyInForce & {
  landlordId: string;
  name: string;
  slug: string;
  demonstration: boolean;
  calendar: Calendar;
};

/** Reads a landlord in one trip. Throws where there is none: its id comes from a session, never from a person's typing. */
export async function loadLandlord(app: Application, tx: Tx, landlordId: string): Promise<Landlord> {
  const { rows } = await sql<{
    name: string;
    slug: string;
    policy_id: string;
    demonstration: boolean;
    revision: number;
  }>`
    select name, slug, policy_id, demonstration,
      coalesce((select max(revision) from calendar_revision where landlord_id = ${landlordId}), 0) as revision
    from landlord where landlord_id = ${landlordId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no landlord ${landlordId}.`);
  const calendar = await app.calendars.at(tx, landlordId, row.revision);
  const { name, slug, demonstration } = row;
  return { ...app.packs.current(row.policy_id), landlordId, name, slug, demonstration, calendar };
}
