-- Which complaints are linked, to be found from either side: an event names the other complaint on one side only.
create table case_link (
  landlord_id uuid not null,
  case_id uuid not null,
  other_case_id uuid not null,
  why text collate "C" not null,
  primary key (landlord_id, case_id, other_case_id, why),
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id)
);
create index case_link_by_other on case_link (landlord_id, other_case_id);

alter table case_link enable row level security;
alter table case_link force row level security;
create policy by_landlord on case_link
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, update, delete on case_link to redress_rows;

do $$
declare one uuid;
begin
  for one in select landlord_id from landlord loop
    perform set_config('redress.landlord', one::text, true);
    insert into case_link (landlord_id, case_id, other_case_id, why)
    select distinct landlord_id, case_id, (body_json ->> 'otherCaseId')::uuid, body_json ->> 'why'
    from event where landlord_id = one and type = 'CaseLinked';
    -- Stage 2 asked for before the stage 1 answer has not begun (R41): the complaint is still at stage 1, with its handler.
    update case_index c set stage = 1, handler_id = (
      select o.owner_person from obligation o
      where o.landlord_id = one and o.case_id = c.case_id and o.obligation_id = 'respond-1')
    where c.landlord_id = one and c.stage = 2 and c.answered_1_on is null and not exists (
      select from obligation o where o.landlord_id = one and o.case_id = c.case_id and o.obligation_id = 'respond-2');
  end loop;
  perform set_config('redress.landlord', '', true);
end $$;
