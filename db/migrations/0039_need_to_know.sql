-- To whom a case is closed whatever their role: whom it is about, and who declared a conflict of interest (MAG-09, MAG-11). Lists,
-- counts and searches leave these out by the person, so the person comes first.
create table case_closed_to (
  landlord_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  primary key (landlord_id, person_id, case_id),
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id)
);
create index case_closed_to_by_case on case_closed_to (landlord_id, case_id);

-- Cases that only some see: those named and those who work on it, and roles. There are few, so that all of them are looked through.
create table case_restriction (
  landlord_id uuid not null,
  case_id uuid not null,
  people uuid[] not null,
  roles text[] collate "C" not null,
  primary key (landlord_id, case_id),
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id)
);

-- What is there already: nothing is restricted yet, and whom it is closed to stands in the events.
do $$
declare one uuid;
begin
  for one in select landlord_id from landlord loop
    perform set_config('redress.landlord', one::text, true);
    insert into case_closed_to (landlord_id, case_id, person_id)
    select landlord_id, case_id, person_id from (
      select e.landlord_id, e.case_id, about.person_id::uuid
      from event e cross join lateral jsonb_array_elements_text(e.body_json -> 'complainedOf') about (person_id)
      where e.landlord_id = one and e.type = 'ComplaintLogged'
      union
      select e.landlord_id, e.case_id, (e.body_json ->> 'personId')::uuid
      from event e where e.landlord_id = one and e.type = 'ConflictDeclared'
    ) closed
    on conflict do nothing;
    delete from case_viewer v using case_closed_to c
    where v.landlord_id = one and c.landlord_id = one and c.case_id = v.case_id and c.person_id = v.person_id;
  end loop;
  perform set_config('redress.landlord', '', true);
end $$;

alter table case_closed_to enable row level security;
alter table case_closed_to force row level security;
create policy by_landlord on case_closed_to
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
alter table case_restriction enable row level security;
alter table case_restriction force row level security;
create policy by_landlord on case_restriction
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, update, delete on case_closed_to, case_restriction to redress_rows;
