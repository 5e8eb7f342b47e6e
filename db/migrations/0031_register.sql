-- The register: what the landlord's own housing system knows of homes and people, brought in by files. A copy of that system, and no
-- part of the record: what a complaint says of somebody is kept with the complaint.

-- Words as they are looked for: small letters without accents, one space for everything that is neither letter nor digit. The same
-- on both sides of every comparison, and the same in every database, whatever its language.
create function plain_words(given text) returns text
language sql immutable strict parallel safe as $$
  select pg_catalog.regexp_replace(
    pg_catalog.lower(pg_catalog.translate(
      pg_catalog.regexp_replace(pg_catalog.normalize(given, 'NFD'), '[\u0300-\u036f''’]', '', 'g'),
      'ŁłØøĐđ', 'LlOoDd') collate "C"),
    '[^a-z0-9\u00c0-\u1fff\u2c00-\ud7ff\uf900-\ufdff]+', ' ', 'g')
$$;

alter table home
  add column uprn text collate "C" check (uprn ~ '^[1-9][0-9]{0,11}$'),
  -- The reference of the building it is in, as the file of homes has it; the building may not be known here yet.
  add column building text collate "C",
  add column tenancy_from date,
  add column tenancy_until date,
  add column look text collate "C" not null generated always as (
    ' ' || plain_words(address || case when postcode is null or position(postcode in address) > 0 then '' else ' ' || postcode end) || ' '
  ) stored;
create unique index home_by_uprn on home (landlord_id, uprn) where uprn is not null;
create index home_by_building on home (landlord_id, building) where building is not null;
-- Entries wait in a list of at most 256 kB and are sorted in together: a file of many rows takes a quarter of the time, and a search
-- reads a list of a few pages at most.
create index home_by_look on home using gin (landlord_id, look gin_trgm_ops) with (fastupdate = on, gin_pending_list_limit = 256);

create table resident (
  landlord_id uuid not null references landlord,
  -- The same id that they have as a complainant, once they complain.
  resident_id uuid not null,
  person_reference text collate "C",
  name text not null,
  email text collate "C",
  phone text collate "C",
  home_id uuid,
  look text collate "C" not null generated always as (' ' || plain_words(name) || ' ') stored,
  primary key (landlord_id, resident_id),
  foreign key (landlord_id, home_id) references home (landlord_id, home_id)
);
create unique index resident_by_reference on resident (landlord_id, person_reference) where person_reference is not null;
create index resident_by_email on resident (landlord_id, email) where email is not null;
create index resident_by_phone on resident (landlord_id, phone) where phone is not null;
create index resident_by_home on resident (landlord_id, home_id) where home_id is not null;
create index resident_by_look on resident using gin (landlord_id, look gin_trgm_ops) with (fastupdate = on, gin_pending_list_limit = 256);

-- A file that was brought in, or may be: what it would change is worked out before anything is.
create table import_run (
  landlord_id uuid not null references landlord,
  import_id uuid not null,
  kind text collate "C" not null,
  file_name text not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  -- The columns that were read, and those that were not.
  columns text[] collate "C" not null,
  left_out text[] not null,
  made_by text collate "C" not null,
  made_at timestamptz(3) not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  rejected integer not null,
  applied_by text collate "C",
  applied_at timestamptz(3),
  primary key (landlord_id, import_id),
  check ((applied_by is null) = (applied_at is null))
);
create index import_run_by_time on import_run (landlord_id, made_at, import_id);

-- Its rows, without those that would change nothing. Kept for a while, then forgotten: they hold names.
create table import_row (
  landlord_id uuid not null,
  import_id uuid not null,
  verdict text collate "C" not null check (verdict in ('new', 'changed', 'rejected')),
  line integer not null,
  -- What is made or changed; null where nothing is.
  subject uuid,
  fields jsonb not null,
  changes jsonb,
  faults jsonb,
  primary key (landlord_id, import_id, verdict, line),
  foreign key (landlord_id, import_id) references import_run (landlord_id, import_id) on delete cascade,
  check ((verdict = 'rejected') = (subject is null))
);

