import { randomUUIDv7 } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../landlord-transaction.ts';

export type Home = {
  homeId: string;
  address: string;
  postcode: string | null;
  tenure: string | null;
  relevantStock: boolean | null;
};

/** The home at an address, made where it is new. Addresses are compared without case, stops, commas and spacing. */
export async function homeAt(tx: Tx, landlordId: string, address: string, postcode: string | null): Promise<Home> {
  const { rows } = await sql<HomeRow>`
    with known as (
      select home_id, address, postcode, tenure, relevant_stock from home
      where landlord_id = ${landlordId} and ${hasPostcode(sql`postcode`, postcode)}
        and ${plainAddress(sql`address`)} = ${plainAddress(sql`${address}::text`)}
      order by home_id limit 1
    ),
    made as (
      insert into home (landlord_id, home_id, address, postcode)
      select ${landlordId}::uuid, ${randomUUIDv7()}::uuid, ${address}, ${postcode} where not exists (select from known)
      returning home_id, address, postcode, tenure, relevant_stock
    )
    select * from known union all select * from made`.execute(tx);
  const [home] = rows;
  if (home === undefined) throw new Error('A home was neither found nor made.');
  return asHome(home);
}

function asHome(home: HomeRow): Home {
  return {
    homeId: home.home_id,
    address: home.address,
    postcode: home.postcode,
    tenure: home.tenure,
    relevantStock: home.relevant_stock,
  };
}

type HomeRow = {
  home_id: string;
  address: string;
  postcode: string | null;
  tenure: string | null;
  relevant_stock: boolean | null;
};

/** Whether a postcode is the given one, or both are missing; in a form that an index can answer. */
export function hasPostcode(column: RawBuilder<unknown>, postcode: string | null): RawBuilder<boolean> {
  return postcode === null ? sql<boolean>`${column} is null` : sql<boolean>`${column} = ${postcode}`;
}

/** An address as it is compared: in small letters, with one space for stops, commas and spaces. */
export function plainAddress(address: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`btrim(regexp_replace(lower(${address}), '[[:space:],.]+', ' ', 'g'))`;
}

/** A home by its id; null where there is none. */
export async function homeById(tx: Tx, landlordId: string, homeId: string): Promise<Home | null> {
  const row = await tx
    .selectFrom('home')
    .select(['home_id', 'address', 'postcode', 'tenure', 'relevant_stock'])
    .where('landlord_id', '=', landlordId)
    .where('home_id', '=', homeId)
    .executeTakeFirst();
  return row === undefined ? null : asHome(row);
}

/**
 * The street and building of an address, as they are compared: without the flat's or the house's own number, and without the postcode at
 * its end. `Flat 3, Larch Court, Testington, ZZ1 4LC` and `14 Larch Court, Testington` are of one block.
 */
export function plainBlock(address: RawBuilder<unknown>): RawBuilder<string> {
  const withoutPostcode = sql`regexp_replace(${plainAddress(address)}, ' [a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}$', '')`;
  return sql<string>`regexp_replace(${withoutPostcode}, '^((flat|apartment|apt|unit|room|maisonette|studio) )?[0-9]+[a-z]? ', '')`;
}

/** The address of a home; null where there is no such home. */
export async function homeAddress(tx: Tx, landlordId: string, homeId: string): Promise<string | null> {
  return (await homePlace(tx, landlordId, homeId))?.address ?? null;
}

/** Where a home is; null where there is no such home. */
export async function homePlace(
  tx: Tx,
  landlordId: string,
  homeId: string,
): Promise<Pick<Home, 'address' | 'postcode'> | null> {
  const row = await tx
    .selectFrom('home')
    .select(['address', 'postcode'])
    .where('landlord_id', '=', landlordId)
    .where('home_id', '=', homeId)
    .executeTakeFirst();
  return row ?? null;
}
