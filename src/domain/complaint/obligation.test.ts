import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOpen, statusAt, statusOn } from './obligation.ts';
import { newObligation } from './obligations/shape.ts';

const plain = newObligation({
  id: 'make-safe-1',
  kind: 'make-safe',
  stage: 1,
  dueOn: '2026-01-06',
  from: { event: 'received', on: '2026-01-05' },
  rule: 'made safe within a day',
  clause: 'MAG-15',
});

test('[R13] what is due at an instant is overdue the moment after it, what is due on a day only the day after', () => {
  const atNine = { ...plain, dueAt: '2026-01-06T09:00:00.000Z' } as const;
  assert.equal(statusAt(atNine, '2026-01-06T09:00:00.000Z'), 'due');
  assert.equal(statusAt(atNine, '2026-01-06T09:00:01.000Z'), 'overdue');
  assert.equal(statusAt(plain, '2026-01-06T23:59:59.000Z'), 'due');
  assert.equal(statusAt(plain, '2026-01-07T00:00:00.000Z'), 'overdue');
});

test('[R13] a summer evening is still the London day', () => {
  const summer = { ...plain, dueOn: '2026-07-06' } as const;
  assert.equal(statusAt(summer, '2026-07-06T22:59:00.000Z'), 'due');
  assert.equal(statusAt(summer, '2026-07-06T23:00:00.000Z'), 'overdue');
});

test('[R13] done is done, due at an instant or not', () => {
  const done = { ...plain, dueAt: '2026-01-06T09:00:00.000Z', dischargedOn: '2026-01-05' } as const;
  assert.equal(statusAt(done, '2026-01-08T09:00:00.000Z'), 'met');
});

test('[R6] a discharge on the due day is met, the day after late; what lapsed before it was done is lapsed', () => {
  assert.equal(statusOn({ ...plain, dischargedOn: '2026-01-06' }, '2026-01-06'), 'met');
  assert.equal(statusOn({ ...plain, dischargedOn: '2026-01-07' }, '2026-01-07'), 'late');
  assert.equal(statusOn({ ...plain, lapsedOn: '2026-01-05' }, '2026-02-01'), 'lapsed');
  assert.equal(statusOn({ ...plain, judged: 'unknown' }, '2026-02-01'), 'cannot-judge');
  assert.equal(statusOn({ ...plain, judged: 'unstarted' }, '2026-02-01'), 'not-started');
  assert.equal(isOpen({ ...plain, judged: 'unstarted' }), false);
});