do $$
declare name text;
begin
  foreach name in array array['resident', 'import_run', 'import_row'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy by_landlord on %I using (landlord_id = nullif(current_setting(''redress.landlord'', true), '''')::uuid)',
      name);
  end loop;
end $$;
-- No file takes anybody or any home away.
grant select, insert, update on resident to redress_rows;
grant select, insert, update, delete on import_run, import_row to redress_rows;
create policy search_functions_filter_themselves on home for select to redress_search using (true);
create policy search_functions_filter_themselves on resident for select to redress_search using (true);
grant select (landlord_id, home_id, look) on home to redress_search;
grant select (landlord_id, resident_id, home_id, look) on resident to redress_search;
grant execute on function plain_words(text) to redress_search, redress_rows;

-- Each word that is looked for as a pattern, the longest first, four at most. A word is found from its beginning; a number as a whole,
-- so that 14 is not 114. The texts begin and end with a space.
create function register_patterns(sought text) returns text[]
language sql immutable strict parallel safe as $$
  select pg_catalog.array_agg('% ' || word || case when word ~ '^[0-9]+$' then ' %' else '%' end order by pg_catalog.length(word) desc, word)
  from (
    select word from pg_catalog.unnest(pg_catalog.string_to_array(plain_words(sought), ' ')) word
    where word <> '' order by pg_catalog.length(word) desc, word limit 4
  ) longest
$$;

-- A table that a file has just filled has no statistics yet, and would be read from end to end: so the functions say that it is not.

-- Homes whose address has all the words.
create function find_homes(sought text, most integer) returns table (home_id uuid)
language sql stable security definer rows 50
set search_path = pg_catalog, public, pg_temp
set enable_seqscan = off as $$
  with pattern as (select register_patterns(sought) as p)
  select h.home_id from home h
  where h.landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid
    and h.look like (select p[1] from pattern) and h.look like (select coalesce(p[2], p[1]) from pattern)
    and h.look like (select coalesce(p[3], p[1]) from pattern) and h.look like (select coalesce(p[4], p[1]) from pattern)
    and length(sought) >= 3
  limit least(most, 1000)
$$;

-- People whose name has all the words.
create function find_residents(sought text, most integer) returns table (resident_id uuid)
language sql stable security definer rows 50
set search_path = pg_catalog, public, pg_temp
set enable_seqscan = off as $$
  with pattern as (select register_patterns(sought) as p)
  select r.resident_id from resident r
  where r.landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid
    and r.look like (select p[1] from pattern) and r.look like (select coalesce(p[2], p[1]) from pattern)
    and r.look like (select coalesce(p[3], p[1]) from pattern) and r.look like (select coalesce(p[4], p[1]) from pattern)
    and length(sought) >= 3
  limit least(most, 1000)
$$;

-- People whose name has some words, in a home whose address has others.
create function find_residents_at(name_sought text, home_sought text, most integer) returns table (resident_id uuid)
language sql stable security definer rows 50
set search_path = pg_catalog, public, pg_temp
set enable_seqscan = off as $$
  with named as (select register_patterns(name_sought) as p), placed as (select register_patterns(home_sought) as p)
  select r.resident_id from resident r join home h on h.landlord_id = r.landlord_id and h.home_id = r.home_id
  where r.landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid
    and r.look like (select p[1] from named) and r.look like (select coalesce(p[2], p[1]) from named)
    and h.look like (select p[1] from placed) and h.look like (select coalesce(p[2], p[1]) from placed)
    and h.look like (select coalesce(p[3], p[1]) from placed)
    and length(name_sought) >= 3 and length(home_sought) >= 2
  limit least(most, 1000)
$$;

-- People whose name is like it, with a slip of the pen: the closest first among the first thousand.
create function find_residents_like(sought text, most integer) returns table (resident_id uuid)
language sql stable security definer rows 50
set search_path = pg_catalog, public, pg_temp
set pg_trgm.word_similarity_threshold = 0.6
set enable_seqscan = off as $$
  select found.resident_id from (
    select r.resident_id, r.look from resident r
    where r.landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid
      and plain_words(sought) <% r.look and length(sought) >= 4
    limit 1000
  ) found
  order by word_similarity(plain_words(sought), found.look) desc, found.resident_id
  limit least(most, 1000)
$$;

revoke execute on function plain_words, register_patterns, find_homes, find_residents, find_residents_at, find_residents_like from public;
grant execute on function plain_words, register_patterns, find_homes, find_residents, find_residents_at, find_residents_like to redress_rows;
grant execute on function plain_words, register_patterns to redress_search;
grant create on schema public to redress_search;
alter function find_homes(text, integer) owner to redress_search;
alter function find_residents(text, integer) owner to redress_search;
alter function find_residents_at(text, text, integer) owner to redress_search;
alter function find_residents_like(text, integer) owner to redress_search;
revoke create on schema public from redress_search;
