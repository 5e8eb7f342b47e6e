/** How the lists and counts of contacts are planned among many, as the app role. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { RawBuilder } from 'kysely';
import { planOf } from '../../../test/plans.ts';
import { staffSite } from '../../../test/staff-site.ts';
import { judgedStatement, timesToldStatement, triageCountStatement, triageQueueStatement } from './contacts.ts';
import { dissatisfactionStatement } from './dissatisfaction.ts';
import { feedbackCountStatement, feedbackStatement, suggestionCountStatement } from './feedback.ts';

const site = await staffSite();
const { landlordId } = site.magna;
const all = { kind: 'all', personId: '00000000-0000-7000-8000-000000000000', roles: [] } as const;
const person = site.magna.people[0]?.personId ?? '';
const own = { kind: 'own', personId: person, roles: [] } as const;

// Some thousands of contacts, all but a few of them judged, a tenth of them feedback.
await site.database.admin.query(
  `with streams as (insert into case_stream (landlord_id, case_id, version, head_hash)
     select $1, gen_random_uuid(), 1, decode(repeat('00', 32), 'hex') from generate_series(1, 6000) returning case_id),
   numbered as (select case_id, row_number() over () as n, gen_random_uuid() as person from streams),
   listed as (insert into record_index (landlord_id, record_id, kind, name, person_id, recorded_by)
     select $1, case_id, 'contact', 'Somebody', person, $2 from numbered),
   phones as (insert into personal_text (landlord_id, text_id, subject, class, value, salt)
     select $1, gen_random_uuid(), person, 'resident-phone', n::text, decode(repeat('00', 32), 'hex') from numbered),
   owed as (insert into obligation (landlord_id, case_id, obligation_id, kind, owner_team, due_on, work_on, discharged_on, priority, cannot_judge, by_refusal, with_needs)
     select $1, case_id, 'triage', 'triage', 'triage', date '2026-01-01' + n::int % 300, date '2026-01-01' + n::int % 300,
       case when n % 150 = 0 then null else date '2026-02-10' end, false, false, false, false from numbered),
   contacts as (insert into contact (landlord_id, record_id, version, channel, told_on, logged_on, words_id, recorded_by, danger, triaged_on, triaged_by, outcome, feedback_kind)
     select $1, case_id, 1, 'phone', date '2026-01-01' + n::int % 300, date '2026-01-01' + n::int % 300, gen_random_uuid(), $2, false,
       case when n % 150 = 0 then null else date '2026-01-01' + n::int % 300 end, case when n % 150 = 0 then null else $2::uuid end,
       case when n % 150 = 0 then null when n % 10 = 0 then 'feedback' else 'complaint' end,
       case when n % 150 <> 0 and n % 10 = 0 then 'compliment' end from numbered)
   select 1`,
  [landlordId, person],
);
await site.database.admin.query(
  `insert into contact_suggestion (landlord_id, record_id, hint, suggests, followed, triaged_on)
   select landlord_id, record_id, 'dissatisfied', 'complaint', true, triaged_on from contact where triaged_on is not null`,
);
await site.database.admin.query(
  `with streams as (insert into case_stream (landlord_id, case_id, version, head_hash)
     select $1, gen_random_uuid(), 1, decode(repeat('00', 32), 'hex') from generate_series(1, 4000) returning case_id)
   insert into dissatisfaction (landlord_id, record_id, version, source, channel, told_on, person_id, name, recorded_by, settled_on, sampled_on)
   select $1, case_id, 1, 'contact', 'phone', date '2025-01-01' + n::int % 400, gen_random_uuid(), 'Somebody', $2, date '2026-02-10',
     case when n % 40 = 0 then date '2025-01-01' + n::int % 400 end
   from (select case_id, row_number() over () as n from streams) numbered`,
  [landlordId, person],
);
for (const table of ['contact', 'contact_suggestion', 'record_index', 'personal_text', 'obligation', 'dissatisfaction'])
  await site.database.admin.query(`analyze ${table}`);

async function plan(statement: RawBuilder<unknown>): Promise<string> {
  const { sql, parameters } = statement.compile(site.app.database.kysely);
  return (await planOf(site.database, landlordId, sql, parameters)).join('\n');
}

/** The small table of people may be read whole; nothing else may. */
function indexed(text: string, index: RegExp): void {
  assert.doesNotMatch(text.replaceAll(/Seq Scan on person\b/g, ''), /Seq Scan/, text);
  assert.match(text, index, text);
}

test('[R69] the queue of the untriaged and its count are read off the team’s index', async () => {
  for (const scope of [all, own]) {
    indexed(await plan(triageQueueStatement(landlordId, scope)), /obligation_open/);
    indexed(await plan(triageCountStatement(landlordId, scope, '2026-06-01')), /obligation_open/);
  }
});

test('[R69] what was judged is read off its index, everybody’s and one’s own', async () => {
  indexed(await plan(judgedStatement(landlordId, all)), /contact_judged|contact_feedback/);
  indexed(await plan(judgedStatement(landlordId, own)), /contact_by_recorder/);
});

test('[MGL-34] feedback and what was suggested are listed and counted off their indexes', async () => {
  indexed(await plan(feedbackStatement(landlordId, null)), /contact_feedback/);
  indexed(await plan(feedbackStatement(landlordId, 'compliment')), /contact_feedback/);
  indexed(await plan(feedbackCountStatement(landlordId, '2026-10-01')), /contact_feedback/);
  indexed(await plan(suggestionCountStatement(landlordId, '2026-10-25')), /contact_suggestion_by_day/);
});

test('how often somebody has told us something, and the “no” answers to look at again, are looked up', async () => {
  indexed(await plan(timesToldStatement(landlordId, person, '2026-01-01')), /personal_text_by_subject/);
  indexed(await plan(dissatisfactionStatement(landlordId, all, 'sample')), /dissatisfaction_sample/);
});
