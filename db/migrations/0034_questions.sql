-- Questions to colleagues and to people without an account here, as lists and figures read them: written again from the events. What was asked
-- before there was this table comes into it with `redress rebuild`, or with the next thing that happens to its case.
create table information_request (
  landlord_id uuid not null,
  case_id uuid not null,
  request_id text collate "C" not null,
  stage smallint not null check (stage in (1, 2)),
  service_area text collate "C" not null,
  asked_by uuid,
  -- The colleague who was asked; null for somebody without an account, whose name and organisation lie among the words.
  asked_of uuid,
  outsider_name uuid,
  outsider_organisation uuid,
  asked_on date not null,
  due_on date not null,
  answered_on date,
  -- Passed back, taken back, or not to be had.
  ended_on date,
  -- From the day it was asked to the day it was answered.
  working_days integer,
  primary key (landlord_id, case_id, request_id),
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id),
  check ((asked_of is null) = (outsider_name is not null))
);
create index information_request_awaited_of on information_request (landlord_id, asked_of, due_on)
  where answered_on is null and ended_on is null;
create index information_request_awaited_by on information_request (landlord_id, asked_by, due_on)
  where answered_on is null and ended_on is null;
create index information_request_asked on information_request (landlord_id, asked_on, service_area)
  include (due_on, answered_on, ended_on, working_days);
create index information_request_of_area on information_request (landlord_id, service_area, asked_on, case_id, request_id);

-- Whose people somebody manages.
create index person_by_manager on person (landlord_id, manager_id) where manager_id is not null;

-- A link that opens one question: read before the landlord is known, as `invitation` is, so it has no policy. It holds the SHA-256 of
-- the token and no word of anybody.
create table question_link (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  landlord_id uuid not null,
  case_id uuid not null,
  request_id text collate "C" not null,
  made_at timestamptz(3) not null,
  -- The last London day on which it opens.
  until date not null,
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id)
);
create index question_link_by_request on question_link (landlord_id, case_id, request_id);
create index question_link_by_end on question_link (until);

alter table information_request enable row level security;
alter table information_request force row level security;
create policy by_landlord on information_request
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, update, delete on information_request to redress_rows;
grant select, insert, delete on question_link to redress_rows;
