-- What belongs together is looked for by street and building, and by contractor, as well as by person and home.
create index home_by_block on home (
  landlord_id,
  postcode,
  regexp_replace(
    regexp_replace(
      btrim(regexp_replace(lower(address), '[[:space:],.]+', ' ', 'g')),
      ' [a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}$', ''),
    '^((flat|apartment|apt|unit|room|maisonette|studio) )?[0-9]+[a-z]? ', '')
);
create index case_index_by_contractor on case_index (landlord_id, lower(contractor), service_area, received_on)
  where contractor is not null;
create index service_request_by_contractor on service_request (landlord_id, lower(contractor), service_area, asked_on)
  where contractor is not null;
