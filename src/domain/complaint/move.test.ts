/** A resident who moves takes the complaint along; what was promised for the home stays there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { acknowledgedStory, issue, send, story } from '../../../test/complaint-story.ts';
import type { CommandOf } from './commands.ts';

const moved = (more: Partial<CommandOf<'RecordMove'>> = {}): CommandOf<'RecordMove'> => ({
  type: 'RecordMove',
  personId: 'resident',
  on: '2026-01-26',
  addressKnown: true,
  note: text('she told us'),
  ...more,
});

const withMoney = () =>
  acknowledgedStory()
    .on('2026-01-20')
    .does({
      type: 'OfferRemedy',
      remedyId: 'r1',
      stage: 1,
      pointId: null,
      kind: 'money',
      pence: 5000,
      what: text('fifty pounds'),
    });

const promised = () =>
  withMoney()
    .responded('2026-01-23')
    .does({
      type: 'PromiseAction',
      actionId: 'a1',
      stage: 1,
      pointId: 'p1',
      owner: { kind: 'team', name: 'Repairs' },
      what: text('mend the roof'),
      dueOn: '2026-02-20',
      dateGivenBy: null,
    });

test('[R63] complaint, window, money and the right to the Ombudsman stay with the person', () => {
  const before = promised().on('2026-01-26');
  const after = before.does(moved());
  const kept = ({ state }: typeof after) => [state.complainantId, state.standing, state.remedies, state.tenure];
  assert.deepEqual(kept(after), kept(before));
  assert.equal(after.escalated('2026-01-26').isOwed('respond-2'), true, 'they may still ask for stage 2');
});

test('[R63] what was promised for the home is owed as before, at the home the complaint is about', () => {
  const before = promised().on('2026-01-26');
  const after = before.does(moved());
  assert.deepEqual(after.obligations(), before.obligations());
  assert.equal(after.state.homeId, 'home');
  assert.deepEqual(after.state.actions, before.state.actions);
});

test('[R63] a letter that has not gone does not go to the old home; it is issued anew', () => {
  const waiting = story().received('2026-01-05').assigned().defined(1).issued('acknowledgement', 1);
  const held = waiting.does(moved({ on: '2026-01-05' }));
  assert.match(held.refuses(send('acknowledgement-1', '2026-01-05', 'post'), 'letter-held').why, /resident moved/);
  held.does(issue('acknowledgement', 1, { letterId: 'anew' })).sent('anew');
});

test('[R63] a letter to a representative goes all the same', () => {
  const through = story()
    .received('2026-01-05', { representativeId: 'niece' })
    .does({ type: 'RecordRepresentative', personId: 'niece', scope: 'full', evidence: text('signed'), until: null })
    .assigned()
    .defined(1)
    .does(issue('acknowledgement', 1, { to: 'niece' }));
  through.does(moved({ on: '2026-01-05' })).sent('acknowledgement-1');
});

test('[R63] a move is neither ahead of its day nor before the last one, and the dead do not move', () => {
  const at = promised().on('2026-01-26');
  at.refuses(moved({ on: '2026-01-27' }), 'date-in-future');
  at.refuses(moved({ personId: 'niece' }), 'not-in-this-case');
  at.does(moved()).refuses(moved({ on: '2026-01-20' }), 'date-before');
  at.does({
    type: 'RecordDeath',
    personId: 'resident',
    on: '2026-01-26',
    diedOn: null,
    toldBy: text('son'),
    contactId: null,
  }).refuses(moved(), 'dead-do-not-move');
});
