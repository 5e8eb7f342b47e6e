-- How the resident of a case may safely be reached: what lists and the outbox show beside their name.
alter table case_index add column safe_contact text[] not null default '{}';
