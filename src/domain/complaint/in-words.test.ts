import assert from 'node:assert/strict';
import { test } from 'node:test';
import { story } from '../../../test/complaint-story.ts';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import { sayFrom, sayObligation, whyThisDate } from './in-words.ts';

test('what is owed and where its date comes from are said in words', () => {
  const acknowledge = story().received('2026-04-02').owed('acknowledge-1');
  assert.equal(sayObligation(acknowledge), 'Send the stage 1 acknowledgement');
  assert.equal(sayFrom({ event: 'received', on: '2026-12-04' }), 'the day we received it, Friday 4 December 2026');
});

test('[R4] why that date: the rule, its clause, where it counts from and the days that did not count', () => {
  const why = whyThisDate(story().received('2026-04-02').owed('acknowledge-1'), englandAndWales);
  assert.equal(why.rule, '5 working days from receipt');
  assert.equal(why.clause, 'MAG-28');
  assert.equal(why.from, 'the day we received it, Thursday 2 April 2026');
  assert.deepEqual(
    why.skipped.map(day => [day.date, day.why]),
    [
      ['2026-04-03', 'Good Friday'],
      ['2026-04-04', 'weekend'],
      ['2026-04-05', 'weekend'],
      ['2026-04-06', 'Easter Monday'],
      ['2026-04-11', 'weekend'],
      ['2026-04-12', 'weekend'],
    ],
  );
});

test('whatever is owed has words of its own', () => {
  for (const one of story().received('2026-01-05').obligations()) {
    assert.match(sayObligation(one), /^[A-Z][a-z]/);
    assert.ok(one.from !== null && !sayFrom(one.from).startsWith(one.from.event), one.id);
  }
});
