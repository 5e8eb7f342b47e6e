import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { RawBuilder } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { assertIndexed, planOf } from '../../../test/plans.ts';
import { lateAnswersStatement } from './late-answers.ts';
import { askedStatement, turnaroundStatement } from './turnaround.ts';

const database = await testDatabase();
let landlordId = '';
const someone = '00000000-0000-7000-8000-000000000001';

before(async () => {
  landlordId = await database.addLandlord();
  await database.admin.query(
    `insert into person (landlord_id, person_id, name, sort_name, created_at) values ($1, $2, 'A manager', 'a manager', now())`,
    [landlordId, someone],
  );
  await database.admin.query(
    `insert into person (landlord_id, person_id, name, sort_name, created_at, manager_id)
     select $1, gen_random_uuid(), 'Somebody', 'somebody', now(), case when n % 500 = 0 then $2::uuid end from generate_series(1, 2000) n`,
    [landlordId, someone],
  );
  await database.admin.query(
    `with stream as (
       insert into case_stream (landlord_id, case_id, version, head_hash)
       select $1, gen_random_uuid(), 1, decode(repeat('00', 32), 'hex') from generate_series(1, 4000) returning case_id)
     insert into information_request (landlord_id, case_id, request_id, stage, service_area, asked_by, asked_of, asked_on, due_on, answered_on, working_days)
     select $1, case_id, gen_random_uuid()::text, 1, 'area-' || (row_number() over ()) % 9, p.person_id, p.person_id,
       date '2020-01-01' + ((row_number() over ())::int % 2500), date '2020-01-04' + ((row_number() over ())::int % 2500),
       case when (row_number() over ()) % 20 <> 0 then date '2020-01-05' end, 2
     from stream cross join lateral (select person_id from person where landlord_id = $1 order by person_id offset (random() * 100)::int limit 1) p`,
    [landlordId],
  );
  await database.admin.query('analyze person, information_request, case_stream');
});

async function planFor(statement: RawBuilder<unknown>): Promise<string[]> {
  const { sql, parameters } = statement.compile(database.app.kysely);
  return planOf(database, landlordId, sql, parameters);
}

test('[MGL-52] the figures of the year are read off one index that holds what they count', async () => {
  assertIndexed(await planFor(turnaroundStatement(landlordId, '2026-11-04')), /information_request_asked/, 'may-sort');
});

test('[MGL-52] the questions behind a figure come in the order of an index, and the next page begins in it', async () => {
  const selection = { area: 'area-3', result: 'late', after: null } as const;
  assertIndexed(
    await planFor(askedStatement(landlordId, selection, '2026-11-04')),
    /information_request_of_area/,
    'may-sort',
  );
  const after = { askedOn: '2026-03-01', caseId: someone, requestId: 'x' } as const;
  const next = await planFor(askedStatement(landlordId, { ...selection, after }, '2026-11-04'));
  assertIndexed(next, /information_request_of_area/, 'may-sort');
});

test('[MAG-10] what is late of a manager’s people is read off their index, and theirs alone', async () => {
  const plan = await planFor(lateAnswersStatement(landlordId, someone, '2026-11-04'));
  assertIndexed(plan, /person_by_manager/, 'may-sort');
  assert.match(plan.join('\n'), /information_request_awaited_(of|by)/);
});
