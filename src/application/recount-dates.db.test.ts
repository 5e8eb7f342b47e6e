import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { happened } from '../../test/act-forms.ts';
import { castOf, roadOf } from '../../test/case-road.ts';
import { staffSite } from '../../test/staff-site.ts';
import { holdCalendar } from '../storage/calendar-revisions.ts';
import { inLandlord } from '../storage/landlord-transaction.ts';
import { changeCalendar } from './change-calendar.ts';
import { loadCase } from './load-case.ts';
import { rebuildEverything } from './rebuild.ts';
import { calendarProgress, recountLandlord, recountWaiting } from './recount-dates.ts';

const site = await staffSite();
const { landlordId } = site.magna;
const { lead } = castOf(site, 'magna');
const { admin } = site.database;

let revisionSeen = 0;

await admin.query(`
  create function stops_here() returns trigger language plpgsql as $$ begin raise exception 'the server stops here'; end $$;
  create trigger stops_here before update on calendar_recount for each row when (new.moved is not null)
    execute function stops_here();
  alter table calendar_recount disable trigger stops_here`);

/** Announces a holiday. `stopped`: the server stops before any case was counted anew. */
async function announced(date: '2026-11-10' | '2026-11-11' | '2026-11-12', stopped = false): Promise<void> {
  const change = { kind: 'add', date, title: 'Day of mourning' } as const;
  const ask = { change, reason: 'Proclaimed', revisionSeen, commandId: randomUUID() };
  if (stopped) await admin.query('alter table calendar_recount enable trigger stops_here');
  const asked = changeCalendar(site.app, lead, ask);
  if (stopped) await assert.rejects(asked, /the server stops here/);
  else assert.equal((await asked).kind, 'done');
  await admin.query('alter table calendar_recount disable trigger stops_here');
  const { rows } = await admin.query('select max(revision) as last from calendar_revision where landlord_id = $1', [
    landlordId,
  ]);
  revisionSeen = rows[0].last;
}

async function dueOf(caseId: string): Promise<string> {
  const { rows } = await admin.query(
    `select due_on::text, work_on::text from obligation where case_id = $1 and obligation_id = 'respond-1'`,
    [caseId],
  );
  return `${rows[0].due_on} ${rows[0].work_on}`;
}

async function notes(reference: string): Promise<number> {
  return (await happened(site, reference)).filter(event => event.type === 'DatesRecalculated').length;
}

const progress = () => inLandlord(site.database.app, landlordId, tx => calendarProgress(tx, landlordId, revisionSeen));

test('[R11] where the server stops after the change, every case waits, and the job goes on with them, each once', async () => {
  const roads = [await roadOf(site, 'magna'), await roadOf(site, 'magna')];
  for (const road of roads) await road.acknowledged();
  await announced('2026-11-10', true);
  assert.ok(revisionSeen > 1000, 'a number that no shipped calendar has');
  assert.deepEqual(await progress(), { waiting: 2, moved: 0 });
  for (const road of roads) assert.equal(await dueOf(road.caseId), '2026-11-18 2026-11-18');

  await recountWaiting(site.app, async () => site.app);
  assert.deepEqual(await progress(), { waiting: 0, moved: 2 });
  for (const road of roads) {
    assert.equal(await dueOf(road.caseId), '2026-11-19 2026-11-18', 'the promise is what is worked to');
    assert.equal(await notes(road.reference), 1);
  }
  await recountWaiting(site.app, () => Promise.reject(new Error('nothing waits, so nothing is opened')));
});

test('[R11] whoever acts on a case that still waits has its dates moved first, in the same act', async () => {
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  await announced('2026-11-11', true);
  assert.equal(await notes(road.reference), 0);
  await road.does(road.cast.officer, keep => ({
    ...{ type: 'RecordContact', stage: 1, on: '2026-11-04', kind: 'discussion' },
    note: keep('They rang.', 'note'),
  }));
  const types = (await happened(site, road.reference)).map(event => event.type);
  assert.deepEqual(types.slice(-2), ['DatesRecalculated', 'ResidentContacted']);
  await recountLandlord(site.app, landlordId);
  assert.equal(await notes(road.reference), 1, 'the job has nothing left to do on it');
});

test('[R11] two changes before a case was counted anew are one note, from the first date to the last', async () => {
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  const first = await dueOf(road.caseId);
  await announced('2026-11-12', true);
  await admin.query(
    `update calendar_recount set moved = null, from_revision = (
       select max(revision) from calendar_revision where landlord_id = $1 and revision < $2) where case_id = $3`,
    [landlordId, revisionSeen, road.caseId],
  );
  await recountLandlord(site.app, landlordId);
  assert.notEqual(await dueOf(road.caseId), first);
  assert.equal(await notes(road.reference), 1);
});

test('[R11] a change waits for whoever is saving by the calendar before it, and then brings their case along', async () => {
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  let changed = false;
  let changing: Promise<unknown> | undefined;
  await inLandlord(site.database.app, landlordId, async tx => {
    await holdCalendar(tx, landlordId);
    await loadCase(site.app, tx, landlordId, road.caseId);
    const change = { kind: 'add', date: '2026-11-13', title: 'Day of mourning' } as const;
    const ask = { change, reason: 'Proclaimed', revisionSeen, commandId: randomUUID() };
    changing = changeCalendar(site.app, lead, ask).then(() => {
      changed = true;
    });
    await admin.query('select pg_sleep(0.3)');
    assert.equal(changed, false, 'it has to wait');
  });
  await changing;
  assert.equal(await notes(road.reference), 1);
});

test('[R11] the rows are those that the events and all calendars give', async () => {
  const all = async () => (await admin.query('select * from obligation order by case_id, obligation_id')).rows;
  const before = await all();
  await rebuildEverything(site.app);
  assert.deepEqual(await all(), before);
});
