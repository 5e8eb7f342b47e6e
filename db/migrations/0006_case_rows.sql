-- What lists read: written again from a case's events in the transaction that appends them. Facts and dates only:
-- "overdue" is a comparison with London's today in the query, so no row grows wrong overnight.

create table home (
  landlord_id uuid not null references landlord,
  home_id uuid not null,
  address text not null,
  postcode text collate "C",
  property_reference text collate "C",
  tenure text collate "C",
  relevant_stock boolean,
  primary key (landlord_id, home_id)
);
create index home_by_postcode on home (landlord_id, postcode);
create index home_by_property_reference on home (landlord_id, property_reference);

create table case_index (
  landlord_id uuid not null,
  case_id uuid not null,
  version integer not null,
  reference text collate "C" not null,
  stage smallint not null check (stage in (1, 2)),
  policy_id text collate "C",
  complainant_id uuid,
  complainant_name text not null,
  sort_name text collate "C" not null,
  complainant_type text collate "C",
  representative_id uuid,
  home_id uuid,
  address text,
  handler_id uuid,
  team text collate "C",
  category text collate "C",
  service_area text collate "C",
  contractor text collate "C",
  priority boolean not null default false,
  restricted boolean not null default false,
  -- What the person needs from us, in a line for the work list.
  adjustments text,
  outcome text collate "C",
  points smallint not null default 0,
  received_on date not null,
  logged_on date,
  acknowledged_on date,
  answered_1_on date,
  escalated_on date,
  acknowledged_2_on date,
  answered_2_on date,
  -- The answer of the stage the case is in.
  answered_on date,
  window_closes_on date,
  refused_on date,
  withdrawn_on date,
  suspended_on date,
  closed_on date,
  -- The earliest open obligation.
  next_kind text collate "C",
  next_due_on date,
  next_due_at timestamptz(3),
  long_stop_on date,
  changed_at timestamptz(3) not null,
  -- London's clock, to the end of the day where a date is all there is; last where nothing is owed.
  next_due_order timestamp(3) not null generated always as (
    coalesce(next_due_at at time zone 'Europe/London', next_due_on + time '23:59:59.999', timestamp 'infinity')
  ) stored,
  primary key (landlord_id, case_id),
  unique (landlord_id, reference),
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id),
  foreign key (landlord_id, handler_id) references person (landlord_id, person_id),
  foreign key (landlord_id, home_id) references home (landlord_id, home_id)
);
-- All cases: one index for each order it can be put in; the case_id makes the order total.
create index case_index_by_due on case_index (landlord_id, next_due_order, case_id);
create index case_index_by_received on case_index (landlord_id, received_on, case_id);
create index case_index_by_name on case_index (landlord_id, sort_name, case_id);
create index case_index_by_changed on case_index (landlord_id, changed_at, case_id);
create index case_index_by_handler on case_index (landlord_id, handler_id, next_due_order, case_id);
create index case_index_by_category on case_index (landlord_id, category, next_due_order, case_id);
create index case_index_by_stage on case_index (landlord_id, stage, next_due_order, case_id);
create index case_index_not_closed on case_index (landlord_id, next_due_order, case_id) where closed_on is null;
create index case_index_unassigned on case_index (landlord_id, received_on, case_id)
  where handler_id is null and closed_on is null;
-- Possible earlier cases of the same person or home.
create index case_index_by_complainant on case_index (landlord_id, complainant_id, received_on);
create index case_index_by_home on case_index (landlord_id, home_id, received_on);

create table obligation (
  landlord_id uuid not null,
  case_id uuid not null,
  obligation_id text collate "C" not null,
  kind text collate "C" not null,
  stage smallint check (stage in (1, 2)),
  owner_person uuid,
  owner_team text collate "C",
  -- Safety first: such a case stands on top of every list.
  priority boolean not null default false,
  -- Not work before this day.
  starts_on date,
  -- To whom it is owed.
  owed_to uuid,
  -- The words of the promise, where there are any.
  text_id uuid,
  due_on date,
  due_at timestamptz(3),
  -- Before any extension: the indicators without extension count from here.
  first_due_on date,
  long_stop_on date,
  from_event text collate "C",
  from_on date,
  rule text,
  clause text collate "C",
  discharged_on date,
  lapsed_on date,
  cannot_judge boolean not null default false,
  due_order timestamp(3) not null generated always as (
    coalesce(due_at at time zone 'Europe/London', due_on + time '23:59:59.999', timestamp 'infinity')
  ) stored,
  fell_due_month date generated always as (date_trunc('month', due_on::timestamp)::date) stored,
  primary key (landlord_id, case_id, obligation_id),
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id),
  foreign key (landlord_id, owner_person) references person (landlord_id, person_id)
);
-- My work: what one person or one team still owes, soonest first.
create index obligation_open_by_person on obligation
  (landlord_id, owner_person, priority desc, due_order, case_id, obligation_id)
  where discharged_on is null and lapsed_on is null;
create index obligation_open_by_team on obligation
  (landlord_id, owner_team, priority desc, due_order, case_id, obligation_id)
  where discharged_on is null and lapsed_on is null;
create index obligation_open on obligation (landlord_id, due_order, case_id, obligation_id)
  where discharged_on is null and lapsed_on is null;
-- The indicators: a duty counts in the month it fell due [R10].
create index obligation_by_month on obligation (landlord_id, fell_due_month, kind, stage)
  include (due_on, first_due_on, discharged_on, lapsed_on, cannot_judge);

-- Finished months are worked out whole by a job, once somebody has left a mark; the current month is read live.
create table month_figures (
  landlord_id uuid not null references landlord,
  month date not null check (extract(day from month) = 1),
  figures jsonb not null,
  worked_out_at timestamptz(3) not null,
  primary key (landlord_id, month)
);

create table month_mark (
  landlord_id uuid not null references landlord,
  month date not null check (extract(day from month) = 1),
  mark_id uuid not null,
  primary key (landlord_id, month, mark_id)
);

do $$
declare name text;
begin
  foreach name in array array['home', 'case_index', 'obligation', 'month_figures', 'month_mark'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy by_landlord on %I using (landlord_id = nullif(current_setting(''redress.landlord'', true), '''')::uuid)',
      name);
  end loop;
end $$;

grant select, insert, update, delete on home, case_index, obligation, month_figures, month_mark to redress_rows;
