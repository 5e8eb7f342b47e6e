import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, decidePoint, issue, story } from '../../../../test/complaint-story.ts';
import type { CommandOf } from '../commands.ts';

function suspend(points: string[], more: Partial<CommandOf<'SuspendPoints'>> = {}): CommandOf<'SuspendPoints'> {
  const reviewEvery = { value: 20, unit: 'working-days' } as const;
  return {
    type: 'SuspendPoints',
    points,
    courtReference: 'K00AA001',
    filedOn: '2026-01-07',
    reviewEvery,
    reason: text('claim'),
    ...more,
  };
}

const two = () => acknowledgedStory('magenta', 2).on('2026-01-12').as('lead');

test('[R23][MGL-08] only the pleaded points stand still: the others are answered in their time, and no clock stops', () => {
  const held = two().does(suspend(['p1']));
  assert.equal(held.owed('respond-1').dueOn, '2026-01-23');
  held.as('officer').refuses(decidePoint('p1'), 'point-suspended');
  const answered = held.as('officer').does(decidePoint('p2')).does(issue('response', 1)).sent('response-1');
  assert.equal(answered.status('respond-1'), 'met');
});

test('[R23] before the complaint is defined there is no point that could be suspended', () => {
  story('magenta')
    .received('2026-01-05')
    .as('lead')
    .refuses(suspend(['p1']), 'not-defined');
});

test('[R23] the suspension is an interval that is looked at again and again', () => {
  const held = two().does(suspend(['p1']));
  assert.equal(held.owed('review-suspension-1').dueOn, '2026-02-09');
  const reviewed = held
    .on('2026-02-06')
    .does({ type: 'ReviewSuspension', outcome: 'goes-on', note: text('still there') });
  assert.equal(reviewed.owed('review-suspension-1').dueOn, '2026-03-06');
  const ended = reviewed.on('2026-02-20').does({ type: 'ReviewSuspension', outcome: 'ends', note: text('struck out') });
  assert.deepEqual(
    ended.state.suspensions.map(({ from, to }) => [from, to]),
    [['2026-01-12', '2026-02-20']],
  );
  assert.equal(ended.status('review-suspension-1'), 'lapsed');
  assert.equal(ended.status('respond-1'), 'overdue', 'the interval is told, never taken off in silence');
});

test('[R23] resuming one point leaves the suspension of the others standing', () => {
  const resume = (points: string[]) => ({ type: 'ResumePoints', points, reason: text('not pleaded') }) as const;
  const one = two()
    .does(suspend(['p1', 'p2']))
    .does(resume(['p1']));
  assert.equal(one.status('review-suspension-1'), 'due');
  one.as('officer').does(decidePoint('p1'));
  one.refuses(resume(['p1']), 'not-suspended');
  assert.equal(one.does(resume(['p2'])).status('review-suspension-1'), 'lapsed');
});

test('[R23] all points can be pleaded; then there is nothing to answer yet, and it is still owed', () => {
  const all = two()
    .does(suspend(['p1', 'p2']))
    .as('officer');
  all.refuses(issue('response', 1), 'nothing-to-answer');
  assert.equal(all.status('respond-1', '2026-01-26'), 'overdue');
});

test('[MGL-08][R23] a suspension needs a filed claim with its reference, its points, and an interval', () => {
  const open = two();
  open.refuses(suspend(['p1'], { courtReference: ' ' }), 'suspension-needs-claim');
  open.refuses(suspend(['p1'], { filedOn: '2026-01-13' }), 'date-in-future');
  open.refuses(suspend([]), 'suspension-needs-points');
  open.refuses(suspend(['p9']), 'no-such-point');
  open.refuses(suspend(['p1'], { reviewEvery: { value: 0, unit: 'working-days' } }), 'suspension-needs-interval');
  open.does(suspend(['p1'])).refuses(suspend(['p1']), 'point-suspended');
  open.as('officer').refuses(suspend(['p1']), 'not-your-role');
  open.refuses({ type: 'ReviewSuspension', outcome: 'ends', note: text('x') }, 'not-suspended');
  answeredStory('magenta')
    .as('lead')
    .refuses(suspend(['p1']), 'stage-not-open');
});
