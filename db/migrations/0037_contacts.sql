-- What somebody told us, judged or not yet: a stream of its own in `event`, by its first event. These are the rows its lists read, written
-- again from those events; whom it is about stands in `record_index`, what is owed on it in `obligation`.
create table contact (
  landlord_id uuid not null,
  record_id uuid not null,
  version integer not null,
  channel text collate "C" not null,
  told_on date not null,
  logged_on date not null,
  -- Where their words are kept.
  words_id uuid not null,
  recorded_by uuid not null,
  -- A danger that is to be made safe.
  danger boolean not null,
  triaged_on date,
  triaged_by uuid,
  outcome text collate "C",
  feedback_kind text collate "C",
  category text collate "C",
  service_area text collate "C",
  theme text collate "C",
  became_case uuid,
  became_record uuid,
  primary key (landlord_id, record_id),
  foreign key (landlord_id, record_id) references case_stream (landlord_id, case_id),
  foreign key (landlord_id, recorded_by) references person (landlord_id, person_id),
  foreign key (landlord_id, triaged_by) references person (landlord_id, person_id)
);
create index contact_judged on contact (landlord_id, triaged_on, record_id) where triaged_on is not null;
create index contact_by_recorder on contact (landlord_id, recorded_by, logged_on, record_id);
create index contact_feedback on contact (landlord_id, triaged_on, record_id) where feedback_kind is not null;
create index contact_feedback_by_kind on contact (landlord_id, feedback_kind, triaged_on, record_id) where feedback_kind is not null;
create index contact_by_case on contact (landlord_id, became_case) where became_case is not null;

alter table contact enable row level security;
alter table contact force row level security;
create policy by_landlord on contact
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, update, delete on contact to redress_rows;

-- What was suggested to whoever judged it, and whether they came to the same: countable for each suggestion.
create table contact_suggestion (
  landlord_id uuid not null,
  record_id uuid not null,
  hint text collate "C" not null,
  suggests text collate "C" not null,
  followed boolean not null,
  triaged_on date not null,
  primary key (landlord_id, record_id, hint),
  foreign key (landlord_id, record_id) references contact (landlord_id, record_id) on delete cascade
);
create index contact_suggestion_by_day on contact_suggestion (landlord_id, triaged_on, hint, suggests, followed);

alter table contact_suggestion enable row level security;
alter table contact_suggestion force row level security;
create policy by_landlord on contact_suggestion
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, update, delete on contact_suggestion to redress_rows;

-- Some of the "no" answers to the offer of a complaint are looked at again.
alter table dissatisfaction add column sampled_on date;
alter table dissatisfaction add column reviewed_on date;
alter table dissatisfaction add column verdict text collate "C";
create index dissatisfaction_sample on dissatisfaction (landlord_id, sampled_on, record_id) where sampled_on is not null;
