/** Writes what a file changes, as its rows were kept: all of it in a few statements. No row of the register is ever deleted. */
import { sql } from 'kysely';
import type { Tx } from '../landlord-transaction.ts';

export type OfImport = { landlordId: string; importId: string };

export async function applyHomes(tx: Tx, { landlordId, importId }: OfImport): Promise<void> {
  await sql`
    insert into home (landlord_id, home_id, uprn, property_reference, address, postcode, building, tenure, relevant_stock,
      tenancy_from, tenancy_until)
    select landlord_id, subject, fields ->> 'uprn', fields ->> 'property_reference', fields ->> 'address', fields ->> 'postcode',
      fields ->> 'building', fields ->> 'tenure', (fields ->> 'relevant_stock')::boolean, (fields ->> 'tenancy_start')::date,
      (fields ->> 'tenancy_end')::date
    from import_row where landlord_id = ${landlordId} and import_id = ${importId} and verdict = 'new' order by line`.execute(
    tx,
  );
  await sql`
    update home h set
      uprn = case when fields ? 'uprn' then fields ->> 'uprn' else uprn end,
      property_reference = case when fields ? 'property_reference' then fields ->> 'property_reference' else property_reference end,
      address = case when changes @> '[{"column": "address"}]' then fields ->> 'address' else address end,
      postcode = fields ->> 'postcode',
      building = case when fields ? 'building' then fields ->> 'building' else building end,
      tenure = case when fields ? 'tenure' then fields ->> 'tenure' else tenure end,
      relevant_stock = case when fields ? 'relevant_stock' then (fields ->> 'relevant_stock')::boolean else relevant_stock end,
      tenancy_from = case when fields ? 'tenancy_start' then (fields ->> 'tenancy_start')::date else tenancy_from end,
      tenancy_until = case when fields ? 'tenancy_end' then (fields ->> 'tenancy_end')::date else tenancy_until end
    from import_row r
    where r.landlord_id = ${landlordId} and r.import_id = ${importId} and r.verdict = 'changed'
      and h.landlord_id = r.landlord_id and h.home_id = r.subject`.execute(tx);
}

export async function applyPeople(tx: Tx, { landlordId, importId }: OfImport): Promise<void> {
  await sql`
    insert into resident (landlord_id, resident_id, person_reference, name, email, phone, home_id)
    select landlord_id, subject, fields ->> 'person_reference', fields ->> 'name', fields ->> 'email', fields ->> 'phone',
      (fields ->> 'home')::uuid
    from import_row where landlord_id = ${landlordId} and import_id = ${importId} and verdict = 'new' order by line`.execute(
    tx,
  );
  await sql`
    update resident p set
      person_reference = case when fields ? 'person_reference' then fields ->> 'person_reference' else person_reference end,
      name = fields ->> 'name',
      email = case when fields ? 'email' then fields ->> 'email' else email end,
      phone = case when fields ? 'phone' then fields ->> 'phone' else phone end,
      home_id = case when fields ? 'home' then (fields ->> 'home')::uuid else home_id end
    from import_row r
    where r.landlord_id = ${landlordId} and r.import_id = ${importId} and r.verdict = 'changed'
      and p.landlord_id = r.landlord_id and p.resident_id = r.subject`.execute(tx);
}

/** Complaints about homes whose address a file changes: their rows hold it. */
export async function casesOfMovedAddresses(tx: Tx, { landlordId, importId }: OfImport): Promise<string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select c.case_id from import_row r
    join case_index c on c.landlord_id = r.landlord_id and c.home_id = r.subject
    where r.landlord_id = ${landlordId} and r.import_id = ${importId} and r.verdict = 'changed'
      and r.changes @> '[{"column": "address"}]'
    order by c.case_id`.execute(tx);
  return rows.map(row => row.case_id);
}
