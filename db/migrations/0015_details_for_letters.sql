-- What letters print of a landlord itself, as its people supplied it: every state is kept, the newest counts.
create table landlord_details (
  landlord_id uuid not null references landlord,
  revision integer not null check (revision >= 1),
  -- Lines apart by a line break; null where it is not supplied.
  address text,
  phone text,
  email text,
  web text,
  -- Which of them the landlord has none of.
  none text[] collate "C" not null,
  actor text collate "C" not null,
  recorded_at timestamptz(3) not null,
  primary key (landlord_id, revision)
);
create trigger landlord_details_is_forever before update or delete on landlord_details
  for each row execute function refuse_change();
alter table landlord_details enable row level security;
alter table landlord_details force row level security;
create policy by_landlord on landlord_details
  using (landlord_id = nullif(current_setting('redress.landlord', true), '')::uuid);
grant select, insert on landlord_details to redress_rows;

-- Every page prints from them, so they come with the session.
drop function come_in(bytea, timestamptz);
create function come_in(token bytea, at timestamptz)
returns table (
  landlord_id uuid, person_id uuid, seen_at timestamptz,
  name text, job_title text, left_on date, roles text[],
  landlord_name text, slug text, policy_id text, demonstration boolean, packs text[], calendar_revision integer,
  details jsonb
)
language plpgsql
as $$
#variable_conflict use_column
declare
  come session;
begin
  select * into come from session where session.token_hash = token and session.expires_at > at;
  if not found then
    return;
  end if;
  perform set_config('redress.landlord', come.landlord_id::text, true);
  return query
    select come.landlord_id, come.person_id, come.seen_at::timestamptz, p.name, p.job_title, p.left_on,
      array(select role::text from person_role
        where person_role.landlord_id = come.landlord_id and person_role.person_id = come.person_id order by role),
      l.name, l.slug::text, l.policy_id::text, l.demonstration,
      array(select pack_hash::text from pack
        where pack.landlord_id = come.landlord_id and pack.policy_id = l.policy_id order by loaded_at desc, pack_hash),
      coalesce((select max(revision) from calendar_revision where calendar_revision.landlord_id = come.landlord_id), 0),
      (select to_jsonb(d) - array['landlord_id', 'revision', 'actor', 'recorded_at'] from landlord_details d
        where d.landlord_id = come.landlord_id order by d.revision desc limit 1)
    from landlord l join person p on p.landlord_id = l.landlord_id
    where l.landlord_id = come.landlord_id and p.person_id = come.person_id;
end
$$;

revoke all on function come_in(bytea, timestamptz) from public;
grant execute on function come_in(bytea, timestamptz) to redress_rows;
