-- Dissatisfaction that is not, or not yet, a complaint: a stream of its own in `event`, by its first event. This is the row lists
-- read, written again from those events. What is owed on it stands in `obligation` beside what is owed on complaints.
create table dissatisfaction (
  landlord_id uuid not null,
  record_id uuid not null,
  version integer not null,
  source text collate "C" not null,
  channel text collate "C" not null,
  told_on date not null,
  person_id uuid not null,
  name text not null,
  recorded_by uuid not null,
  offered_on date,
  answer text collate "C",
  answered_on date,
  confirmed_on date,
  became_case uuid,
  -- Nothing is owed on it any more since that day.
  settled_on date,
  primary key (landlord_id, record_id),
  foreign key (landlord_id, record_id) references case_stream (landlord_id, case_id),
  foreign key (landlord_id, recorded_by) references person (landlord_id, person_id)
);
create index dissatisfaction_open on dissatisfaction (landlord_id, told_on, record_id) where settled_on is null;
create index dissatisfaction_by_day on dissatisfaction (landlord_id, told_on, record_id);

alter table dissatisfaction enable row level security;
alter table dissatisfaction force row level security;
create policy by_landlord on dissatisfaction
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, update, delete on dissatisfaction to redress_rows;
