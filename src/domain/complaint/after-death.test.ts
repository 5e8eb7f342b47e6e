/** A complaint whose resident has died goes on: who is written to, what is held, and that no clock stands still. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, issue, send, story } from '../../../test/complaint-story.ts';
import { addressee } from '../letters/addressee.ts';
import type { CommandOf } from './commands.ts';
import { nextSteps } from './next-steps.ts';

const died = (more: Partial<CommandOf<'RecordDeath'>> = {}): CommandOf<'RecordDeath'> => ({
  type: 'RecordDeath',
  personId: 'resident',
  on: '2026-01-12',
  diedOn: '2026-01-10',
  toldBy: text('her son, by phone'),
  contactId: 'son',
  ...more,
});

const goesOn = (personId = 'son'): CommandOf<'RecordSuccessor'> => ({
  type: 'RecordSuccessor',
  personId,
  capacity: 'personal-representative',
  evidence: text('probate'),
});

const told = () => acknowledgedStory().on('2026-01-12').does(died());

test('[R62] that we were told is recorded once, with the day, by whom, and whom we may ask', () => {
  const { death } = told().state;
  assert.deepEqual(death, {
    toldOn: '2026-01-12',
    diedOn: '2026-01-10',
    toldBy: text('her son, by phone'),
    contactId: 'son',
  });
  told().refuses(died(), 'death-recorded');
  const alive = acknowledgedStory().on('2026-01-12');
  alive.refuses(died({ on: '2026-01-13' }), 'date-in-future');
  alive.refuses(died({ diedOn: '2026-01-13' }), 'date-in-future');
  alive.refuses(died({ on: '2026-01-09' }), 'date-before');
  alive.refuses(died({ personId: 'niece' }), 'not-in-this-case');
});

test('[R62] the clocks run on: every date is as it was', () => {
  const alive = acknowledgedStory().on('2026-01-12');
  assert.deepEqual(told().obligations(), alive.obligations());
  assert.deepEqual(told().does(goesOn()).obligations(), alive.obligations());
  const answered = answeredStory().on('2026-02-02');
  const after = answered.does(died({ on: '2026-02-02', diedOn: null }));
  assert.deepEqual(after.obligations(), answered.obligations());
  assert.equal(after.state.standing, answered.state.standing, 'the right to the Ombudsman is the estate’s');
  after.escalated('2026-02-02');
});

test('[R62] letters go to the estate, then to whoever goes on with it, and to nobody who acted for the living', () => {
  assert.equal(addressee(told().state, '2026-01-12'), 'resident', 'the estate, at the resident’s id');
  const on = told().does(goesOn());
  assert.equal(addressee(on.state, '2026-01-12'), 'son');
  on.refuses(issue('update', 1, { to: 'resident' }), 'letter-wrong-person');
  on.does(issue('update', 1, { to: 'son' }));
  const through = story()
    .received('2026-01-05', { representativeId: 'niece' })
    .does({ type: 'RecordRepresentative', personId: 'niece', scope: 'full', evidence: text('signed'), until: null });
  assert.equal(addressee(through.state, '2026-01-12'), 'niece');
  const ended = through.on('2026-01-12').does(died());
  assert.equal(addressee(ended.state, '2026-01-12'), 'resident', 'authority ends with the death');
  ended.refuses(issue('update', 1, { to: 'niece' }), 'letter-wrong-person');
});

test('[R62] a letter to the resident that has not gone is held, and goes anew to whom it now goes', () => {
  const waiting = story().received('2026-01-05').assigned().defined(1).issued('acknowledgement', 1);
  const held = waiting.does(died({ on: '2026-01-05', diedOn: null }));
  const said = held.refuses(send('acknowledgement-1', '2026-01-05'), 'letter-held');
  assert.match(said.why, /told that the resident has died before it went/);
  assert.equal(held.owed('acknowledge-1').dischargedOn, null, 'it stays owed');
  const steps = nextSteps(held.state, held.deciding);
  assert.ok(steps.some(step => step.act === 'IssueLetter' && step.letter === 'acknowledgement'));
  assert.ok(!steps.some(step => step.act === 'SendLetter'));
  const anew = held.does(issue('acknowledgement', 1, { letterId: 'anew' })).sent('anew');
  assert.equal(anew.owed('acknowledge-1').dischargedOn, '2026-01-05');
});

test('[R62] a letter that went before and comes back does not go to the resident again', () => {
  const back = told().does({
    type: 'ReturnLetter',
    letterId: 'acknowledgement-1',
    on: '2026-01-12',
    why: 'bounced',
    note: text('returned'),
  });
  back.refuses(send('acknowledgement-1', '2026-01-12'), 'letter-held');
});

test('[R62] nobody goes on with the complaint of a living resident, nor the dead themselves', () => {
  acknowledgedStory().refuses(goesOn(), 'no-death-recorded');
  told().refuses(goesOn('resident'), 'successor-is-the-dead');
});

test('[R62] what was agreed with the resident is agreed anew: who goes on is asked for, and how often they hear from us', () => {
  const agreed = acknowledgedStory().on('2026-01-12').does({
    type: 'AgreeContact',
    stage: 1,
    on: '2026-01-12',
    method: 'by phone',
    every: null,
    nextOn: null,
  });
  const after = agreed.does(died());
  assert.equal(after.state.stages[1].contactAgreement, null);
  const acts = nextSteps(after.state, after.deciding).map(step => step.act);
  assert.ok(acts.includes('RecordSuccessor') && acts.includes('AgreeUpdates'));
  const settled = after.does(goesOn()).does({
    type: 'AgreeUpdates',
    stage: 1,
    on: '2026-01-12',
    every: { value: 5, unit: 'working-days' },
    firstOn: '2026-01-19',
    how: 'by email',
    note: text('with the son'),
  });
  const left = nextSteps(settled.state, settled.deciding).map(step => step.act);
  assert.ok(!left.includes('RecordSuccessor') && !left.includes('AgreeUpdates'));
});
