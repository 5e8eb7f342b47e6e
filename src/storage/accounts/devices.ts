/** Devices that somebody has come in from: a random token in a cookie, its SHA-256 here. It opens nothing; it only tells them from strangers. */
import { randomBytes } from 'node:crypto';
import type { Instant } from '../../domain/calendar/dates.ts';
import { sha256 } from '../canonical-json.ts';
import type { Tx } from '../landlord-transaction.ts';
import type { Whose } from './names.ts';

/** The hash of a device's token where this person has come in from it; null for every other device. */
export async function knownDevice(tx: Tx, whose: Whose, token: string | null): Promise<Buffer | null> {
  if (token === null) return null;
  const hash = sha256(token);
  const row = await tx
    .selectFrom('known_device')
    .select('device_hash')
    .where('landlord_id', '=', whose.landlordId)
    .where('person_id', '=', whose.personId)
    .where('device_hash', '=', hash)
    .executeTakeFirst();
  return row === undefined ? null : hash;
}

/**
 * Remembers the device and returns its token for the cookie. A token that somebody here has come in with is kept, so that
 * colleagues can share a computer; any other is drawn anew, so that nobody is given one that somebody else made up.
 */
export async function rememberDevice(tx: Tx, whose: Whose, token: string | null, now: Instant): Promise<string> {
  const { landlordId, personId } = whose;
  const kept = token !== null && (await isKnownToAnybody(tx, landlordId, token)) ? token : null;
  const own = kept ?? randomBytes(32).toString('base64url');
  await tx
    .insertInto('known_device')
    .values({ landlord_id: landlordId, person_id: personId, device_hash: sha256(own), seen_at: now })
    .onConflict(conflict => conflict.columns(['landlord_id', 'person_id', 'device_hash']).doUpdateSet({ seen_at: now }))
    .execute();
  return own;
}

async function isKnownToAnybody(tx: Tx, landlordId: string, token: string): Promise<boolean> {
  const row = await tx
    .selectFrom('known_device')
    .select('device_hash')
    .where('landlord_id', '=', landlordId)
    .where('device_hash', '=', sha256(token))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets the devices that nobody has come in from since an instant. Returns how many. */
export async function forgetDevices(tx: Tx, landlordId: string, before: Instant): Promise<number> {
  const gone = await tx
    .deleteFrom('known_device')
    .where('landlord_id', '=', landlordId)
    .where('seen_at', '<', before)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
