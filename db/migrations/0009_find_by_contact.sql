-- Earlier complaints of somebody who gives the same telephone number or email address. The values are compared as they
-- are stored, by equality, which row-level security lets an index answer; so they are stored in one way of writing.

create index personal_text_by_contact on personal_text (landlord_id, class, value)
  where class in ('resident-phone', 'resident-email');

create index case_index_by_representative on case_index (landlord_id, representative_id)
  where representative_id is not null;
