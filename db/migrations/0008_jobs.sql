-- The one way for a web request to leave work for later, inside its own transaction. The worker's tables are closed to
-- everybody but their owner, whose function this is. A job names its landlord, and only the one now set.

create schema jobs;
grant usage on schema jobs to redress_rows;

create function jobs.queue(task text, payload json, key text default null, run_at timestamptz default null) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if payload ->> 'landlord_id' is distinct from nullif(current_setting('redress.landlord', true), '') then
    raise exception 'The job % does not name the landlord that is set.', task using errcode = 'check_violation';
  end if;
  perform graphile_worker.add_job(identifier => task, payload => payload, job_key => key, run_at => run_at);
end $$;
revoke execute on function jobs.queue from public;
grant execute on function jobs.queue to redress_rows;
