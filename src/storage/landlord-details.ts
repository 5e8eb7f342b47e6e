import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/dates.ts';
import type { DetailKind, LandlordDetails } from '../domain/policy/landlord-details.ts';
import type { Tx } from './landlord-transaction.ts';

/** A state of the details as a row gives it. */
export type DetailsRow = {
  address: string | null;
  phone: string | null;
  email: string | null;
  web: string | null;
  none: DetailKind[];
};

/** Keeps a new state of what letters print of the landlord. Two who do so at once take turns; the later one counts. */
export async function addLandlordDetails(
  tx: Tx,
  landlordId: string,
  { address, phone, email, web, none }: LandlordDetails,
  { actor, recordedAt }: { actor: string; recordedAt: Instant },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`details ${landlordId}`}, 0))`.execute(tx);
  const lines = address.length === 0 ? null : address.join('\n');
  await sql`
    insert into landlord_details (landlord_id, revision, address, phone, email, web, none, actor, recorded_at)
    select ${landlordId}, coalesce(max(revision), 0) + 1, ${lines}, ${phone}, ${email}, ${web}, ${[...none]}::text[],
      ${actor}, ${recordedAt}
    from landlord_details where landlord_id = ${landlordId}`.execute(tx);
}

/** A row as the domain knows it. */
export function detailsOf({ address, ...rest }: DetailsRow): LandlordDetails {
  return { ...rest, address: address === null ? [] : address.split('\n') };
}
