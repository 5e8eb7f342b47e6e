/** Very many complaints at once: the rows that lists, searches and figures are read from, as the product itself writes them. */
import type pg from 'pg';

/** Complaints for each person who works on them, so that a person's list is as long with few complaints as with many. */
const casesForOne = 2500;

export type Bulk = { landlordId: string; cases: number; today: string };

/**
 * Writes the derived rows of many complaints, with the residents and homes that they are about. They have no events behind
 * them (nobody opens them here): four in a hundred are open, three in ten
 * have adjustments, ten homes share a postcode. Gives a person with work to do.
 */
export async function bulkCases(admin: pg.Client, { landlordId, cases, today }: Bulk): Promise<string> {
  await admin.query('begin');
  // Foreign keys would be checked row by row; what is written here satisfies them.
  await admin.query('set local session_replication_role = replica');
  const handlers = await hireHandlers(admin, landlordId, Math.ceil(cases / casesForOne));
  await admin.query(
    `create temp table fresh on commit drop as
     select n, gen_random_uuid() as case_id, gen_random_uuid() as complainant_id, gen_random_uuid() as home_id,
       n % 25 = 0 as open, ($2::uuid[])[1 + (n / 25) % cardinality($2::uuid[])] as handler_id,
       (array['Amaka','Daniel','Zofia','Imran','Doris','Chloe','Owen','Fatima'])[1 + n % 8] || ' ' || initcap(translate(substr(md5(n::text), 1, 8), '0123456789', 'ghijklmnop')) as name,
       1 + n % 300 || ' ' || initcap(translate(substr(md5((n % 900)::text), 1, 7), '0123456789', 'ghijklmnop')) || ' Street, Testington' as address,
       case when n % 25 = 0 then $3::date - 1 - (n / 25) % 40 else $3::date - 40 - n % 1000 end as received_on
     from generate_series(1, $1::integer) n`,
    [cases, handlers, today],
  );
  for (const statement of statements) await admin.query(statement, [landlordId]);
  await admin.query('commit');
  return handlers[0] ?? '';
}

/** People who see only what is their own, so that the filter by permission has something to do. */
async function hireHandlers(admin: pg.Client, landlordId: string, count: number): Promise<string[]> {
  const { rows } = await admin.query<{ person_id: string }>(
    `insert into person (landlord_id, person_id, name, sort_name, email, team, created_at)
     select $1, gen_random_uuid(), 'Handler ' || n, 'handler ' || n, 'handler.' || n || '@example.org', 'repairs', now()
     from generate_series(1, $2::integer) n returning person_id`,
    [landlordId, count],
  );
  const ids = rows.map(row => row.person_id);
  await admin.query(
    `insert into person_role (landlord_id, person_id, role) select $1, unnest($2::uuid[]), 'colleague'`,
    [landlordId, ids],
  );
  return ids;
}

const statements = [
  `insert into case_stream (landlord_id, case_id, version, head_hash)
   select $1, case_id, 1, sha256(case_id::text::bytea) from fresh`,
  `insert into home (landlord_id, home_id, address, postcode)
   select $1, home_id, address, 'ZZ' || 10 + (n / 10) % 90 || ' ' || (n / 900) % 10 || chr(65 + (n / 9000) % 26) || 'A' from fresh`,
  `insert into personal_text (landlord_id, text_id, subject, class, value, salt)
   select $1, gen_random_uuid(), subject, class, value, sha256((subject || class)::bytea) from fresh, lateral (values
     (complainant_id, 'resident-name', name),
     (complainant_id, 'resident-phone', '+447700' || lpad(n::text, 6, '0')),
     (complainant_id, 'resident-email', 'resident.' || n || '@example.org'),
     (complainant_id, 'resident-address', address),
     (case_id, 'complaint', 'The kitchen ceiling has been leaking since June, it was reported and nobody came back to me: ' || md5(n::text))
   ) text (subject, class, value)`,
  `insert into case_index (landlord_id, case_id, version, reference, policy_id, stage, complainant_id, complainant_name,
     complainant_type, sort_name, home_id, address, handler_id, logged_by, team, category, service_area, adjustments, priority,
     received_on, logged_on, acknowledged_on, answered_1_on, answered_on, closed_on, next_kind, next_due_on, points, changed_at)
   select $1, case_id, 1, upper(substr(md5(case_id::text), 1, 3) || lpad(to_hex(n), 6, '0')), 'magna', 1, complainant_id, name,
     'tenant', lower(split_part(name, ' ', 2) || ' ' || split_part(name, ' ', 1)), home_id, address, handler_id, handler_id, 'complaints',
     (array['property-condition', 'staff-conduct', 'charges', 'estates'])[1 + n % 4], 'repairs',
     case when (n / 1000) % 10 < 3 then 'Large print' end, n % 970 = 0,
     received_on, received_on, case when not open then received_on + 5 end, case when not open then received_on + 14 end,
     case when not open then received_on + 14 end, case when not open then received_on + 14 end,
     case when open then 'acknowledge' end, case when open then received_on + 7 end, 1, received_on::timestamptz
   from fresh`,
  `insert into obligation (landlord_id, case_id, obligation_id, kind, stage, owner_person, owner_team, priority, starts_on,
     owed_to, due_on, first_due_on, work_on, from_event, from_on, rule, clause, discharged_on, with_needs)
   select $1, case_id, kind || ':1', kind, 1, handler_id, 'complaints', n % 970 = 0, received_on, complainant_id,
     received_on + days, received_on + days, received_on + days, 'received', received_on, '5 working days from the day we received it', 'MAG-33',
     case when not open then received_on + days - 2 + n % 5 end, (n / 1000) % 10 < 3
   from fresh, (values ('acknowledge', 7), ('respond', 16)) duty (kind, days)`,
  `insert into search_text (landlord_id, case_id, look, words)
   select $1, case_id, lower(upper(substr(md5(case_id::text), 1, 3) || lpad(to_hex(n), 6, '0')) || ' ' || name || ' ' || address),
     to_tsvector('english', 'The kitchen ceiling has been leaking since June, it was reported and nobody came back to me: ' || md5(n::text))
   from fresh`,
  `insert into case_viewer (landlord_id, case_id, person_id, next_due_order)
   select c.landlord_id, c.case_id, c.handler_id, c.next_due_order from case_index c join fresh using (case_id) where c.landlord_id = $1`,
];
