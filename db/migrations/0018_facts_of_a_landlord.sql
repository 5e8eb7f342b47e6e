-- What every page asks of a landlord (name, policy versions, calendar, details for letters, who works there) hardly ever
-- changes. So each state of it has an id here, drawn anew whenever any of it changes: whoever has read that state before need
-- not read it again.

alter table landlord add column facts uuid not null default gen_random_uuid();

create function own_facts_changed() returns trigger language plpgsql as $$
begin
  new.facts := gen_random_uuid();
  return new;
end
$$;
create trigger facts_changed before update on landlord for each row execute function own_facts_changed();

create function facts_changed() returns trigger language plpgsql as $$
begin
  update landlord set facts = gen_random_uuid() where landlord_id = coalesce(new.landlord_id, old.landlord_id);
  return null;
end
$$;
do $$
declare name text;
begin
  foreach name in array array['person', 'person_role', 'pack', 'calendar_revision', 'landlord_details'] loop
    execute format(
      'create trigger facts_changed after insert or update or delete on %I for each row execute function facts_changed()',
      name);
  end loop;
end $$;
grant update (facts) on landlord to redress_rows;

-- With them kept ready, coming in is one look-up, and needs no function.
drop function come_in(bytea, timestamptz);
