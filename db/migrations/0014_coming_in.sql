-- Coming in with a session, in one trip: whose it is, their landlord set for the rest of the transaction, and what every
-- page asks of both. No row where there is no such session, or it has ended.
--
-- It runs as whoever calls it: row-level security holds from the moment the landlord is set, and not before.

create function come_in(token bytea, at timestamptz)
returns table (
  landlord_id uuid, person_id uuid, seen_at timestamptz,
  name text, job_title text, left_on date, roles text[],
  landlord_name text, slug text, policy_id text, demonstration boolean, packs text[], calendar_revision integer
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
      coalesce((select max(revision) from calendar_revision where calendar_revision.landlord_id = come.landlord_id), 0)
    from landlord l join person p on p.landlord_id = l.landlord_id
    where l.landlord_id = come.landlord_id and p.person_id = come.person_id;
end
$$;

revoke all on function come_in(bytea, timestamptz) from public;
grant execute on function come_in(bytea, timestamptz) to redress_rows;
