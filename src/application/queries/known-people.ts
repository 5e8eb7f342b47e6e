/**
 * People and homes that are known, while somebody writes down who is speaking: by any words of a name or an address, by a postcode, by a
 * telephone number, an email address, a UPRN or the landlord's own reference. For everybody who may log; it shows no complaint.
 */
import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import { asEmail, asPhone, asPostcode } from '../contact-details.ts';
import type { Reading } from '../reading.ts';

/** Somebody in their home, somebody without one, or a home in which nobody is known to live. */
export type KnownEntry = {
  residentId: string | null;
  name: string | null;
  home: KnownHomeEntry | null;
};

export type KnownHomeEntry = {
  homeId: string;
  address: string;
  postcode: string | null;
  tenure: string | null;
  relevantStock: boolean | null;
  /** The reference of the building it is in. */
  building: string | null;
  /** The day the tenancy ended; null while it goes on, or where that is not known. */
  tenancyUntil: LocalDate | null;
};

/** `more`: there are others, and another word would find them. */
export type KnownFound = { entries: readonly KnownEntry[]; more: boolean };

const shown = 8;
const longest = 200;
/** Of a name as common as Smith so many are looked at, and the first of them in order are shown. */
const lookedAt = 200;

/** The nearest people and homes, by name and address. Fewer than three letters find nothing. */
export async function knownPeople(tx: Reading, landlordId: string, sought: string): Promise<KnownFound> {
  const text = asSought(sought);
  if (text.length < 3) return { entries: [], more: false };
  for (const way of [directly, byNameAndPlace, bySlip]) {
    const statement = way(landlordId, text);
    const rows = statement === null ? [] : (await statement.execute(tx)).rows;
    if (rows.length > 0) return { entries: rows.slice(0, shown).map(asEntry), more: rows.length > shown };
  }
  return { entries: [], more: false };
}

/** One of them by id, as it is now: what was chosen on a page is read again before it counts. */
export async function knownEntry(
  tx: Reading,
  landlordId: string,
  { residentId, homeId }: { residentId: string | null; homeId: string | null },
): Promise<(KnownEntry & { email: string | null; phone: string | null }) | null> {
  const { rows } = await sql<Row & { email: string | null; phone: string | null }>`
    select r.resident_id, r.name, ${homeColumns}, r.email, r.phone
    from (select 1) one
    left join resident r on r.landlord_id = ${landlordId} and r.resident_id = ${residentId}::uuid
    left join home h on h.landlord_id = ${landlordId} and h.home_id = coalesce(${homeId}::uuid, r.home_id)
      and (r.resident_id is null or not ${hasSecretAddress(landlordId)})
    where r.resident_id is not null or h.home_id is not null`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : { ...asEntry(row), email: row.email, phone: row.phone };
}

type Row = {
  resident_id: string | null;
  name: string | null;
  home_id: string | null;
  address: string | null;
  postcode: string | null;
  tenure: string | null;
  relevant_stock: boolean | null;
  building: string | null;
  tenancy_until: LocalDate | null;
};

const homeColumns = sql`h.home_id, h.address, h.postcode, h.tenure, h.relevant_stock, h.building, h.tenancy_until`;

function asEntry(row: Row): KnownEntry {
  const { home_id: homeId, address, postcode, tenure, building } = row;
  const more = { postcode, tenure, relevantStock: row.relevant_stock, building, tenancyUntil: row.tenancy_until };
  return {
    residentId: row.resident_id,
    name: row.name,
    home: homeId === null || address === null ? null : { homeId, address, ...more },
  };
}

/** A postcode typed without its space is found as it is written. */
function asSought(sought: string): string {
  const text = sought.replace(/\s+/g, ' ').trim().slice(0, longest);
  return /^[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}$/i.test(text) ? asPostcode(text) : text;
}

/** Residents found one way or another with their homes, and homes found with whoever lives there. */
function entries(landlordId: string, residents: RawBuilder<unknown>, homes: RawBuilder<unknown>): RawBuilder<Row> {
  return sql<Row>`
    with people (resident_id) as materialized (${residents}),
    homes (home_id) as materialized (${homes}),
    found as (
      select r.resident_id, r.name, ${homeColumns} from people
      join resident r on r.landlord_id = ${landlordId} and r.resident_id = people.resident_id
      left join home h on h.landlord_id = r.landlord_id and h.home_id = r.home_id and not ${hasSecretAddress(landlordId)}
      union
      select r.resident_id, r.name, ${homeColumns} from homes
      join home h on h.landlord_id = ${landlordId} and h.home_id = homes.home_id
      left join resident r on r.landlord_id = h.landlord_id and r.home_id = h.home_id and not ${hasSecretAddress(landlordId)}
    )
    select * from found order by name collate "C" nulls last, address collate "C", resident_id limit ${sql.lit(shown + 1)}`;
}

/** Whoever asked that nobody be told where they live (R60) is found by name alone, and no address leads to them. */
function hasSecretAddress(landlordId: string): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from case_index c
    where c.landlord_id = ${landlordId} and c.complainant_id = r.resident_id and 'secret-address' = any(c.safe_contact)
  )`;
}

const nobody = sql`select null::uuid where false`;

/** What identifies somebody or a home as a whole; else all the words in a name, or all in an address. */
function directly(landlordId: string, text: string): RawBuilder<Row> {
  const email = text.includes('@') ? asEmail(text) : null;
  const digits = text.replace(/[\s()-]/g, '');
  const phone = /\d{6}/.test(digits) ? asPhone(text) : null;
  const uprn = /^\d{1,12}$/.test(digits) ? digits.replace(/^0+/, '') : null;
  return entries(
    landlordId,
    sql`select resident_id from resident where landlord_id = ${landlordId} and email = ${email}
      union select resident_id from resident where landlord_id = ${landlordId} and phone = ${phone}
      union select resident_id from resident where landlord_id = ${landlordId} and person_reference = ${text}
      union select resident_id from find_residents(${text}, ${sql.lit(lookedAt)})`,
    sql`select home_id from home where landlord_id = ${landlordId} and uprn = ${uprn}
      union select home_id from home where landlord_id = ${landlordId} and property_reference = ${text}
      union select home_id from find_homes(${text}, ${sql.lit(lookedAt)})`,
  );
}

/** Some of the words a name and the others an address, in either order: `okonkwo larch court`, `14 larch amaka`. */
function byNameAndPlace(landlordId: string, text: string): RawBuilder<Row> | null {
  const words = text.split(' ').slice(0, 5);
  if (words.length < 2) return null;
  const ways = words.slice(1).flatMap((_, at) => {
    const [first, last] = [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')];
    return [
      sql`select r.resident_id from find_residents_at(${first}, ${last}, ${sql.lit(lookedAt)}) r where not ${hasSecretAddress(landlordId)}`,
      sql`select r.resident_id from find_residents_at(${last}, ${first}, ${sql.lit(lookedAt)}) r where not ${hasSecretAddress(landlordId)}`,
    ];
  });
  return entries(landlordId, sql.join(ways, sql` union `), nobody);
}

/** A name with a slip of the pen, where nothing else is found. */
function bySlip(landlordId: string, text: string): RawBuilder<Row> {
  return entries(landlordId, sql`select resident_id from find_residents_like(${text}, ${sql.lit(shown + 1)})`, nobody);
}
