-- Who logged a case, as a column, so that somebody's own cases come out of indexes: what is inside an event's body cannot
-- be asked for by index under row-level security.
alter table case_index add column logged_by uuid;

do $$
declare one uuid;
begin
  for one in select landlord_id from landlord loop
    perform set_config('redress.landlord', one::text, true);
    update case_index c set logged_by = (e.body_json ->> 'loggedBy')::uuid
    from event e
    where c.landlord_id = one and e.landlord_id = one and e.case_id = c.case_id and e.version <= 2
      and e.type = 'ComplaintLogged';
  end loop;
  perform set_config('redress.landlord', '', true);
end $$;

create index case_index_by_logger on case_index (landlord_id, logged_by) where logged_by is not null;
create index obligation_by_owner on obligation (landlord_id, owner_person, case_id) where owner_person is not null;

-- Cases that can still be taken to stage 2, and those whose last day a change of the calendar may move.
create index case_index_by_window on case_index (landlord_id, window_closes_on, case_id)
  where window_closes_on is not null;

-- The indicators without extension: an answer counts in the month of its first date [R10].
create index obligation_by_first_month on obligation (landlord_id, first_due_on)
  include (stage, discharged_on, lapsed_on, cannot_judge)
  where kind = 'respond';
