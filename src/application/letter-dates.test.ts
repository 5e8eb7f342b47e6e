import assert from 'node:assert/strict';
import test from 'node:test';
import { acknowledgedStory, type Story, story } from '../../test/complaint-story.ts';
import { type LetterOn, letterDates } from './letter-dates.ts';

function dates(at: Story, letter: Partial<LetterOn>) {
  const asked: LetterOn = { kind: 'acknowledgement', stage: 1, how: 'email', extensionId: null, ...letter };
  return letterDates(at.state, at.deciding, asked, at.told.today);
}

test('[MAG-29][MAG-33] the acknowledgement quotes the date that holds if it goes today', () => {
  const at = story().received('2026-01-05').assigned().defined().on('2026-01-08');
  assert.equal(dates(at, {}).targetDate, '2026-01-22');
});

test('[R5] where the acknowledgement is late the letter quotes the earlier of the policy’s date and the long-stop', () => {
  const at = story().received('2026-01-05').assigned().defined().on('2026-01-20');
  assert.equal(dates(at, {}).targetDate, '2026-01-26', 'fifteen working days from receipt, not ten from the letter');
});

test('[R26] an amended understanding quotes the date there is: the clock does not change', () => {
  const at = acknowledgedStory().on('2026-01-14').defined(2);
  assert.equal(dates(at, {}).targetDate, '2026-01-23');
});

test('[R9] a notice in time quotes the new date, a late one says when to expect the answer and moves nothing', () => {
  const extension = {
    type: 'DecideExtension',
    extensionId: 'x',
    stage: 1,
    newDueOn: '2026-02-06',
    reason: { textId: 'why', commitment: '' },
    agreement: 'not-asked',
    goodReason: null,
    approvedBy: null,
  } as const;
  const decided = acknowledgedStory().on('2026-01-22').does(extension);
  const both = { oldDueOn: '2026-01-23', newDueOn: '2026-02-06' };
  assert.deepEqual(dates(decided, { kind: 'extension' }), both);
  assert.deepEqual(dates(decided.on('2026-01-26'), { kind: 'extension' }), both);
  assert.equal(decided.owed('respond-1').dueOn, '2026-01-23', 'asking for the dates moves nothing');
});

test('[R5][R9] an extension beyond the long-stop is quoted only where its good reason was approved', () => {
  const late = story().received('2026-01-05').assigned().defined().acknowledged('2026-01-19').on('2026-01-30');
  const extension = {
    type: 'DecideExtension',
    extensionId: 'x',
    stage: 1,
    newDueOn: '2026-02-16',
    reason: { textId: 'why', commitment: '' },
    agreement: 'not-asked',
    goodReason: null,
    approvedBy: null,
  } as const;
  late.refuses(extension, 'extension-beyond-outer-date');
  const goodReason = { textId: 'fire', commitment: '' };
  const quoted = dates(late.does({ ...extension, goodReason, approvedBy: 'head' }), { kind: 'extension' });
  assert.equal(quoted.oldDueOn, '2026-01-26');
  assert.equal(quoted.newDueOn, '2026-02-16');
});

test('[MAG-38][R12] the window to escalate is counted for the way the letter goes', () => {
  const at = acknowledgedStory().on('2026-01-23').decided();
  assert.equal(dates(at, { kind: 'response', how: 'email' }).escalationCloses, '2026-02-23');
  assert.equal(dates(at, { kind: 'response', how: 'post' }).escalationCloses, '2026-02-26');
});

test('[MGL-24] six months run from the letter’s date, however it goes', () => {
  const at = acknowledgedStory('magenta').on('2026-01-23').decided();
  assert.equal(dates(at, { kind: 'response', how: 'email' }).escalationCloses, '2026-07-23');
  assert.equal(dates(at, { kind: 'response', how: 'post' }).escalationCloses, '2026-07-23');
});

test('[R41] the reply to a request before the answer quotes the date of the stage 1 answer', () => {
  const at = acknowledgedStory().escalated('2026-01-14');
  assert.equal(dates(at, { kind: 'update', stage: 2 }).targetDate, '2026-01-23');
});

test('[MAG-36] an update by letter counts as given, and quotes the next', () => {
  const agreed = acknowledgedStory()
    .on('2026-01-12')
    .does({
      type: 'AgreeUpdates',
      stage: 1,
      on: '2026-01-12',
      every: { value: 7, unit: 'calendar-days' },
      firstOn: '2026-01-14',
      how: 'by letter',
      note: { textId: 'note', commitment: '' },
    })
    .on('2026-01-14');
  assert.equal(dates(agreed, { kind: 'update' }).nextUpdateOn, '2026-01-21');
  assert.equal(dates(agreed, { kind: 'acknowledgement' }).nextUpdateOn, '2026-01-14');
});
