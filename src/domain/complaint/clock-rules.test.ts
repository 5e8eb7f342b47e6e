import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulebook, rulebooks } from '../../../test/complaint-cast.ts';
import type { Clock } from '../policy/spans.ts';

const { policy } = rulebooks.magna;

function acknowledging(change: Partial<Clock>) {
  const clock = { value: 5, unit: 'working-days', from: 'receipt', clause: 'OWN', ...change } as const;
  const stages = { ...policy.stages, 1: { ...policy.stages[1], acknowledge: clock } };
  return rulebook({ ...policy, stages }).rules[1].acknowledge.map(rule => [rule.clause, rule.basis]);
}

test('[R2] a clock that says what the Code says is one rule; one that differs in anything stands beside it', () => {
  assert.deepEqual(acknowledging({}), [['OWN', 'both']]);
  const both = [
    ['OWN', 'policy'],
    ['Code 6.2', 'code'],
  ];
  assert.deepEqual(acknowledging({ value: 3 }), both);
  assert.deepEqual(acknowledging({ unit: 'calendar-days' }), both);
  assert.deepEqual(acknowledging({ from: 'logging' }), both);
  assert.deepEqual(acknowledging({ nonWorkingStart: 'next-working-day-is-day-0' }), both);
});

test('[MAG-40][R2] a policy that only promises to log leaves the acknowledgement to the Code', () => {
  assert.deepEqual(
    rulebooks.magna.rules[2].acknowledge.map(rule => [rule.clause, rule.basis]),
    [['Code 6.11', 'code']],
  );
  assert.deepEqual(
    rulebooks.magenta.rules[2].acknowledge.map(rule => [rule.clause, rule.basis]),
    [['MGL-25', 'both']],
  );
});

test('[R5] the outer dates are the Code’s: 5 and 15 working days, 25 at stage 2; extended 25 and 45', () => {
  const days = (stage: 1 | 2) => {
    const { acknowledgement, response, extended } = rulebooks.magenta.rules[stage].longStop;
    return [acknowledgement, response, extended].map(span => `${span.value} ${span.unit}`);
  };
  assert.deepEqual(days(1), ['5 working-days', '15 working-days', '25 working-days']);
  assert.deepEqual(days(2), ['5 working-days', '25 working-days', '45 working-days']);
});
