-- What the virus scanner said of a file, where one is set up: a file without a row came in while there was none. A row without an
-- answer is a file that waits to be scanned, and is given to nobody until then.
create table file_scan (
  landlord_id uuid not null,
  sha256 text collate "C" not null,
  scanned_at timestamptz(3),
  -- What was found in it; null where it was found clean, or has not been scanned.
  found text,
  primary key (landlord_id, sha256),
  foreign key (landlord_id, sha256) references document (landlord_id, sha256),
  check (found is null or scanned_at is not null)
);
create index file_scan_waiting on file_scan (landlord_id, sha256) where scanned_at is null;

alter table file_scan enable row level security;
alter table file_scan force row level security;
create policy by_landlord on file_scan
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert, delete on file_scan to redress_rows;
grant update (scanned_at, found) on file_scan to redress_rows;
