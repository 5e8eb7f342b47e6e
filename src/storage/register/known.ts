/** What is known already that rows of a file could mean: looked up for many rows at once, by what identifies them. */
import { sql } from 'kysely';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { KnownHome } from '../../domain/register/homes.ts';
import type { KnownPerson } from '../../domain/register/people.ts';
import { residentClasses } from '../cases/residents.ts';
import type { Tx } from '../landlord-transaction.ts';

type HomeRow = {
  home_id: string;
  uprn: string | null;
  property_reference: string | null;
  address: string;
  postcode: string | null;
  building: string | null;
  tenure: string | null;
  relevant_stock: boolean | null;
  tenancy_from: LocalDate | null;
  tenancy_until: LocalDate | null;
};

const homeColumns = sql`h.home_id, h.uprn, h.property_reference, h.address, h.postcode, h.building, h.tenure, h.relevant_stock,
  h.tenancy_from, h.tenancy_until`;

/** Homes with one of these UPRNs or references. */
export async function homesIdentified(
  tx: Tx,
  landlordId: string,
  { uprns, references }: { uprns: readonly string[]; references: readonly string[] },
): Promise<KnownHome[]> {
  if (uprns.length + references.length === 0) return [];
  const { rows } = await sql<HomeRow>`
    select ${homeColumns} from unnest(${uprns}::text[]) sought (uprn)
    join home h on h.landlord_id = ${landlordId} and h.uprn = sought.uprn collate "C"
    union
    select ${homeColumns} from unnest(${references}::text[]) sought (reference)
    join home h on h.landlord_id = ${landlordId} and h.property_reference = sought.reference collate "C"`.execute(tx);
  return rows.map(asHome);
}

/** Homes with one of these postcodes. */
export async function homesIn(tx: Tx, landlordId: string, postcodes: readonly string[]): Promise<KnownHome[]> {
  if (postcodes.length === 0) return [];
  const { rows } = await sql<HomeRow>`
    select ${homeColumns} from unnest(${postcodes}::text[]) sought (postcode)
    join home h on h.landlord_id = ${landlordId} and h.postcode = sought.postcode collate "C"`.execute(tx);
  return rows.map(asHome);
}

function asHome(row: HomeRow): KnownHome {
  const { uprn, property_reference, address, postcode, building, tenure, relevant_stock } = row;
  const dates = { tenancy_start: row.tenancy_from, tenancy_end: row.tenancy_until };
  return {
    id: row.home_id,
    fields: { uprn, property_reference, address, postcode, building, tenure, relevant_stock, ...dates },
  };
}

/** People with one of these references, email addresses or telephone numbers. */
export async function peopleIdentified(
  tx: Tx,
  landlordId: string,
  { references, emails, phones }: Record<'references' | 'emails' | 'phones', readonly string[]>,
): Promise<KnownPerson[]> {
  if (references.length + emails.length + phones.length === 0) return [];
  const { rows } = await sql<PersonRow>`
    with found as (
      select r.resident_id from unnest(${references}::text[]) sought (value)
      join resident r on r.landlord_id = ${landlordId} and r.person_reference = sought.value collate "C"
      union
      select r.resident_id from unnest(${emails}::text[]) sought (value)
      join resident r on r.landlord_id = ${landlordId} and r.email = sought.value collate "C"
      union
      select r.resident_id from unnest(${phones}::text[]) sought (value)
      join resident r on r.landlord_id = ${landlordId} and r.phone = sought.value collate "C"
    )
    select r.resident_id, r.person_reference, r.name, r.email, r.phone, r.home_id
    from found join resident r on r.landlord_id = ${landlordId} and r.resident_id = found.resident_id`.execute(tx);
  return rows.map(({ resident_id, person_reference, name, email, phone, home_id }) => ({
    id: resident_id,
    fields: { person_reference, name, email, phone, home: home_id },
  }));
}

type PersonRow = {
  resident_id: string;
  person_reference: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  home_id: string | null;
};

/** The addresses of homes, by id. */
export async function addressesOf(
  tx: Tx,
  landlordId: string,
  homeIds: readonly string[],
): Promise<Map<string, string>> {
  if (homeIds.length === 0) return new Map();
  const { rows } = await sql<{ home_id: string; address: string }>`
    select h.home_id, h.address from (select distinct id from unnest(${homeIds}::uuid[]) given (id)) sought
    join home h on h.landlord_id = ${landlordId} and h.home_id = sought.id`.execute(tx);
  return new Map(rows.map(row => [row.home_id, row.address]));
}

export type Complained = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
};

/** People of complaints who gave one of these email addresses or telephone numbers, and are not in the register. */
export async function peopleOfComplaints(
  tx: Tx,
  landlordId: string,
  { emails, phones }: { emails: readonly string[]; phones: readonly string[] },
): Promise<Complained[]> {
  if (emails.length + phones.length === 0) return [];
  const { rows } = await sql<Complained>`
    with reached as (
      select t.subject, t.value as email, null as phone from unnest(${emails}::text[]) sought (value)
      join personal_text t on t.landlord_id = ${landlordId} and t.class = ${sql.lit(residentClasses.email)} and t.value = sought.value
      union
      select t.subject, null, t.value from unnest(${phones}::text[]) sought (value)
      join personal_text t on t.landlord_id = ${landlordId} and t.class = ${sql.lit(residentClasses.phone)} and t.value = sought.value
    )
    select reached.subject as id, reached.email, reached.phone, named.value as name
    from reached cross join lateral (
      select value from personal_text t
      where t.landlord_id = ${landlordId} and t.subject = reached.subject and t.class = ${sql.lit(residentClasses.name)} and t.value is not null
      order by t.text_id desc limit 1
    ) named
    where not exists (select from resident r where r.landlord_id = ${landlordId} and r.resident_id = reached.subject)`.execute(
    tx,
  );
  return rows;
}

/** Those of these sign-in names that somebody in this installation has. */
export async function namesTaken(tx: Tx, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ name: string }>`
    select n.name from unnest(${names}::text[]) sought (name) join sign_in_name n on n.name = sought.name collate "C"`.execute(
    tx,
  );
  return rows.map(row => row.name);
}
