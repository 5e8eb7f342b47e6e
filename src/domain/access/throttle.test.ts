import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addHours, type Instant, secondsBetween } from '../calendar/dates.ts';
import { afterFailure, type Failures, type From, mayTryAgainAt, sayWait } from './throttle.ts';

const start: Instant = '2026-11-04T10:00:00.000Z';

/** Guesses as fast as it is let, for so many hours; how many it could make. */
function guessesIn(hours: number, from: From): number {
  let now = start;
  let failures: Failures = null;
  let made = 0;
  const end = addHours(start, hours);
  while (secondsBetween(now, end) > 0) {
    const until = mayTryAgainAt(failures, from, now);
    if (until !== null) {
      now = until;
      continue;
    }
    failures = afterFailure(failures, now);
    made += 1;
  }
  return made;
}

test('people mistype: five tries cost nothing, the sixth waits a minute, and each later one twice as long', () => {
  let failures: Failures = null;
  for (let at = 0; at < 5; at += 1) {
    assert.equal(mayTryAgainAt(failures, 'strangers', start), null);
    failures = afterFailure(failures, start);
  }
  assert.equal(mayTryAgainAt(failures, 'strangers', start), '2026-11-04T10:01:00.000Z');
  assert.equal(mayTryAgainAt(failures, 'strangers', '2026-11-04T10:01:00.000Z'), null);
  failures = afterFailure(failures, '2026-11-04T10:01:00.000Z');
  assert.equal(mayTryAgainAt(failures, 'strangers', '2026-11-04T10:01:00.000Z'), '2026-11-04T10:03:00.000Z');
});

test('all strangers together get some thirty guesses a day; a known device never waits longer than a quarter of an hour', () => {
  assert.ok(guessesIn(24, 'strangers') < 40, String(guessesIn(24, 'strangers')));
  assert.ok(guessesIn(24 * 365, 'strangers') < 10_000);
  const known = { count: 10_000, lastAt: start };
  assert.equal(mayTryAgainAt(known, 'known', start), '2026-11-04T10:15:00.000Z');
});

test('nothing is locked for good, and a quiet day begins anew', () => {
  const many: Failures = { count: 1_000_000, lastAt: start };
  assert.equal(mayTryAgainAt(many, 'strangers', start), '2026-11-04T11:00:00.000Z');
  assert.deepEqual(afterFailure(many, '2026-11-05T10:00:00.000Z'), { count: 1, lastAt: '2026-11-05T10:00:00.000Z' });
  assert.equal(mayTryAgainAt(many, 'strangers', '2026-11-05T10:00:00.000Z'), null);
});

test('the sentence says how long, and that nothing is locked', () => {
  assert.match(sayWait('2026-11-04T10:00:30.000Z', 'known', start), /on this device\. Try again in a minute\./);
  assert.match(
    sayWait('2026-11-04T10:04:00.000Z', 'strangers', start),
    /not used on before\. Try again in 4 minutes\. Nothing is locked/,
  );
  assert.match(sayWait('2026-11-04T11:00:00.000Z', 'strangers', start), /Try again in an hour\./);
});
