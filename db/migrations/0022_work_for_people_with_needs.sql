-- Whether somebody with adjustments or support needs is behind a duty: the list of such work alone is read off an index of its
-- own, instead of looking at the case behind each duty.
alter table obligation add column with_needs boolean not null default false;

do $$
declare one uuid;
begin
  for one in select landlord_id from landlord loop
    perform set_config('redress.landlord', one::text, true);
    update obligation o set with_needs = true from case_index c
      where o.landlord_id = one and c.landlord_id = one and c.case_id = o.case_id and c.adjustments is not null;
  end loop;
  perform set_config('redress.landlord', '', true);
end $$;

create index obligation_open_by_person_with_needs on obligation
  (landlord_id, owner_person, priority desc, due_order, case_id, obligation_id)
  where discharged_on is null and lapsed_on is null and with_needs;
create index obligation_open_by_team_with_needs on obligation
  (landlord_id, owner_team, priority desc, due_order, case_id, obligation_id)
  where discharged_on is null and lapsed_on is null and with_needs;
