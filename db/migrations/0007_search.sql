-- Search. Under row-level security a query loses its GIN indexes, because the operators that use them are not marked
-- leakproof; so searching goes through functions that belong to a role which can read this one table, cannot sign in,
-- and which filter by landlord themselves.

create table search_text (
  landlord_id uuid not null,
  case_id uuid not null,
  -- Reference, names and address in small letters: found by any part of three letters or more.
  look text collate "C" not null,
  -- Words of letters, notes and what people told us.
  words tsvector not null,
  primary key (landlord_id, case_id),
  foreign key (landlord_id, case_id) references case_stream (landlord_id, case_id)
);
-- fastupdate off: with it on, a hundred updates put a linear list in front of every search.
create index search_text_by_look on search_text using gin (landlord_id, look gin_trgm_ops) with (fastupdate = off);
create index search_text_by_words on search_text using gin (landlord_id, words) with (fastupdate = off);

alter table search_text enable row level security;
alter table search_text force row level security;
create policy by_landlord on search_text
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
create policy search_functions_filter_themselves on search_text for select to redress_search using (true);

grant select, insert, update, delete on search_text to redress_rows;
grant usage on schema public to redress_search;
grant select (landlord_id, case_id, look, words) on search_text to redress_search;

-- Cases whose reference, names or address contain the text. At most `most` of them, the closest first among the first
-- thousand found. Fewer than three letters find nothing.
create function search_by_look(sought text, most integer) returns table (case_id uuid, likeness real)
language sql stable security definer rows 50
set search_path = pg_catalog, public, pg_temp as $$
  select found.case_id, word_similarity(lower(sought), found.look)
  from (
    select s.case_id, s.look
    from search_text s
    where s.landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid
      and s.look like '%' || replace(replace(replace(lower(sought), '\', '\\'), '%', '\%'), '_', '\_') || '%'
      and length(sought) >= 3
    limit 1000
  ) found
  order by 2 desc, 1
  limit least(most, 1000)
$$;

-- The same allowing for a slip of the pen: "Collarts" finds "Collards".
create function search_by_likeness(sought text, most integer) returns table (case_id uuid, likeness real)
language sql stable security definer rows 50
set search_path = pg_catalog, public, pg_temp
set pg_trgm.word_similarity_threshold = 0.5 as $$
  select found.case_id, word_similarity(lower(sought), found.look)
  from (
    select s.case_id, s.look
    from search_text s
    where s.landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid
      and lower(sought) <% s.look
      and length(sought) >= 3
    limit 1000
  ) found
  order by 2 desc, 1
  limit least(most, 1000)
$$;

-- Cases in whose letters, notes or messages the words occur, as people write searches: all words, "a phrase", -not.
create function search_by_words(sought text, most integer) returns table (case_id uuid, likeness real)
language sql stable security definer rows 50
set search_path = pg_catalog, public, pg_temp as $$
  select found.case_id, ts_rank(found.words, websearch_to_tsquery('english', sought))
  from (
    select s.case_id, s.words
    from search_text s
    where s.landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid
      and s.words @@ websearch_to_tsquery('english', sought)
    limit 1000
  ) found
  order by 2 desc, 1
  limit least(most, 1000)
$$;

revoke execute on function search_by_look, search_by_likeness, search_by_words from public;
grant execute on function search_by_look, search_by_likeness, search_by_words to redress_rows;

-- A function's new owner has to be able to create in its schema, at this moment only.
grant create on schema public to redress_search;
alter function search_by_look(text, integer) owner to redress_search;
alter function search_by_likeness(text, integer) owner to redress_search;
alter function search_by_words(text, integer) owner to redress_search;
revoke create on schema public from redress_search;
