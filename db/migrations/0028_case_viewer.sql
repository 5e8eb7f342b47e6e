-- Who sees a case whole because it is theirs: its handler, whoever logged it, whoever has or had a duty of it (R69). With the order of
-- what is due, so that a page of somebody's own cases is read off an index, however many they have had.
create table case_viewer (
  landlord_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  next_due_order timestamp(3) not null,
  primary key (landlord_id, case_id, person_id),
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id)
);

-- What is there already.
do $$
declare one uuid;
begin
  for one in select landlord_id from landlord loop
    perform set_config('redress.landlord', one::text, true);
    insert into case_viewer (landlord_id, case_id, person_id, next_due_order)
    select c.landlord_id, c.case_id, v.person_id, c.next_due_order
    from (
      select case_id, handler_id as person_id from case_index where landlord_id = one and handler_id is not null
      union select case_id, logged_by from case_index where landlord_id = one and logged_by is not null
      union select case_id, owner_person from obligation
        where landlord_id = one and owner_person is not null and kind <> 'supply-information'
    ) v join case_index c on c.landlord_id = one and c.case_id = v.case_id;
  end loop;
  perform set_config('redress.landlord', '', true);
end $$;

create index case_viewer_by_due on case_viewer (landlord_id, person_id, next_due_order, case_id);

alter table case_viewer enable row level security;
alter table case_viewer force row level security;
create policy by_landlord on case_viewer
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, update, delete on case_viewer to redress_rows;
