/** Events are never rewritten: every shape of a landlord's own events that was ever released stays readable. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import { changedCalendar } from '../calendar/change.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { type LandlordEvent, landlordEventTypes, reviewsIn } from './events.ts';

/** How many lines were released, and what they are. New shapes are lines at the end; these stay as they are. */
const released = { lines: 7, sha256: 'f2468fc847bffddcd1f7a22b86867bd52ccebc6a28e16853eab6c23eb7e2ddce' };

const text = readFileSync(new URL('../../../test/fixtures/landlord-event-shapes.ndjson', import.meta.url), 'utf8');
const lines = text.trimEnd().split('\n');
const frozen: LandlordEvent[] = lines.map(line => JSON.parse(line));

test('[R80] every type of event of a landlord itself has a frozen example', () => {
  const shown = new Set<string>(frozen.map(event => event.type));
  assert.deepEqual(
    landlordEventTypes.filter(type => !shown.has(type)),
    [],
    'append one to test/fixtures/landlord-event-shapes.ndjson, as the log stores it',
  );
});

test('[R80] what was frozen of them has not been changed', () => {
  const bytes = lines.slice(0, released.lines).map(line => `${line}\n`);
  assert.equal(createHash('sha256').update(bytes.join('')).digest('hex'), released.sha256);
});

test('[R80] they hold no words of anybody, only where those are kept and what proves them', () => {
  const texts = [...text.matchAll(/\{"textId":"[0-9a-f-]{36}","commitment":"[0-9a-f]{64}"\}/g)];
  assert.equal(texts.length, [...text.matchAll(/"textId"/g)].length);
  assert.ok(texts.length >= 3);
});

test('[MAG-61] the frozen reviews of a policy are read as what sets the next one', () => {
  assert.deepEqual(reviewsIn(frozen), [
    { version: '2024', approvedOn: '2026-11-02', approvedBy: 'strategic-board' },
    { version: '2024', approvedOn: '2027-10-28', approvedBy: 'strategic-board' },
  ]);
});

test('[R11] the frozen changes of a calendar make the calendar again, one after the other', () => {
  const calendar = frozen.reduce((before, event) => {
    if (event.type !== 'CalendarChanged') return before;
    const after = changedCalendar(before, event.body, '2026-11-04');
    assert.ok('calendar' in after, JSON.stringify(after));
    return after.calendar;
  }, englandAndWales);
  assert.equal(calendar.to, '2029-12-31');
  const days = ['2028-05-15', '2029-06-04', '2029-12-26'] as const;
  assert.deepEqual(
    days.map(day => isWorkingDay(calendar, day)),
    [true, false, false],
  );
});
