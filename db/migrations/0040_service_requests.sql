-- Requests for a service: a stream of their own in `event`, by its first event. These are the rows lists read, written again from those
-- events. What is owed on them stands in `obligation` beside what is owed on complaints; the date of the next of it stands here as well,
-- so that the list is read in the order of an index.
create table service_request (
  landlord_id uuid not null,
  request_id uuid not null,
  version integer not null,
  asked_on date not null,
  person_id uuid not null,
  name text not null,
  home_id uuid,
  address text,
  service_area text collate "C" not null,
  contractor text,
  health_and_safety boolean not null,
  housing_system text,
  housing_reference text,
  -- Nobody: it waits in the team's queue.
  owner_person uuid,
  recorded_by uuid not null,
  reviewed_on date,
  -- What is owed next; null once it has ended.
  next_due_on date,
  ended_on date,
  ended_how text collate "C",
  primary key (landlord_id, request_id),
  foreign key (landlord_id, request_id) references case_stream (landlord_id, case_id),
  foreign key (landlord_id, home_id) references home (landlord_id, home_id),
  foreign key (landlord_id, owner_person) references person (landlord_id, person_id),
  foreign key (landlord_id, recorded_by) references person (landlord_id, person_id)
);
create index service_request_open on service_request (landlord_id, next_due_on, request_id) where ended_on is null;
create index service_request_of_owner on service_request (landlord_id, owner_person, next_due_on, request_id)
  where ended_on is null;
-- Rows without an owner are no equality to an index: the queue has one of its own.
create index service_request_queue on service_request (landlord_id, next_due_on, request_id)
  where ended_on is null and owner_person is null;
create index service_request_of_area on service_request (landlord_id, service_area, next_due_on, request_id)
  where ended_on is null;
create index service_request_ended on service_request (landlord_id, ended_on, request_id) where ended_on is not null;
create index service_request_ended_of_area on service_request (landlord_id, service_area, ended_on, request_id)
  where ended_on is not null;
create index service_request_of_person on service_request (landlord_id, person_id);
create index service_request_at_home on service_request (landlord_id, home_id);
create index service_request_by_housing_reference on service_request (landlord_id, housing_reference)
  where housing_reference is not null;
create index service_request_of_recorder on service_request (landlord_id, recorded_by, next_due_on, request_id);

-- Which complaint has to do with which request: about how it was dealt with, or with the request as its background.
create table service_request_link (
  landlord_id uuid not null,
  request_id uuid not null,
  case_id uuid not null,
  why text collate "C" not null,
  primary key (landlord_id, request_id, case_id),
  foreign key (landlord_id, request_id) references case_stream (landlord_id, case_id),
  -- Asked at the end: a complaint about a request is noted on the request in the transaction that makes the complaint.
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id) deferrable initially deferred
);
create index service_request_link_of_case on service_request_link (landlord_id, case_id);

alter table service_request enable row level security;
alter table service_request force row level security;
create policy by_landlord on service_request
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, update, delete on service_request to redress_rows;

alter table service_request_link enable row level security;
alter table service_request_link force row level security;
create policy by_landlord on service_request_link
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, update, delete on service_request_link to redress_rows;
