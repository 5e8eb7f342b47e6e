import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { acknowledgedStory, type Story, story } from '../../../test/complaint-story.ts';
import type { CommandOf } from './commands.ts';
import type { Correction } from './correction.ts';
import { nextSteps } from './next-steps.ts';
import { isOpen } from './obligation.ts';
import { closesFrom } from './outcome.ts';

const correct = (correction: Correction, approvedBy = 'lead'): CommandOf<'CorrectRecord'> => ({
  type: 'CorrectRecord',
  correction,
  reason: text('the caller wanted a repair'),
  approvedBy,
});
const twice = (otherReceivedOn: '2026-01-02' | '2026-01-06'): Correction => ({
  kind: 'duplicate',
  otherCaseId: 'other',
  otherReceivedOn,
});
const open = (told: Story) =>
  told
    .obligations()
    .filter(isOpen)
    .map(one => one.kind);

test('[R24] a correction is reasoned and approved by somebody else whom the policy names', () => {
  const told = acknowledgedStory().on('2026-01-12');
  told.refuses(correct({ kind: 'logged-in-error' }, 'officer'), 'correction-needs-approval');
  told.refuses(correct({ kind: 'logged-in-error' }, 'colleague'), 'correction-needs-approval');
  const done = told.does(correct({ kind: 'logged-in-error' }));
  const last = done.events.at(-1);
  assert.equal(last?.type, 'RecordCorrected');
  assert.equal(done.events.length, told.events.length + 1, 'nothing is deleted');
});

test('[R24] logged in error: it goes no further, what was owed falls away and is no failure, and notes can be added', () => {
  const told = acknowledgedStory()
    .on('2026-01-12')
    .does(correct({ kind: 'logged-in-error' }));
  assert.deepEqual(open(told), []);
  assert.equal(told.status('respond-1', '2026-03-02'), 'lapsed');
  assert.equal(closesFrom(told.state, told.deciding), '2026-01-12');
  assert.deepEqual(nextSteps(told.state, told.deciding), []);
  told.refuses(
    { type: 'WithdrawComplaint', on: '2026-01-12', evidence: text('x'), channel: 'phone' },
    'record-goes-no-further',
  );
  told.does({ type: 'AddNote', note: text('rang them') });
});

test('[R24][R13] a danger told of stays owed, whatever the record was called', () => {
  const told = story()
    .received('2026-01-05', { flags: ['safety'] })
    .does(correct({ kind: 'logged-in-error' }));
  assert.deepEqual(open(told), ['make-safe']);
});

test('[R24][R64] told twice: the one that came first goes on, the other says which it is', () => {
  const told = acknowledgedStory().on('2026-01-12');
  told.refuses(correct(twice('2026-01-06')), 'duplicate-came-first');
  const done = told.does(correct(twice('2026-01-02')));
  assert.deepEqual(done.state.voided, { on: '2026-01-12', why: 'duplicate', otherCaseId: 'other' });
  assert.equal(done.state.refusal, null);
});

test('[R24] the wrong person is replaced, the clocks stay', () => {
  const told = acknowledgedStory().on('2026-01-12');
  const done = told.does(correct({ kind: 'wrong-person', personId: 'right' }));
  assert.equal(done.state.complainantId, 'right');
  assert.equal(done.owed('respond-1').dueOn, told.owed('respond-1').dueOn);
  told.refuses(correct({ kind: 'wrong-person', personId: told.state.complainantId ?? '' }), 'nothing-changes');
});

test('[R24][R66][R7] letters that went to the wrong person are owed again from their first date, each a data incident', () => {
  const told = acknowledgedStory().on('2026-01-13');
  const done = told.does(correct({ kind: 'wrong-person', personId: 'right', lettersAstray: true }));
  assert.equal(done.status('acknowledge-1'), 'overdue');
  assert.equal(done.owed('acknowledge-1').dueOn, '2026-01-12');
  assert.equal(done.status('close-data-incident-acknowledgement-1'), 'due');
  const steps = nextSteps(done.state, done.deciding).map(step => `${step.act} ${step.letter ?? ''}`.trim());
  assert.ok(steps.includes('IssueLetter acknowledgement'), 'written anew, not sent on');
  const again = { type: 'SendLetter', letterId: 'acknowledgement-1', on: '2026-01-13', how: 'email' } as const;
  done.refuses({ ...again, dateProof: 'system', evidence: null }, 'letter-misaddressed');
});

test('[R24] an entry that belongs elsewhere is marked once, and stays', () => {
  const told = acknowledgedStory()
    .on('2026-01-12')
    .does({ type: 'AddNote', note: text('of another') });
  const done = told.does(correct({ kind: 'misfiled-document', entry: told.state.version }));
  assert.deepEqual(done.state.misfiled, [told.state.version]);
  assert.equal(done.state.notes.length, 1);
  done.refuses(correct({ kind: 'misfiled-document', entry: told.state.version }), 'no-such-entry');
  done.refuses(correct({ kind: 'misfiled-document', entry: 999 }), 'no-such-entry');
});
