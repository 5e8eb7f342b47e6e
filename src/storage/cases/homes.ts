import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '../landlord-transaction.ts';

export type Home = {
  homeId: string;
  address: string;
  postcode: string | null;
  tenure: string | null;
  relevantStock: boolean | null;
};

/** The home at an address, made where it is new. Addresses are compared without case and spacing. */
export async function homeAt(tx: Tx, landlordId: string, address: string, postcode: string | null): Promise<Home> {
  const known = await tx
    .selectFrom('home')
    .select(['home_id', 'address', 'postcode', 'tenure', 'relevant_stock'])
    .where('landlord_id', '=', landlordId)
    .where('postcode', postcode === null ? 'is' : '=', postcode)
    .limit(500)
    .execute();
  const same = known.find(row => plain(row.address) === plain(address));
  if (same !== undefined) {
    return {
      homeId: same.home_id,
      address: same.address,
      postcode: same.postcode,
      tenure: same.tenure,
      relevantStock: same.relevant_stock,
    };
  }
  const homeId = randomUUIDv7();
  await tx
    .insertInto('home')
    .values({
      landlord_id: landlordId,
      home_id: homeId,
      address,
      postcode,
      property_reference: null,
      tenure: null,
      relevant_stock: null,
    })
    .execute();
  return { homeId, address, postcode, tenure: null, relevantStock: null };
}

/** The address of a home; null where there is no such home. */
export async function homeAddress(tx: Tx, landlordId: string, homeId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('home')
    .select('address')
    .where('landlord_id', '=', landlordId)
    .where('home_id', '=', homeId)
    .executeTakeFirst();
  return row?.address ?? null;
}

function plain(address: string): string {
  return address
    .toLowerCase()
    .replace(/[\s,.]+/g, ' ')
    .trim();
}
