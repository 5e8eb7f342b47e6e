-- What is no complaint's case has streams of its own in `event`, each kind told by its first event. This is what every list of mixed work
-- reads of them, whatever their kind: whom it is about and who may see it. What is particular to a kind has a table of its own beside
-- it. Both are written again from the events. Restricted referrals are not here: no list may tell that there is one.
create table record_index (
  landlord_id uuid not null,
  record_id uuid not null,
  kind text collate "C" not null,
  name text not null,
  address text,
  adjustments text,
  person_id uuid,
  recorded_by uuid,
  owner_id uuid,
  primary key (landlord_id, record_id),
  foreign key (landlord_id, record_id) references case_stream (landlord_id, case_id),
  foreign key (landlord_id, recorded_by) references person (landlord_id, person_id),
  foreign key (landlord_id, owner_id) references person (landlord_id, person_id)
);
create index record_index_by_person on record_index (landlord_id, person_id) where person_id is not null;

alter table record_index enable row level security;
alter table record_index force row level security;
create policy by_landlord on record_index
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, update, delete on record_index to redress_rows;

-- Migrations run as the owner, for whom forced policies hold as well: for this copy they are lifted.
alter table record_index no force row level security;
alter table dissatisfaction no force row level security;
insert into record_index (landlord_id, record_id, kind, name, person_id, recorded_by)
  select landlord_id, record_id, 'dissatisfaction', name, person_id, recorded_by from dissatisfaction;
alter table record_index force row level security;
alter table dissatisfaction force row level security;
