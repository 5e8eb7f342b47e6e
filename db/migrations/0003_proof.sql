-- What makes the chains worth something: who looked at what, and signed checkpoints over every chain.

-- Views, with a chain of their own: reading never changes a case's version.
create table access_log (
  landlord_id uuid not null references landlord,
  version bigint not null check (version >= 1),
  person_id uuid not null,
  case_id uuid,
  what text collate "C" not null,
  seen_at timestamptz(3) not null,
  previous_hash bytea check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (landlord_id, version)
);
create index access_log_by_case on access_log (landlord_id, case_id, seen_at);

-- Locked by one writer at a time; written once per batch, at most about once a second.
create table access_head (
  landlord_id uuid primary key references landlord,
  version bigint not null,
  head_hash bytea not null check (octet_length(head_hash) = 32)
);

-- Heads of cases that the next checkpoint must take in. Writers only insert; the checkpoint only deletes.
create table unanchored (
  landlord_id uuid not null,
  case_id uuid not null,
  version integer not null,
  primary key (landlord_id, case_id, version),
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id)
);

-- A signed Merkle root over `leaves` case heads, and the head of the access log, at that moment.
create table checkpoint (
  landlord_id uuid not null references landlord,
  number integer not null check (number >= 1),
  recorded_at timestamptz(3) not null,
  leaves bigint not null check (leaves >= 0),
  root bytea not null check (octet_length(root) = 32),
  -- Roots of the complete subtrees, so that the next checkpoint hashes only what is new.
  frontier bytea not null,
  access_version bigint not null,
  access_hash bytea check (octet_length(access_hash) = 32),
  previous_hash bytea check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  key_id text collate "C" not null,
  signature bytea not null,
  primary key (landlord_id, number)
);

-- The leaves in their order: a case's head each time a checkpoint found it moved. Names a case that has gone missing,
-- so it has no foreign key to the case.
create table checkpoint_leaf (
  landlord_id uuid not null,
  position bigint not null check (position >= 0),
  number integer not null,
  case_id uuid not null,
  version integer not null,
  head_hash bytea not null check (octet_length(head_hash) = 32),
  primary key (landlord_id, position),
  foreign key (landlord_id, number) references checkpoint (landlord_id, number)
);
create index checkpoint_leaf_by_case on checkpoint_leaf (landlord_id, case_id, version);

create trigger access_log_is_forever before update or delete on access_log
  for each row execute function refuse_change();
create trigger access_log_is_not_emptied before truncate on access_log
  for each statement execute function refuse_change();
create trigger checkpoint_is_forever before update or delete on checkpoint
  for each row execute function refuse_change();
create trigger checkpoint_is_not_emptied before truncate on checkpoint
  for each statement execute function refuse_change();
create trigger checkpoint_leaf_is_forever before update or delete on checkpoint_leaf
  for each row execute function refuse_change();
create trigger checkpoint_leaf_is_not_emptied before truncate on checkpoint_leaf
  for each statement execute function refuse_change();

do $$
declare name text;
begin
  foreach name in array array['access_log', 'access_head', 'unanchored', 'checkpoint', 'checkpoint_leaf'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy by_landlord on %I using (landlord_id = nullif(current_setting(''redress.landlord'', true), '''')::uuid)',
      name);
  end loop;
end $$;

grant select, insert on access_log to redress_rows;
grant select, insert on access_head to redress_rows;
grant update (version, head_hash) on access_head to redress_rows;
grant select, insert, delete on unanchored to redress_rows;
grant select, insert on checkpoint to redress_rows;
grant select, insert on checkpoint_leaf to redress_rows;
