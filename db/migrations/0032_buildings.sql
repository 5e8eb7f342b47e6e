-- Buildings: the row of each, written again from its own stream of events. Whether it is higher-risk is worked out and never stored: it
-- depends on the law of the day.
create table building (
  landlord_id uuid not null,
  building_id uuid not null,
  version integer not null,
  -- By it homes say which building they are in.
  reference text collate "C" not null,
  name text not null,
  address text,
  storeys smallint check (storeys > 0),
  height_cm integer check (height_cm > 0),
  homes integer check (homes >= 0),
  primary key (landlord_id, building_id),
  unique (landlord_id, reference),
  foreign key (landlord_id, building_id) references case_stream (landlord_id, case_id)
);
alter table building enable row level security;
alter table building force row level security;
create policy by_landlord on building
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, update, delete on building to redress_rows;
