-- The date a duty is worked to: the Code's outer date or a promise that stands, where that comes before the due date (R5, R11).
-- Work is ordered by it; figures count from due_on.
alter table obligation add column work_on date;

do $$
declare one uuid;
begin
  for one in select landlord_id from landlord loop
    perform set_config('redress.landlord', one::text, true);
    update obligation set work_on = least(due_on, long_stop_on) where landlord_id = one and due_on is not null;
  end loop;
  perform set_config('redress.landlord', '', true);
end $$;

alter table obligation drop column due_order;
alter table obligation add column due_order timestamp(3) not null generated always as (
  coalesce(due_at at time zone 'Europe/London', coalesce(work_on, due_on) + time '23:59:59.999', timestamp 'infinity')
) stored;
create index obligation_open_by_person on obligation
  (landlord_id, owner_person, priority desc, due_order, case_id, obligation_id)
  where discharged_on is null and lapsed_on is null;
create index obligation_open_by_team on obligation
  (landlord_id, owner_team, priority desc, due_order, case_id, obligation_id)
  where discharged_on is null and lapsed_on is null;
create index obligation_open on obligation (landlord_id, due_order, case_id, obligation_id)
  where discharged_on is null and lapsed_on is null;

-- Cases whose dates a change of the calendar may move: written with the change, counted anew batch by batch, so that nothing is
-- half done where that is interrupted.
create table calendar_recount (
  landlord_id uuid not null,
  case_id uuid not null,
  -- What its dates were counted by before the first change that still waits; 0 is the calendar as shipped.
  from_revision integer not null,
  -- The last change that touched it.
  revision integer not null,
  -- Whether an open date moved; null while it waits.
  moved boolean,
  primary key (landlord_id, case_id),
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id)
);
create index calendar_recount_waiting on calendar_recount (landlord_id, case_id) where moved is null;
create index calendar_recount_by_revision on calendar_recount (landlord_id, revision, moved);

alter table calendar_recount enable row level security;
alter table calendar_recount force row level security;
create policy by_landlord on calendar_recount
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, update, delete on calendar_recount to redress_rows;

-- A promise that stands is known from the events alone: cases that were moved before are written again.
do $$
declare one uuid;
begin
  for one in select landlord_id from landlord loop
    perform set_config('redress.landlord', one::text, true);
    insert into calendar_recount (landlord_id, case_id, from_revision, revision)
    select distinct e.landlord_id, e.case_id, latest.revision, latest.revision
    from event e, (select max(revision) as revision from calendar_revision where landlord_id = one) latest
    where e.landlord_id = one and e.type = 'DatesRecalculated' and latest.revision is not null;
  end loop;
  perform set_config('redress.landlord', '', true);
end $$;
