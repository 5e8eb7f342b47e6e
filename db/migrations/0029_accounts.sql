-- Signing in with an account of one's own: a password, an app on the telephone, recovery codes.
--
-- Three tables are read before the landlord is known, as `session` is, and so have no policy: who a name belongs to, which
-- person a link invites, and how often guessing has failed. They hold no secret: of a link its SHA-256 only, of whom guesses
-- were about a hash. Everything that proves somebody lies in tables of their landlord.

create table sign_in_name (
  -- The email address in small letters: one person in the whole installation.
  name text collate "C" primary key check (name = lower(name) and length(name) between 3 and 254),
  landlord_id uuid not null,
  person_id uuid not null,
  unique (landlord_id, person_id),
  foreign key (landlord_id, person_id) references person (landlord_id, person_id)
);

create table invitation (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  landlord_id uuid not null,
  person_id uuid not null,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  -- What was chosen with it so far: it counts once a code from the app was right.
  password_hash text,
  app_secret bytea,
  foreign key (landlord_id, person_id) references person (landlord_id, person_id)
);
create index invitation_by_person on invitation (landlord_id, person_id);
create index invitation_by_expiry on invitation (expires_at);

-- One row for each account and device that guesses were made from, and one for all devices that are not known together; made of
-- a hash, so that it is there for accounts that are not.
create table sign_in_failure (
  lane bytea primary key check (octet_length(lane) = 32),
  count integer not null check (count >= 0),
  last_at timestamptz(3) not null
);
create index sign_in_failure_by_age on sign_in_failure (last_at);

create table account (
  landlord_id uuid not null,
  person_id uuid not null,
  -- Argon2id as a PHC string.
  password_hash text not null,
  password_set_at timestamptz(3) not null,
  -- Sealed under a key that is not in the database.
  app_secret bytea not null,
  app_set_at timestamptz(3) not null,
  -- The last half minute of which a code was used: each is good once.
  app_last_step bigint not null,
  signed_in_at timestamptz(3),
  primary key (landlord_id, person_id),
  foreign key (landlord_id, person_id) references person (landlord_id, person_id)
);

create table recovery_code (
  landlord_id uuid not null,
  person_id uuid not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  used_at timestamptz(3),
  primary key (landlord_id, person_id, code_hash),
  foreign key (landlord_id, person_id) references person (landlord_id, person_id)
);

create table known_device (
  landlord_id uuid not null,
  person_id uuid not null,
  device_hash bytea not null check (octet_length(device_hash) = 32),
  seen_at timestamptz(3) not null,
  primary key (landlord_id, person_id, device_hash),
  foreign key (landlord_id, person_id) references person (landlord_id, person_id)
);

-- Who changed what about whom: never edited.
create table account_change (
  landlord_id uuid not null,
  change_id uuid not null,
  person_id uuid not null,
  -- Who did it: person:… or machine:….
  actor text collate "C" not null,
  kind text collate "C" not null,
  -- The roles afterwards, where they changed.
  roles text[] collate "C",
  changed_at timestamptz(3) not null,
  primary key (landlord_id, change_id),
  foreign key (landlord_id, person_id) references person (landlord_id, person_id)
);
create index account_change_by_person on account_change (landlord_id, person_id, changed_at);
create trigger account_change_is_forever before update or delete on account_change
  for each row execute function refuse_change();

do $$
declare name text;
begin
  foreach name in array array['account', 'recovery_code', 'known_device', 'account_change'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy by_landlord on %I using (landlord_id = nullif(current_setting(''redress.landlord'', true), '''')::uuid)',
      name);
  end loop;
end $$;

grant select, insert, delete on sign_in_name to redress_rows;
grant select, insert, delete on invitation to redress_rows;
grant update (used_at, password_hash, app_secret) on invitation to redress_rows;
grant select, insert, delete on sign_in_failure to redress_rows;
grant update (count, last_at) on sign_in_failure to redress_rows;
grant select, insert, delete on account to redress_rows;
grant update (password_hash, password_set_at, app_secret, app_set_at, app_last_step, signed_in_at) on account to redress_rows;
grant select, insert, delete on recovery_code to redress_rows;
grant update (used_at) on recovery_code to redress_rows;
grant select, insert, delete on known_device to redress_rows;
grant update (seen_at) on known_device to redress_rows;
grant select, insert on account_change to redress_rows;

-- A session can be listed and ended by whose it is, knows when they last proved who they are, and in what they came.
alter table session add column session_id uuid not null default gen_random_uuid();
alter table session add column proven_at timestamptz(3);
alter table session add column device text;
create unique index session_by_id on session (session_id);
