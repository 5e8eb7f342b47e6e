-- A letter whose reader died or moved before it went is not sent as it is.
alter table letter add column held text collate "C" check (held in ('died', 'moved'));
