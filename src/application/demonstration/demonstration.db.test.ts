import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { demonstrationOn, emptyApplication } from '../../../test/demonstration.ts';
import type { TestApplication } from '../../../test/test-application.ts';
import { type Instant, londonDateOf } from '../../domain/calendar/dates.ts';
import { nextWorkingDay, previousWorkingDay } from '../../domain/calendar/working-days.ts';
import { openSigningKey } from '../../outside/signing-key.ts';
import type { Application } from '../application.ts';
import { checkpointEveryLandlord, verifyEverything } from '../proof.ts';
import { bringDemonstrationUpToDate, demonstrationUnfinished, makeDemonstration } from './demonstration.ts';

/** What somebody who looks around has to find at each landlord, as a condition on its complaints or on what is owed. */
const states = {
  'nobody’s yet': 'handler_id is null',
  'with a handler and not acknowledged': 'handler_id is not null and acknowledged_on is null and closed_on is null',
  'acknowledged and not answered': 'acknowledged_on is not null and answered_1_on is null and withdrawn_on is null',
  'answered at stage 1': 'answered_1_on is not null and stage = 1',
  'asked for stage 2': 'stage = 2 and acknowledged_2_on is null',
  'at stage 2': 'acknowledged_2_on is not null and answered_2_on is null',
  'answered at stage 2': 'answered_2_on is not null',
  withdrawn: 'withdrawn_on is not null',
  'not accepted': 'refused_on is not null',
  'before the court': 'suspended_on is not null',
  closed: 'closed_on <= $today',
  'owed nothing and open to stage 2': 'next_due_on is null and window_closes_on >= $today',
  'with adjustments': 'adjustments is not null',
  'made by a representative': 'representative_id is not null',
  'about safety': 'priority',
  late: 'next_due_on < $today',
  'answered late': 'exists (select from obligation o where o.case_id = c.case_id and o.discharged_on > o.due_on)',
  extended: `exists (select from event e where e.case_id = c.case_id and e.type = 'ExtensionDecided')`,
  'with a promise to keep': `exists (select from obligation o where o.case_id = c.case_id and o.kind = 'do-action' and o.discharged_on is null)`,
  'with information asked for': `exists (select from obligation o where o.case_id = c.case_id and o.kind = 'supply-information')`,
  'with updates agreed': `exists (select from event e where e.case_id = c.case_id and e.type = 'UpdatesAgreed')`,
};

async function counted({ database }: TestApplication, condition: string, today: string): Promise<number[]> {
  const found = await database.admin.query<{ count: number }>(
    `select count(c.case_id)::integer as count from landlord l
     left join case_index c on c.landlord_id = l.landlord_id and (${condition.replaceAll('$today', `date '${today}'`)})
     group by l.landlord_id`,
  );
  return found.rows.map(row => row.count);
}

async function verdictOn(t: TestContext, { database }: TestApplication, now: Instant) {
  const folder = await mkdtemp(path.join(tmpdir(), 'redress-demo-keys-'));
  t.after(() => rm(folder, { recursive: true }));
  await checkpointEveryLandlord(database.app, await openSigningKey(folder), folder, now);
  return verifyEverything(database.app, folder);
}

const days: Readonly<Record<string, Instant>> = {
  'a Sunday': '2026-11-22T15:00:00.000Z',
  '29 February': '2024-02-29T11:00:00.000Z',
  'the bank holiday after Christmas': '2026-12-28T10:00:00.000Z',
  'a Monday before anybody is at work': '2027-06-06T23:30:00.000Z',
};

test('a demonstration that was stopped while it was being made is known to be unfinished, and is made again whole', async () => {
  const { app, database } = await emptyApplication('2026-11-04T10:00:00.000Z');
  assert.equal(await demonstrationUnfinished(app), false, 'where there is none');
  const renderLetter: Application['renderLetter'] = () => Promise.reject(new Error('Stopped.'));
  await assert.rejects(
    makeDemonstration({ ...app, renderLetter }, () => undefined),
    /Stopped/,
  );
  assert.equal(await demonstrationUnfinished(app), true);
  await bringDemonstrationUpToDate(app, database.ownerUrl, () => undefined);
  assert.equal(await demonstrationUnfinished(app), false);
  await database.addLandlord('A real one without a complaint yet');
  assert.equal(await demonstrationUnfinished(app), false);
});

/** Each takes some seconds, so the rest are played in the wide run only. */
const played = Object.entries(days).slice(0, process.env['REDRESS_TEST_WIDE'] === '1' ? undefined : 2);

for (const [name, now] of played) {
  test(`the demonstration played on ${name} shows complaints in every state, and its record is whole`, async t => {
    const demonstration = await demonstrationOn(now);
    const { app, database } = demonstration;
    const today = londonDateOf(now);
    for (const [state, condition] of Object.entries(states)) {
      const [one = 0, other = 0] = await counted(demonstration, condition, today);
      assert.ok(one > 0 && other > 0, `${state}: ${one} and ${other}`);
    }
    const all = await counted(demonstration, 'true', today);
    assert.ok(all.every(count => count >= 25) && all.reduce((a, b) => a + b) <= 80, `about 60: ${all}`);

    const calendar = app.calendars.shipped;
    const nearest = [today, nextWorkingDay(calendar, today), previousWorkingDay(calendar, today)];
    const due = `next_due_on in (${nearest.map(day => `'${day}'`)})`;
    assert.ok(
      (await counted(demonstration, due, today)).every(count => count > 0),
      'something is due on these days',
    );

    const last = await database.admin.query(
      'select max(recorded_at) <= $1 as seen, max(occurred_on) <= $2 as happened from event',
      [now, today],
    );
    assert.deepEqual(last.rows, [{ seen: true, happened: true }], 'nothing has happened that is still to come');

    const verdict = await verdictOn(t, demonstration, now);
    assert.equal(verdict.clean, true, JSON.stringify(verdict, null, 2));
    for (const landlord of verdict.landlords) assert.equal(landlord.unanchoredEvents, 0);
  });
}
