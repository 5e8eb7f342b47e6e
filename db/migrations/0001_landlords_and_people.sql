-- Landlords, the people who work for them, and their sessions.
--
-- Every table starts its keys with landlord_id and has row-level security, forced, so that not even the owner of the
-- tables sees a row without naming a landlord. Two exceptions are named here: `landlord` may be listed by anybody who
-- may connect (it holds no person), and `session` is looked up before the landlord is known.

revoke create on schema public from public;
grant usage on schema public to redress_rows;

create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gin with schema public;

create table landlord (
  landlord_id uuid primary key,
  slug text collate "C" not null unique,
  name text not null,
  policy_id text collate "C" not null,
  demonstration boolean not null default false,
  created_at timestamptz(3) not null
);

create table person (
  landlord_id uuid not null references landlord,
  person_id uuid not null,
  name text not null,
  sort_name text collate "C" not null,
  email text collate "C",
  job_title text,
  team text collate "C",
  manager_id uuid,
  password_hash text,
  left_on date,
  created_at timestamptz(3) not null,
  primary key (landlord_id, person_id),
  unique (landlord_id, email),
  foreign key (landlord_id, manager_id) references person (landlord_id, person_id)
);
create index person_by_team on person (landlord_id, team, sort_name);

create table person_role (
  landlord_id uuid not null,
  person_id uuid not null,
  role text collate "C" not null,
  primary key (landlord_id, person_id, role),
  foreign key (landlord_id, person_id) references person (landlord_id, person_id)
);
create index person_role_by_role on person_role (landlord_id, role);

-- The token itself is in the person's cookie only; here is its SHA-256.
create table session (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  landlord_id uuid not null,
  person_id uuid not null,
  created_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  foreign key (landlord_id, person_id) references person (landlord_id, person_id)
);
create index session_by_person on session (landlord_id, person_id);
create index session_by_expiry on session (expires_at);

alter table landlord enable row level security;
alter table landlord force row level security;
create policy anybody_may_list on landlord for select using (true);
create policy by_landlord on landlord
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);

do $$
declare name text;
begin
  foreach name in array array['person', 'person_role'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy by_landlord on %I using (landlord_id = nullif(current_setting(''redress.landlord'', true), '''')::uuid)',
      name);
  end loop;
end $$;

grant select, insert on landlord to redress_rows;
grant update (name, slug, policy_id) on landlord to redress_rows;
grant select, insert, update on person to redress_rows;
grant select, insert, delete on person_role to redress_rows;
grant select, insert, update, delete on session to redress_rows;
