-- All cases, narrowed to what is rare: without these, finding the few means reading them all.
create index case_index_uncommon on case_index (landlord_id, next_due_order, case_id)
  where withdrawn_on is not null or refused_on is not null or suspended_on is not null or escalated_on is not null;
create index case_index_with_needs on case_index (landlord_id, next_due_order, case_id) where adjustments is not null;
