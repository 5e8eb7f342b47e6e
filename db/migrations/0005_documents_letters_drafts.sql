-- Files by the hash of their content, in chunks; letters that were issued; and what people have typed but not yet sent.

create table document (
  landlord_id uuid not null references landlord,
  sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  size bigint not null check (size >= 0),
  stored_at timestamptz(3) not null,
  primary key (landlord_id, sha256)
);

create table document_chunk (
  landlord_id uuid not null,
  sha256 text collate "C" not null,
  number integer not null check (number >= 0),
  bytes bytea not null,
  primary key (landlord_id, sha256, number),
  foreign key (landlord_id, sha256) references document (landlord_id, sha256)
);
-- PDF and pictures are compressed already.
alter table document_chunk alter column bytes set storage external;

create table letter (
  landlord_id uuid not null,
  letter_id uuid not null,
  case_id uuid not null,
  kind text collate "C" not null,
  stage smallint check (stage in (1, 2)),
  sha256 text collate "C" not null,
  dated date not null,
  to_person uuid not null,
  issued_at timestamptz(3) not null,
  issued_by text collate "C" not null,
  sent_on date,
  how text collate "C",
  returned_on date,
  primary key (landlord_id, letter_id),
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id),
  foreign key (landlord_id, sha256) references document (landlord_id, sha256)
);
create index letter_by_case on letter (landlord_id, case_id, issued_at);
-- The outbox: issued and not yet on its way.
create index letter_to_send on letter (landlord_id, issued_at, letter_id) where sent_on is null;

create table draft (
  landlord_id uuid not null,
  draft_id uuid not null,
  person_id uuid not null,
  form text collate "C" not null,
  case_id uuid,
  -- The case's version that the form was filled in from.
  version_seen integer,
  fields jsonb not null,
  updated_at timestamptz(3) not null,
  primary key (landlord_id, draft_id),
  foreign key (landlord_id, person_id) references person (landlord_id, person_id)
);
create index draft_by_person on draft (landlord_id, person_id, form, case_id);

do $$
declare name text;
begin
  foreach name in array array['document', 'document_chunk', 'letter', 'draft'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy by_landlord on %I using (landlord_id = nullif(current_setting(''redress.landlord'', true), '''')::uuid)',
      name);
  end loop;
end $$;

grant select, insert, delete on document, document_chunk to redress_rows;
grant select, insert, update, delete on letter, draft to redress_rows;
