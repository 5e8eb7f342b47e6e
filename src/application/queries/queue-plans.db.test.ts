/** How the lists around logging and handing out are planned among many complaints, as the app role. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { RawBuilder } from 'kysely';
import { manyCases } from '../../../test/many-cases.ts';
import { planOf } from '../../../test/plans.ts';
import { staffSite } from '../../../test/staff-site.ts';
import { candidatesStatement } from './calendar-cases.ts';
import { dissatisfactionStatement } from './dissatisfaction.ts';
import { earlierCasesStatement } from './earlier-cases.ts';
import { contactStatement, heldStatement } from './held-work.ts';
import { workStatement } from './my-work.ts';
import { requestShows, requestsStatement } from './service-requests.ts';
import { unassignedStatement } from './unassigned.ts';
import { workloadStatement } from './workload.ts';

const site = await staffSite();
const { landlordId } = site.magna;
const all = { kind: 'all', personId: '00000000-0000-7000-8000-000000000000', roles: [] } as const;

await manyCases(site.database, landlordId, 6000);
await site.database.admin.query(
  `insert into home (landlord_id, home_id, address, postcode)
   select $1, gen_random_uuid(), n || ' Some Street', 'ZZ' || (n % 500) || ' 1AA' from generate_series(1, 6000) n`,
  [landlordId],
);
await site.database.admin.query(
  `insert into personal_text (landlord_id, text_id, subject, class, value, salt)
   select $1, gen_random_uuid(), gen_random_uuid(), kind, n::text, decode(repeat('00', 32), 'hex')
   from generate_series(1, 6000) n, unnest(array['resident-phone', 'resident-email', 'note']) kind`,
  [landlordId],
);
for (const table of ['home', 'personal_text']) await site.database.admin.query(`analyze ${table}`);

// As many records of dissatisfaction, all but a few of them settled.
await site.database.admin.query(
  `with streams as (insert into case_stream (landlord_id, case_id, version, head_hash)
     select $1, gen_random_uuid(), 1, decode(repeat('00', 32), 'hex') from generate_series(1, 6000) returning case_id)
   insert into dissatisfaction (landlord_id, record_id, version, source, channel, told_on, person_id, name, recorded_by, settled_on)
   select $1, case_id, 1, 'contact', 'phone', date '2025-01-01' + n::int % 400, gen_random_uuid(), 'Somebody', $2,
     case when n % 60 = 0 then null else date '2026-02-10' end
   from (select case_id, row_number() over () as n from streams) numbered`,
  [landlordId, site.magna.people[0]?.personId],
);
await site.database.admin.query('analyze dissatisfaction');

// As many requests for a service, most of them ended.
await site.database.admin.query(
  `with streams as (insert into case_stream (landlord_id, case_id, version, head_hash)
     select $1, gen_random_uuid(), 1, decode(repeat('00', 32), 'hex') from generate_series(1, 6000) returning case_id)
   insert into service_request (landlord_id, request_id, version, asked_on, person_id, name, service_area, health_and_safety,
     owner_person, recorded_by, next_due_on, ended_on, ended_how)
   select $1, case_id, 1, date '2025-01-01' + n::int % 400, gen_random_uuid(), 'Somebody', 'area-' || n % 40, false,
     case when n % 50 = 0 then null else $2::uuid end, $2, case when n % 4 = 0 then date '2026-03-01' + n::int % 20 end,
     case when n % 4 = 0 then null else date '2026-02-10' end, case when n % 4 = 0 then null else 'completed' end
   from (select case_id, row_number() over () as n from streams) numbered`,
  [landlordId, site.magna.people[0]?.personId],
);
await site.database.admin.query('analyze service_request');

async function plan(statement: RawBuilder<unknown>): Promise<string> {
  const { sql, parameters } = statement.compile(site.app.database.kysely);
  return (await planOf(site.database, landlordId, sql, parameters)).join('\n');
}

test('[MAG-21] earlier complaints are looked for by indexes alone', async () => {
  const asked = { name: 'Amaka Okonkwo', email: 'a@example.org', phone: '01632 960123' };
  for (const home of [{ address: '14 Larch Court', postcode: 'ZZ1 4LC' }, null]) {
    const text = await plan(earlierCasesStatement(landlordId, all, { ...asked, home }));
    assert.doesNotMatch(text, /Seq Scan/, text);
    assert.match(text, /personal_text_by_contact/, text);
    assert.match(text, /case_index_by_complainant/, text);
  }
});

test('[R69] the queue is read off an index of what is open, of nobody or of the team', async () => {
  const text = await plan(unassignedStatement(landlordId, 'complaints', all));
  assert.doesNotMatch(text, /Seq Scan/, text);
  assert.match(text, /obligation_open/, text);
});

test('[R11] what a change of the calendar can touch is found among what is open, by indexes', async () => {
  const text = await plan(candidatesStatement(landlordId, '2026-03-20'));
  assert.doesNotMatch(text, /Seq Scan/, text);
  assert.match(text, /obligation_open/, text);
  assert.match(text, /case_index_by_window/, text);
});

test('[R11] My work, ordered by the dates worked to, is found by the index of a person’s or a team’s open duties', async () => {
  const today = '2026-03-02';
  const person = { kind: 'person', personId: '00000000-0000-0000-0000-000000000007' } as const;
  const mine = await plan(workStatement(landlordId, person, all, today, {}));
  assert.match(mine, /obligation_open_by_person/, mine);
  const team = await plan(workStatement(landlordId, { kind: 'team', team: 'complaints' }, all, today, {}));
  assert.match(team, /obligation_open/, team);
});

test('work for people with adjustments alone is read off an index of its own', async () => {
  const person = { kind: 'person', personId: '00000000-0000-0000-0000-000000000007' } as const;
  const text = await plan(workStatement(landlordId, person, all, '2026-03-02', { needs: true }));
  assert.match(text, /obligation_open_by_person_with_needs/, text);
  assert.doesNotMatch(text, /Seq Scan on (?:obligation|case_index)/, text);
});

test('[MGL-03] what is open of dissatisfaction, and what was settled, is read off an index in its order', async () => {
  const own = { kind: 'own', personId: site.magna.people[0]?.personId ?? '', roles: [] } as const;
  for (const scope of [all, own]) {
    const open = await plan(dissatisfactionStatement(landlordId, scope, 'open'));
    assert.match(open, /dissatisfaction_open/, open);
    const settled = await plan(dissatisfactionStatement(landlordId, scope, 'settled'));
    assert.match(settled, /dissatisfaction_by_day/, settled);
    for (const text of [open, settled])
      assert.doesNotMatch(text, /Seq Scan on (dissatisfaction|obligation|case_index)/, text);
  }
});

test('[R69][MGL-14] what somebody carries and holds is read off indexes of that person', async () => {
  const [someone] = site.magna.people;
  assert.ok(someone);
  const held = await plan(heldStatement(landlordId, someone.personId));
  assert.match(held, /obligation_open_by_person/, held);
  const contacts = await plan(contactStatement(landlordId, someone.personId, '2026-03-02'));
  assert.match(contacts, /case_index_by_contact|case_index_by_handler/, contacts);
  const loads = await plan(workloadStatement(landlordId, '2026-03-02'));
  assert.match(loads, /obligation_open_by_person/, loads);
  for (const text of [held, contacts, loads]) assert.doesNotMatch(text, /Seq Scan on (obligation|case_index)/, text);
});

test('[MAG-13] requests for a service are read off an index in their order, a page at a time, whatever is chosen', async () => {
  const personId = site.magna.people[0]?.personId ?? '';
  const own = { kind: 'own', personId, roles: [] } as const;
  const from = { on: '2026-03-02', requestId: '00000000-0000-0000-0000-000000000007' } as const;
  for (const scope of [all, own])
    for (const show of requestShows)
      for (const serviceArea of [null, 'area-7']) {
        const of = { landlordId, scope, selection: { show, serviceArea }, personId, today: '2026-03-05' } as const;
        for (const place of [null, from]) {
          const text = await plan(requestsStatement(of, place));
          assert.doesNotMatch(text, /Seq Scan on service_request/, text);
          if (scope === all && serviceArea === null) assert.doesNotMatch(text, /Sort/, `${show}\n${text}`);
        }
      }
});
