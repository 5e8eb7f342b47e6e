-- An answer whose date has not moved counts in the same month by its present and by its first date, so the figures by the first date
-- need only the few that moved: an index of those alone, each way, in place of one over every answer. A column says it, and not a
-- condition, so that PostgreSQL knows how few they are.
alter table obligation add column date_moved boolean not null
  generated always as (first_due_on is distinct from due_on) stored;
drop index obligation_by_first_month;
create index obligation_moved_from on obligation (landlord_id, first_due_on) where kind = 'respond' and date_moved;
create index obligation_moved_to on obligation (landlord_id, fell_due_month) where kind = 'respond' and date_moved;
