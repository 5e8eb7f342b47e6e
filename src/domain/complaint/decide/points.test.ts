import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, decidePoint, point, story } from '../../../../test/complaint-story.ts';
import type { CommandOf } from '../commands.ts';

function add(number: number, more: Partial<CommandOf<'AddPoint'>> = {}): CommandOf<'AddPoint'> {
  const joins = { related: true, wouldDelay: false, residentWantsItHere: true };
  return { type: 'AddPoint', stage: 1, point: point(number), raisedOn: '2026-01-12', ...joins, ...more };
}

const onDay = () => acknowledgedStory().on('2026-01-14');

test('[MAG-37][MGL-23][Code 6.8] a related point raised before the response joins, and moves no clock', () => {
  const joined = onDay().does(add(2));
  assert.deepEqual(
    joined.state.points.map(one => one.pointId),
    ['p1', 'p2'],
  );
  assert.equal(joined.state.points[1]?.joinedStage, 1);
  assert.equal(joined.owed('respond-1').dueOn, '2026-01-23');
});

test('[MAG-37][MGL-23][Code 6.8] an unrelated point, or one that would hold the answer up, is a new complaint, linked', () => {
  for (const [more, code] of [
    [{ related: false }, 'point-unrelated'],
    [{ wouldDelay: true }, 'point-would-delay'],
  ] as const) {
    assert.match(onDay().refuses(add(2, more), code).instead, /new complaint, linked/);
  }
});

test('[MAG-37][MGL-23][Code 6.8] after the response nothing joins it any more: a new complaint is logged, linked', () => {
  const { why, instead } = answeredStory().on('2026-01-28').refuses(add(2), 'point-after-response');
  assert.match(why, /Friday 23 January 2026/);
  assert.match(instead, /new complaint, linked/);
});

test('[MGL-31][R44] at stage 2 a related point joins only without delay, and only if the resident wants it looked at once', () => {
  const review = answeredStory('magenta')
    .escalated('2026-02-02')
    .assigned('third-officer', 2)
    .as('third-officer')
    .defined(1, 2);
  const joined = review.does(add(2, { stage: 2 }));
  assert.equal(joined.state.points[1]?.joinedStage, 2);
  review.refuses(add(2, { stage: 2, residentWantsItHere: false }), 'point-resident-chooses');
  review.refuses(add(2, { stage: 2, wouldDelay: true }), 'point-would-delay');
  review.refuses(add(2, { stage: 2, related: false }), 'point-unrelated');
});

test('[R47] how the complaint was handled is a point before the answer, part of stage 2 after it, and a new complaint at the end', () => {
  assert.equal(onDay().does(add(2)).state.points.length, 2);
  const review = answeredStory().escalated('2026-02-02').assigned('head', 2).as('head').defined(1, 2);
  assert.equal(review.does(add(2, { stage: 2 })).state.points.length, 2);
  const over = review.acknowledged('2026-02-06', 2).responded('2026-02-20', 2).on('2026-02-27');
  assert.match(over.refuses(add(2, { stage: 2 }), 'point-after-response').instead, /new complaint/);
});

test('points keep their numbers: the next one follows the last, and none joins twice', () => {
  onDay().refuses(add(3), 'points-numbered');
  onDay().refuses(add(2, { point: { ...point(2), pointId: 'p1' } }), 'point-already-there');
  onDay().refuses(add(2, { raisedOn: '2026-01-15' }), 'date-in-future');
  story().received('2026-01-05').assigned().on('2026-01-14').refuses(add(1), 'not-defined');
});

test('[MAG-37] a point is split off to a complaint of its own, and the two are linked', () => {
  const two = acknowledgedStory('magna', 2);
  const moved = two.does({ type: 'MovePoint', stage: 1, pointId: 'p2', toCaseId: 'child' });
  assert.equal(moved.state.points[1]?.ended?.toCaseId, 'child');
  assert.deepEqual(moved.state.links, [{ otherCaseId: 'child', why: 'split-to' }]);
  moved.refuses({ type: 'MovePoint', stage: 1, pointId: 'p1', toCaseId: 'child' }, 'last-point');
  moved.refuses({ type: 'MovePoint', stage: 1, pointId: 'p2', toCaseId: 'child' }, 'point-ended');
  moved.refuses(decidePoint('p2'), 'point-ended');
});

test('a point is withdrawn with what shows the wish; the last one only with the complaint itself', () => {
  const evidence = text('their email');
  const two = acknowledgedStory('magna', 2).does({ type: 'WithdrawPoint', stage: 1, pointId: 'p1', evidence });
  assert.equal(two.state.points[0]?.ended?.how, 'withdrawn');
  assert.match(
    two.refuses({ type: 'WithdrawPoint', stage: 1, pointId: 'p2', evidence }, 'last-point').instead,
    /withdrawn/,
  );
});

const exclude = (pointId: string, answers: Record<string, string>, groundId = 'over-twelve-months') =>
  ({ type: 'ExcludePoint', stage: 1, pointId, groundId, answers, reasons: text('too old') }) as const;

const old = {
  'happened-on': '2023-05-01',
  'could-have-known-on': '2023-05-01',
  'became-aware-on': '2023-06-01',
  recurring: 'no',
  safeguarding: 'no',
  'health-and-safety': 'no',
  'good-reason': 'no',
  discretion: 'nothing speaks for it',
};

test('[R20] one point is not taken, on a ground with its questions answered, by who may; the others go on', () => {
  const two = acknowledgedStory('magna', 2).as('lead');
  const without = two.does(exclude('p2', old));
  assert.deepEqual(without.state.points[1]?.ended, {
    how: 'excluded',
    stage: 1,
    reasons: text('too old'),
    groundId: 'over-twelve-months',
    toCaseId: null,
  });
  assert.equal(without.owed('respond-1').dueOn, '2026-01-23');
  two.as('officer').refuses(exclude('p2', old), 'not-your-role');
  two.refuses(exclude('p2', { ...old, 'became-aware-on': '2025-06-01' }), 'ground-in-time');
  two.refuses(exclude('p2', old, 'the moon'), 'no-such-ground');
  without.refuses(exclude('p1', old), 'last-point');
});

test('[R20][R23] only points that are pleaded at court are left to the court', () => {
  const claim = { 'filed-on': '2026-01-02', 'court-reference': 'K1', 'pleaded-points': 'p2', 'only-pre-action': 'no' };
  const two = acknowledgedStory('magna', 2).as('lead');
  two.does(exclude('p2', claim, 'court-claim'));
  two.refuses(exclude('p1', claim, 'court-claim'), 'point-not-pleaded');
});

test('[R20] a ground that holds for whole complaints cannot end a point', () => {
  const two = acknowledgedStory('magenta', 2).as('lead');
  two.refuses(
    exclude('p2', { 'told-how': 'yes', 'wants-to-complain': 'no' }, 'survey-feedback'),
    'ground-for-complaints',
  );
});
