import type { TestDatabase } from './database.ts';

/** Writes derived rows of many cases straight into the tables, for looking at plans: they have no events behind them. */
export async function manyCases(database: TestDatabase, landlordId: string, count: number): Promise<void> {
  const { admin } = database;
  await admin.query('set session_replication_role = replica');
  await admin.query(
    `insert into case_stream (landlord_id, case_id, version, head_hash)
     select $1, gen_random_uuid(), 1, decode(repeat('00', 32), 'hex') from generate_series(1, $2)`,
    [landlordId, count],
  );
  await admin.query(
    `insert into case_index (landlord_id, case_id, version, reference, stage, complainant_id, complainant_name, sort_name,
       home_id, address, handler_id, category, cause, received_on, next_due_on, closed_on, changed_at)
     select $1, case_id, 1, upper(substr(md5(case_id::text), 1, 14)), 1 + (n % 2), gen_random_uuid(),
       'Person ' || substr(md5(n::text), 1, 6), substr(md5(n::text), 1, 6), gen_random_uuid(),
       n || ' ' || substr(md5((n * 7)::text), 1, 8) || ' Street',
       case when n % 50 = 0 then null else ('00000000-0000-0000-0000-0000000000' || lpad((n % 40)::text, 2, '0'))::uuid end,
       'category-' || (n % 12), case when n % 3 = 0 then 'cause-' || (n % 15) end, date '2024-01-01' + (n % 700), case when n % 10 = 0 then date '2026-03-01' + (n % 60) end,
       case when n % 10 <> 0 and n % 50 <> 0 then date '2025-12-01' end, now()
     from (select case_id, (row_number() over ())::integer as n from case_stream where landlord_id = $1) s`,
    [landlordId],
  );
  await admin.query(
    `insert into obligation (landlord_id, case_id, obligation_id, kind, stage, owner_person, owner_team, due_on, discharged_on)
     select landlord_id, case_id, kind || ':1', kind, 1, handler_id, 'complaints',
       received_on + 7, case when closed_on is not null then received_on + 6 end
     from case_index, unnest(array['acknowledge', 'respond', 'update']) kind where landlord_id = $1`,
    [landlordId],
  );
  await admin.query(
    `insert into search_text (landlord_id, case_id, look, words)
     select landlord_id, case_id, lower(reference || ' ' || complainant_name || ' ' || address),
       to_tsvector('english', 'damp and mould in the bedroom ' || address)
     from case_index where landlord_id = $1`,
    [landlordId],
  );
  await admin.query(
    `insert into case_viewer (landlord_id, case_id, person_id, next_due_order)
     select landlord_id, case_id, handler_id, next_due_order from case_index where landlord_id = $1 and handler_id is not null`,
    [landlordId],
  );
  await admin.query('set session_replication_role = origin');
  for (const table of ['case_stream', 'case_index', 'case_viewer', 'obligation', 'search_text'])
    await admin.query(`analyze ${table}`);
}
