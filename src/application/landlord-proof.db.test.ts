import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { castOf } from '../../test/case-road.ts';
import { staffSite } from '../../test/staff-site.ts';
import { tamper, verdictOn } from '../../test/tampering.ts';
import { readInLandlord } from '../storage/landlord-transaction.ts';
import { changeCalendar } from './change-calendar.ts';
import { recordPolicyReview } from './policy-reviews.ts';
import { calendarHistory } from './queries/calendar-history.ts';

const site = await staffSite();
const { lead } = castOf(site, 'magna');
const { landlordId } = site.magna;

async function findings(): Promise<string[]> {
  const { findings: found } = await verdictOn(site.database, landlordId);
  return found.map(({ kind, version, caseId }) => `${kind} ${version} ${caseId === landlordId ? 'landlord' : 'case'}`);
}

test('[R80][R11][MAG-61] what is written about the landlord itself is proved by its own stream, and named where it was altered', async () => {
  const change = { kind: 'add', date: '2028-05-15', title: 'Day of mourning' } as const;
  const asked = { change, reason: 'Proclaimed this morning', revisionSeen: 0, commandId: randomUUIDv7() };
  assert.equal((await changeCalendar(site.app, lead, asked)).kind, 'done');
  const review = { approvedOn: '2026-11-02', approvedBy: 'strategic-board', outcome: 'kept' } as const;
  const recorded = { ...review, evidence: 'Minutes of the board, item 7', commandId: randomUUIDv7() };
  assert.deepEqual(await recordPolicyReview(site.app, lead, recorded), { kind: 'done' });
  assert.deepEqual(await findings(), []);
  const [shown] = await readInLandlord(site.database.app, landlordId, tx => calendarHistory(tx, landlordId));
  assert.equal(shown?.reason, 'Proclaimed this morning');

  const which = `subject = $1 and class = $2`;
  await tamper(site.database, `update personal_text set value = 'Nobody did' where ${which}`, [
    landlordId,
    'calendar-change',
  ]);
  assert.deepEqual(await findings(), ['text-altered 1 landlord']);
  await tamper(site.database, `delete from personal_text where ${which}`, [landlordId, 'policy-review']);
  assert.deepEqual(await findings(), ['text-altered 1 landlord', 'text-missing 2 landlord']);
});
