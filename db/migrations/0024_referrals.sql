-- Restricted referrals: a stream of their own in `event`, by its first event. This is what lists of them are read from, written again
-- from those events; it holds neither what was noticed nor any word of it. What is owed stands here and nowhere else, so that no list
-- of work, count or report can tell that there is one.
create table referral (
  landlord_id uuid not null,
  referral_id uuid not null,
  case_id uuid not null,
  version integer not null,
  made_at timestamptz not null,
  made_by uuid not null,
  duty_person uuid not null,
  pass_on_by timestamptz not null,
  passed_on_at timestamptz,
  close_by timestamptz not null,
  closed_at timestamptz,
  primary key (landlord_id, referral_id),
  foreign key (landlord_id, referral_id) references case_stream (landlord_id, case_id),
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id),
  foreign key (landlord_id, made_by) references person (landlord_id, person_id),
  foreign key (landlord_id, duty_person) references person (landlord_id, person_id)
);
create index referral_open on referral (landlord_id, made_at, referral_id) where closed_at is null;
create index referral_by_case on referral (landlord_id, case_id);

alter table referral enable row level security;
alter table referral force row level security;
create policy by_landlord on referral
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, update, delete on referral to redress_rows;
