-- The policy packs a landlord has loaded, kept by hash because events name them, and the numbered states of its
-- calendar of holidays, because events name those too.

create table pack (
  landlord_id uuid not null references landlord,
  pack_hash text collate "C" not null check (pack_hash ~ '^[0-9a-f]{64}$'),
  policy_id text collate "C" not null,
  version text collate "C" not null,
  bytes bytea not null,
  loaded_at timestamptz(3) not null,
  primary key (landlord_id, pack_hash),
  unique (landlord_id, policy_id, version)
);

create table calendar_revision (
  landlord_id uuid not null references landlord,
  revision integer not null check (revision >= 1),
  -- The days about which this revision can say whether they are holidays.
  first_on date not null,
  last_on date not null,
  source text not null,
  reason text not null,
  actor text collate "C" not null,
  recorded_at timestamptz(3) not null,
  primary key (landlord_id, revision),
  check (first_on <= last_on)
);

create table calendar_holiday (
  landlord_id uuid not null,
  revision integer not null,
  holiday_on date not null,
  name text not null,
  primary key (landlord_id, revision, holiday_on),
  foreign key (landlord_id, revision) references calendar_revision (landlord_id, revision)
);

create trigger pack_is_forever before update or delete on pack
  for each row execute function refuse_change();
create trigger calendar_revision_is_forever before update or delete on calendar_revision
  for each row execute function refuse_change();
create trigger calendar_holiday_is_forever before update or delete on calendar_holiday
  for each row execute function refuse_change();

do $$
declare name text;
begin
  foreach name in array array['pack', 'calendar_revision', 'calendar_holiday'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy by_landlord on %I using (landlord_id = nullif(current_setting(''redress.landlord'', true), '''')::uuid)',
      name);
  end loop;
end $$;

grant select, insert on pack, calendar_revision, calendar_holiday to redress_rows;
