import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory } from '../../../../test/complaint-story.ts';
import type { CommandOf } from '../commands.ts';

function promise(more: Partial<CommandOf<'PromiseAction'>> = {}): CommandOf<'PromiseAction'> {
  const owner = { kind: 'contractor', name: 'Acme Repairs' } as const;
  const dates = { dueOn: '2026-02-13', dateGivenBy: null } as const;
  return {
    type: 'PromiseAction',
    actionId: 'a1',
    stage: 1,
    pointId: 'p1',
    owner,
    what: text('new tap'),
    ...dates,
    ...more,
  };
}

function done(more: Partial<CommandOf<'CompleteAction'>> = {}): CommandOf<'CompleteAction'> {
  return {
    type: 'CompleteAction',
    actionId: 'a1',
    on: '2026-02-12',
    evidence: text('photo'),
    residentToldOn: '2026-02-13',
    ...more,
  };
}

function remedy(more: Partial<CommandOf<'OfferRemedy'>> = {}): CommandOf<'OfferRemedy'> {
  return {
    type: 'OfferRemedy',
    remedyId: 'm1',
    stage: 1,
    pointId: 'p1',
    kind: 'apology',
    pence: null,
    what: text('sorry'),
    ...more,
  };
}

test('[MAG-35][MGL-16] a promise outlives the answer: owed by its owner and its date until it is shown to be done', () => {
  const promised = acknowledgedStory().does(promise()).responded('2026-01-23');
  assert.deepEqual(promised.owed('do-action-a1').owner, { personId: null, team: 'Acme Repairs' });
  assert.equal(promised.status('do-action-a1', '2026-02-16'), 'overdue');
  const kept = promised.on('2026-02-13').does(done());
  assert.equal(kept.status('do-action-a1'), 'met');
  kept.refuses(done(), 'action-done');
});

test('[MAG-35] done means the resident was told, on or after the day it was done', () => {
  const promised = acknowledgedStory().does(promise()).responded('2026-01-23').on('2026-02-13');
  promised.refuses(done({ residentToldOn: '2026-02-11' }), 'date-before');
  promised.refuses(done({ residentToldOn: '2026-02-14' }), 'date-in-future');
  promised.refuses(done({ on: '2026-02-14' }), 'date-in-future');
  promised.refuses(done({ actionId: 'a9' }), 'no-such-action');
});

test('[R53] a promise has an owner and a date, or the date by which the date will be given', () => {
  const open = acknowledgedStory();
  open.refuses(promise({ dueOn: null }), 'promise-needs-date');
  open.refuses(promise({ dueOn: '2026-01-08' }), 'date-before');
  open.refuses(promise({ owner: { kind: 'team', name: ' ' } }), 'promise-needs-owner');
  open.refuses(promise({ owner: { kind: 'person', personId: 'nobody' } }), 'unknown-person');
  open.does(promise()).refuses(promise(), 'action-known');
});

test('[R53] the date by which the date will be given is owed itself, and met when the date is given', () => {
  const vague = acknowledgedStory().does(promise({ dueOn: null, dateGivenBy: '2026-01-30' }));
  assert.equal(vague.owed('give-action-date-a1').dueOn, '2026-01-30');
  assert.equal(vague.isOwed('do-action-a1'), false);
  const dated = vague
    .on('2026-01-28')
    .does({ type: 'MoveAction', actionId: 'a1', dueOn: '2026-03-02', reason: text('booked') });
  assert.equal(dated.status('give-action-date-a1'), 'met');
  assert.equal(dated.owed('do-action-a1').dueOn, '2026-03-02');
});

test('[MAG-35][R11] a promise that moves keeps every date it had, and the first is said', () => {
  const move = { type: 'MoveAction', actionId: 'a1', dueOn: '2026-02-27', reason: text('part late') } as const;
  const moved = acknowledgedStory().does(promise()).responded('2026-01-23').does(move);
  assert.deepEqual(moved.state.actions[0]?.dates, ['2026-02-13', '2026-02-27']);
  assert.match(moved.owed('do-action-a1').rule, /2026-02-13/);
  moved.refuses(move, 'nothing-changes');
  moved.refuses({ ...move, dueOn: '2026-01-22' }, 'date-before');
});

test('[MAG-35] aftercare is for the owner of the promise and those who handle the case', () => {
  const owned = acknowledgedStory()
    .does(promise({ owner: { kind: 'person', personId: 'colleague' } }))
    .responded('2026-01-23')
    .on('2026-02-13');
  assert.equal(owned.as('colleague').does(done()).state.actions[0]?.doneOn, '2026-02-12');
  owned.as('contractor').refuses(done(), 'not-your-case');
  owned.as('officer').does(done());
});

test('[MAG-35] a promise made after the answer is a promise like any other', () => {
  const later = answeredStory().on('2026-02-02').does(promise());
  assert.equal(later.status('do-action-a1'), 'due');
});

test('[MAG-43][MGL-22] remedies are offered per point; money with its sum, the rest without', () => {
  const open = acknowledgedStory();
  const offered = open.does(remedy()).does(remedy({ remedyId: 'm2', kind: 'money', pence: 5000 }));
  assert.deepEqual(
    offered.state.remedies.map(one => [one.kind, one.pence]),
    [
      ['apology', null],
      ['money', 5000],
    ],
  );
  for (const pence of [null, 0, -5, 1.5]) open.refuses(remedy({ kind: 'money', pence }), 'money-needs-sum');
  open.refuses(remedy({ pence: 100 }), 'sum-needs-money');
  offered.refuses(remedy(), 'remedy-known');
  open.refuses(remedy({ pointId: 'p9' }), 'no-such-point');
});

test('[MGL-22] what changes so that it does not happen again is recorded at its stage', () => {
  const learnt = acknowledgedStory('magenta').does({
    type: 'RecordLearning',
    stage: 1,
    what: text('ring before going'),
  });
  assert.deepEqual(learnt.state.stages[1].learning, [text('ring before going')]);
});
