-- Not accepted, a stage still owes something in writing by its date, and that is the refusal letter: lists say so (R20).
alter table obligation add column by_refusal boolean not null default false;
alter table case_index add column next_by_refusal boolean not null default false;
