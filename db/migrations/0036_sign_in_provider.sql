-- Coming in through a landlord's own sign-in provider (OpenID Connect).

-- What a landlord has settled about it; the latest counts, and each stays as the record of what held when. Without settings it was
-- switched off. The client's secret is sealed under a key that is not in the database, and only the latest is kept.
create table sign_in_provider (
  landlord_id uuid not null references landlord,
  revision integer not null check (revision > 0),
  settings jsonb,
  client_secret bytea,
  actor text collate "C" not null,
  set_at timestamptz(3) not null,
  primary key (landlord_id, revision)
);

-- Who somebody is at the provider: issuer and subject, never an address.
create table provider_identity (
  landlord_id uuid not null,
  issuer text collate "C" not null,
  subject text collate "C" not null check (length(subject) between 1 and 255),
  person_id uuid not null,
  bound_at timestamptz(3) not null,
  signed_in_at timestamptz(3),
  primary key (landlord_id, issuer, subject),
  unique (landlord_id, person_id),
  foreign key (landlord_id, person_id) references person (landlord_id, person_id)
);

do $$
declare name text;
begin
  foreach name in array array['sign_in_provider', 'provider_identity'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy by_landlord on %I using (landlord_id = nullif(current_setting(''redress.landlord'', true), '''')::uuid)',
      name);
  end loop;
end $$;

grant select, insert on sign_in_provider to redress_rows;
grant update (client_secret) on sign_in_provider to redress_rows;
grant select, insert, delete on provider_identity to redress_rows;
grant update (signed_in_at) on provider_identity to redress_rows;

-- What the page for signing in offers, before it is known whose page it is.
alter table landlord add column provider_name text;
create index landlord_with_provider on landlord (name) where provider_name is not null;
grant update (provider_name) on landlord to redress_rows;

-- A session that the provider vouched for is proven again there, and not with a password of ours.
alter table session add column by_provider boolean not null default false;
