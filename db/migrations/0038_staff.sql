-- What complaints need to know of those who work here, from a stream each (its id is the person's): when they are away, what they were
-- trained in, which versions of the policy they have read. Written again from those events.

create table staff_absence (
  landlord_id uuid not null,
  absence_id uuid not null,
  person_id uuid not null,
  kind text collate "C" not null,
  from_on date not null,
  -- The last day; null while it is not known.
  to_on date,
  cover_id uuid,
  until_on date not null generated always as (coalesce(to_on, 'infinity'::date)) stored,
  primary key (landlord_id, absence_id),
  foreign key (landlord_id, person_id) references person (landlord_id, person_id),
  foreign key (landlord_id, cover_id) references person (landlord_id, person_id)
);
-- Who is or will be away is read with the staff; those who were are not.
create index staff_absence_by_end on staff_absence (landlord_id, until_on);
create index staff_absence_by_person on staff_absence (landlord_id, person_id);

-- The latest of each kind.
create table staff_training (
  landlord_id uuid not null,
  person_id uuid not null,
  training text collate "C" not null,
  done_on date not null,
  expires_on date,
  primary key (landlord_id, person_id, training),
  foreign key (landlord_id, person_id) references person (landlord_id, person_id)
);

create table policy_read (
  landlord_id uuid not null,
  policy_id text collate "C" not null,
  version text collate "C" not null,
  person_id uuid not null,
  read_on date not null,
  primary key (landlord_id, policy_id, version, person_id),
  foreign key (landlord_id, person_id) references person (landlord_id, person_id)
);
create index policy_read_by_person on policy_read (landlord_id, person_id);

-- Whose contact somebody still is where nothing is owed on it any more: what is closed is not looked through.
create index case_index_by_contact on case_index (landlord_id, handler_id, closed_on) where next_kind is null;

do $$
declare name text;
begin
  foreach name in array array['staff_absence', 'staff_training', 'policy_read'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy by_landlord on %I using (landlord_id = nullif(current_setting(''redress.landlord'', true), '''')::uuid)',
      name);
  end loop;
  foreach name in array array['staff_absence', 'staff_training'] loop
    execute format(
      'create trigger facts_changed after insert or update or delete on %I for each row execute function facts_changed()',
      name);
  end loop;
end $$;

grant select, insert, delete on staff_absence, staff_training, policy_read to redress_rows;
