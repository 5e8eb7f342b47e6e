/** What was told of somebody and where, as it is kept: one way of writing for each, so that the same is found as the same. */
import { randomUUIDv7 } from 'node:crypto';
import type { Home } from '../storage/cases/homes.ts';
import { residentTexts } from '../storage/cases/residents.ts';
import type { NewText } from '../storage/personal-text.ts';
import { asEmail, asPhone, asPostcode, type Contact } from './contact-details.ts';

/** A home that is recorded already, as it was at the time (R68). */
export type KnownHome = Pick<Home, 'homeId' | 'tenure' | 'relevantStock'>;

/** Names and ways to reach them in one way of writing. */
export function detailsOf({ name, email, phone }: Contact): Contact {
  return { name, email: email === null ? null : asEmail(email), phone: phone === null ? null : asPhone(phone) };
}

/** Somebody who was not known before: their id, and their details to be stored with the act that names them. */
export function newPerson(contact: Contact & { address: string | null }): { personId: string; texts: NewText[] } {
  const personId = randomUUIDv7();
  const lines = contact.address === null ? {} : { addressLines: addressLines(contact.address) };
  return { personId, texts: residentTexts(personId, { ...detailsOf(contact), ...lines }) };
}

/** The lines of an address. */
export function addressLines(address: string): string[] {
  return address
    .split(/[\n,]+/)
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** Somebody’s new address, to be stored with the act that tells of it; the newest is where they are written to. */
export function newAddress(personId: string, address: string): NewText[] {
  return residentTexts(personId, { addressLines: addressLines(address) });
}

/** A home as it is kept: its postcode in one way of writing, and part of the address, so that searches find it there. */
export function asHome(home: { address: string; postcode: string | null }): {
  address: string;
  postcode: string | null;
} {
  const postcode = home.postcode === null ? null : asPostcode(home.postcode);
  const plain = (text: string): string => text.toUpperCase().replace(/\s/g, '');
  if (postcode === null || plain(home.address).endsWith(plain(postcode))) return { address: home.address, postcode };
  return { address: `${home.address}, ${postcode}`, postcode };
}
