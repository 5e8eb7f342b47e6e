-- The cause of a case, as it was recorded last, as a column: All cases can be narrowed to one, soonest due first.
alter table case_index add column cause text collate "C";

do $$
declare one uuid;
begin
  for one in select landlord_id from landlord loop
    perform set_config('redress.landlord', one::text, true);
    update case_index c set cause = e.body_json ->> 'cause'
    from (select distinct on (case_id) case_id, body_json from event
          where landlord_id = one and type = 'CauseRecorded' order by case_id, version desc) e
    where c.landlord_id = one and c.case_id = e.case_id;
  end loop;
  perform set_config('redress.landlord', '', true);
end $$;

create index case_index_by_cause on case_index (landlord_id, cause, next_due_order, case_id) where cause is not null;
