/**
 * The floor to compare with: what a bare Fastify and `pg` need for the same rows as JSON, with the same look-up of the session
 * and the same transaction of one landlord. Nothing is checked or shown that could be left out. Run by `bench/run.ts`.
 */
import { createHash } from 'node:crypto';
import { fastify } from 'fastify';
import pg from 'pg';

const [url = '', today = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'redress floor' });
const web = fastify();

const lists: Readonly<Record<string, string>> = {
  '/my-work': `
    select o.obligation_id, o.kind, o.stage, o.due_on, o.due_at, o.long_stop_on, o.work_on, o.from_event, o.from_on, o.rule, o.clause,
      o.owner_person, o.owner_team, o.case_id, c.reference, c.complainant_name, c.address, c.adjustments, o.priority, c.category
    from obligation o join case_index c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
    where o.landlord_id = $1 and o.owner_person = $2 and o.discharged_on is null and o.lapsed_on is null and not o.cannot_judge
      and (o.starts_on is null or o.starts_on <= $3) and o.with_needs
      and (c.handler_id = $2 or c.logged_by = $2 or exists (
        select from obligation x where x.landlord_id = c.landlord_id and x.case_id = c.case_id and x.owner_person = $2))
    order by o.priority desc, o.due_order, o.case_id, o.obligation_id limit 51`,
  '/cases': `
    select c.case_id, c.reference, c.complainant_name, c.address, c.stage, c.suspended_on, p.name as handler, c.category,
      c.priority, c.adjustments, c.received_on, c.next_kind, c.next_due_on, c.window_closes_on, c.answered_on, c.changed_at
    from case_index c left join person p on p.landlord_id = c.landlord_id and p.person_id = c.handler_id
    where c.landlord_id = $1 and $2::uuid is not null and $3::date is not null
    order by c.next_due_order, c.case_id limit 51`,
};

for (const [path, text] of Object.entries(lists)) {
  web.get(path, async (request, reply) => {
    const token = /redress-session=([A-Za-z0-9_-]{43})/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const client = await pool.connect();
    try {
      const sessions = await client.query({
        name: 'session',
        text: 'select landlord_id, person_id, seen_at, expires_at from session where token_hash = $1',
        values: [createHash('sha256').update(token).digest()],
      });
      const session = sessions.rows[0];
      if (session === undefined) return await reply.code(401).send({});
      await client.query(
        `begin isolation level repeatable read read only; set local redress.landlord = '${session.landlord_id}'`,
      );
      const list = await client.query({ name: path, text, values: [session.landlord_id, session.person_id, today] });
      await client.query('commit');
      return list.rows;
    } finally {
      client.release();
    }
  });
}

process.stdout.write(`ready at ${await web.listen({ host: '127.0.0.1', port: 0 })}\n`);
process.on('SIGTERM', () => void web.close().then(() => pool.end()));
