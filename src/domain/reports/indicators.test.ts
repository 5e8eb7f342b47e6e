import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ObligationStatus } from '../complaint/obligation.ts';
import { count, emptyTally, measures, measuresOf, result } from './indicators.ts';

const [acknowledged] = measuresOf([]);
assert.ok(acknowledged);

function counted(...statuses: ObligationStatus[]) {
  const tally = emptyTally(acknowledged ?? assert.fail());
  for (const status of statuses) count(tally, status);
  return tally;
}

describe('indicators', () => {
  test('[R10] what fell due counts, overdue and unanswered included', () => {
    const { met, of, percent } = result(counted('met', 'met', 'late', 'overdue'));
    assert.deepEqual([met, of, percent], [2, 4, 50]);
  });

  test('[R10][R6] not yet due, lapsed, not started and not to be judged stand beside the share', () => {
    const tally = counted('met', 'due', 'lapsed', 'cannot-judge', 'cannot-judge', 'not-started');
    assert.deepEqual([result(tally).of, tally.notYetDue, tally.lapsed, tally.cannotJudge], [1, 1, 1, 2]);
  });

  test('nothing due has no percentage, and percentages have one decimal', () => {
    assert.equal(result(counted('due')).percent, null);
    assert.equal(result(counted('met', 'met', 'late')).percent, 66.7);
  });

  test('[MGL-41] answers are measured with extension and without, acknowledgements once', () => {
    const duties = measuresOf([]).map(({ duty, stage, by }) => `${duty}-${stage}-${by}`);
    assert.deepEqual(duties, [
      'acknowledge-1-extended',
      'respond-1-extended',
      'respond-1-original',
      'acknowledge-2-extended',
      'respond-2-extended',
      'respond-2-original',
    ]);
    assert.equal(measures(acknowledged, { kind: 'acknowledge', stage: 2 }), false);
  });
});
