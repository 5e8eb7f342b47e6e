-- What happened. A case is its events: appended, never changed, each holding the hash of the one before.
-- The landlord's own stream (holidays added, packs loaded) has the landlord's id as its case_id.

-- The expected version and the head of the chain. No row here is shared between cases.
create table case_stream (
  landlord_id uuid not null references landlord,
  case_id uuid not null,
  version integer not null check (version >= 1),
  head_hash bytea not null check (octet_length(head_hash) = 32),
  primary key (landlord_id, case_id)
) with (fillfactor = 85);

create table event (
  landlord_id uuid not null,
  case_id uuid not null,
  version integer not null check (version >= 1),
  type text collate "C" not null,
  schema smallint not null check (schema >= 1),
  occurred_on date not null,
  recorded_at timestamptz(3) not null,
  actor text collate "C" not null,
  -- Canonical JSON (RFC 8785): part of the bytes that are hashed.
  body text not null,
  body_json jsonb not null generated always as (body::jsonb) stored,
  pack_hash bytea check (octet_length(pack_hash) = 32),
  previous_hash bytea check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (landlord_id, case_id, version),
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id),
  check ((version = 1) = (previous_hash is null))
);

-- What people wrote, and who they are, beside the log: disposal takes value and salt away and the chain still verifies.
create table personal_text (
  landlord_id uuid not null references landlord,
  text_id uuid not null,
  -- The person or case whose words or details these are.
  subject uuid not null,
  class text collate "C" not null,
  value text,
  salt bytea check (octet_length(salt) = 32),
  disposed_on date,
  primary key (landlord_id, text_id),
  check ((value is null) = (salt is null)),
  check ((value is null) = (disposed_on is not null))
);
create index personal_text_by_subject on personal_text (landlord_id, subject, class);

-- One row per form sent, inserted first, so that a second press of the button finds the first one's result.
create table command_receipt (
  landlord_id uuid not null references landlord,
  command_id uuid not null,
  payload_hash bytea not null check (octet_length(payload_hash) = 32),
  payload jsonb,
  result jsonb,
  received_at timestamptz(3) not null,
  primary key (landlord_id, command_id)
);
create index command_receipt_by_age on command_receipt (landlord_id, received_at);

create function refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' and exists (
    select 1 from landlord where landlord_id = old.landlord_id and demonstration
  ) then
    return old;
  end if;
  raise exception 'Rows of % are never changed or deleted.', tg_table_name using errcode = 'restrict_violation';
end $$;
revoke execute on function refuse_change() from public;

create trigger event_is_forever before update or delete on event
  for each row execute function refuse_change();
create trigger event_is_not_emptied before truncate on event
  for each statement execute function refuse_change();

create function refuse_rewording() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.value is not null or new.salt is not null
    or (new.landlord_id, new.text_id, new.subject, new.class) is distinct from
       (old.landlord_id, old.text_id, old.subject, old.class)
  then
    raise exception 'A stored text is never reworded, only disposed of.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function refuse_rewording() from public;

create trigger personal_text_is_only_disposed before update on personal_text
  for each row execute function refuse_rewording();

do $$
declare name text;
begin
  foreach name in array array['case_stream', 'event', 'personal_text', 'command_receipt'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy by_landlord on %I using (landlord_id = nullif(current_setting(''redress.landlord'', true), '''')::uuid)',
      name);
  end loop;
end $$;

grant select, insert on case_stream to redress_rows;
grant update (version, head_hash) on case_stream to redress_rows;
grant select, insert on event to redress_rows;
grant select, insert on personal_text to redress_rows;
grant update (value, salt, disposed_on) on personal_text to redress_rows;
grant select, insert, delete on command_receipt to redress_rows;
grant update (result) on command_receipt to redress_rows;
