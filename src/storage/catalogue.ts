import type pg from 'pg';

/**
 * Our schema as sorted lines of text, the same from every PostgreSQL that we run on: `db/schema.sql` holds it, and a
 * test compares. graphile-worker's own schema is left out; it keeps its own account.
 */
export async function catalogue(session: pg.ClientBase): Promise<string> {
  const sections: string[] = [];
  for (const [title, query] of queries) {
    const found = await session.query<{ line: string }>(query);
    const lines = found.rows.map(row => row.line).sort();
    sections.push(`-- ${title}\n${lines.join('\n')}\n`);
  }
  return sections.join('\n');
}

const ours = `('public'::regnamespace, 'jobs'::regnamespace)`;
/** Objects that an extension brought belong to it. */
const notOfExtension = (alias: string) => `not exists (
  select from pg_depend d where d.objid = ${alias}.oid and d.deptype = 'e')`;

const queries: readonly (readonly [string, string])[] = [
  [
    'Extensions',
    `select format('extension %s in %s', extname, extnamespace::regnamespace) as line
     from pg_extension where extname <> 'plpgsql'`,
  ],
  [
    'Columns',
    `select format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
       case when a.attnotnull then ' not null' else '' end
         || case when a.attgenerated = 's' then ' generated as ' || pg_get_expr(d.adbin, d.adrelid)
                 when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
       case when a.attcollation not in (0, (select oid from pg_collation where collname = 'default'))
         then ' collate ' || (select collname from pg_collation where oid = a.attcollation) else '' end
         || case when a.attstorage <> t.typstorage then ' storage ' || a.attstorage::text else '' end) as line
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     join pg_type t on t.oid = a.atttypid
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace in ${ours} and c.relkind in ('r', 'p', 'v')`,
  ],
  [
    'Keys and checks',
    // From PostgreSQL 18 on, "not null" is a constraint as well; it stands with the column.
    `select format('%s %s: %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
     from pg_constraint where connamespace in ${ours} and contype in ('p', 'u', 'f', 'c', 'x')`,
  ],
  [
    'Indexes',
    `select pg_get_indexdef(i.indexrelid) as line
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where c.relnamespace in ${ours} and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
  ],
  [
    'Row-level security',
    `select format('%s %s%s', relname, case when relrowsecurity then 'enabled' else 'off' end,
       case when relforcerowsecurity then ', forced' else '' end) as line
     from pg_class where relnamespace in ${ours} and relkind in ('r', 'p')`,
  ],
  [
    'Policies',
    `select format('%s %s %s for %s to %s using (%s)%s', tablename, policyname, lower(permissive), lower(cmd),
       array_to_string(roles, ', '), qual, coalesce(' with check (' || with_check || ')', '')) as line
     from pg_policies where schemaname in ('public', 'jobs')`,
  ],
  [
    'Triggers',
    `select pg_get_triggerdef(t.oid) as line
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace in ${ours} and not t.tgisinternal`,
  ],
  [
    'Functions',
    `select format('%s(%s) returns %s %s%s%s%s: %s', p.oid::regproc, pg_get_function_identity_arguments(p.oid),
       pg_get_function_result(p.oid), case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
       case when p.prosecdef then ' security definer' else '' end,
       case when p.prosecdef and r.rolname = 'redress_search' then ' as redress_search' else '' end,
       coalesce(' set ' || array_to_string(p.proconfig, ', '), ''),
       encode(sha256(convert_to(p.prosrc, 'UTF8')), 'hex')) as line
     from pg_proc p join pg_roles r on r.oid = p.proowner
     where p.pronamespace in ${ours} and ${notOfExtension('p')}`,
  ],
  ['Grants on schemas', grants('n.nspname', 'pg_namespace n', 'n.nspacl', `n.oid in ${ours}`)],
  [
    'Grants on tables',
    grants('c.relname', 'pg_class c', 'c.relacl', `c.relnamespace in ${ours} and c.relkind in ('r', 'p', 'v', 'S')`),
  ],
  [
    'Grants on columns',
    grants(
      `c.relname || '.' || a.attname`,
      'pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped',
      'a.attacl',
      `c.relnamespace in ${ours}`,
    ),
  ],
  [
    'Grants on functions',
    grants(
      'p.oid::regprocedure::text',
      'pg_proc p',
      'p.proacl',
      `p.pronamespace in ${ours} and ${notOfExtension('p')}`,
    ),
  ],
];

/** To our two roles and to everybody; what an owner may do needs no saying. */
function grants(name: string, from: string, list: string, where: string): string {
  return `
    select format('%s to %s on %s', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type),
      coalesce(r.rolname, 'everybody'), ${name}) as line
    from ${from} cross join aclexplode(${list}) g left join pg_roles r on r.oid = g.grantee
    where ${where} and (g.grantee = 0 or r.rolname in ('redress_rows', 'redress_search'))
    group by ${name}, r.rolname`;
}
