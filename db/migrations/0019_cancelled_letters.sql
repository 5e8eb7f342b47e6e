-- A letter that was issued and is not to go after all leaves the outbox; its file stays as it was.
alter table letter add column cancelled_on date;
