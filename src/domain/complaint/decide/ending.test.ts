import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, issue, story } from '../../../../test/complaint-story.ts';
import type { CommandOf } from '../commands.ts';
import { sayObligation } from '../in-words.ts';

const considered = { 'earlier-case': 'WXYZ-1234', 'anything-new': 'no' };

function refusing(
  groundId = 'already-considered',
  answers: Record<string, string> = considered,
): CommandOf<'RefuseComplaint'> {
  return { type: 'RefuseComplaint', groundId, answers, reasons: text('we answered this in May') };
}

const withdraw = (on: CommandOf<'WithdrawComplaint'>['on']) =>
  ({ type: 'WithdrawComplaint', on, evidence: text('their email'), channel: 'email' }) as const;

test('[MAG-16][MGL-11][R20] a refusal needs a role, a ground and reasons; the letter is owed by the acknowledgement’s date and meets it', () => {
  const logged = story().received('2026-01-05').on('2026-01-08');
  logged.as('officer').refuses(refusing(), 'not-your-role');
  const refused = logged.as('lead').does(refusing());
  assert.equal(refused.state.refusal?.by, 'lead');
  assert.equal(refused.state.refusal?.reasons.textId, 'we answered this in May');
  assert.equal(refused.owed('acknowledge-1').dueOn, '2026-01-12');
  assert.equal(refused.status('acknowledge-1', '2026-01-13'), 'overdue', 'the letter is still owed');
  assert.equal(sayObligation(refused.owed('acknowledge-1')), 'Send the refusal letter');
  const told = refused.issued('refusal', 1).sent('refusal-1');
  assert.equal(told.status('acknowledge-1'), 'met');
  assert.equal(told.status('respond-1'), 'lapsed');
  const last = told.events.at(-2);
  assert.equal(last?.type === 'LetterIssued' && last.body.signedBy, 'lead');
});

test('[R20] there is no appeal inside against a refusal, and it is not refused twice', () => {
  const refused = story().received('2026-01-05').as('lead').does(refusing());
  assert.match(
    refused.refuses(
      {
        type: 'RequestEscalation',
        on: '2026-01-05',
        channel: 'phone',
        points: 'all',
        words: null,
        forwardedBy: 'resident',
      },
      'refused-no-stage-2',
    ).instead,
    /Ombudsman/,
  );
  refused.refuses(refusing(), 'already-refused');
});

test('[R20] after it was acknowledged it may still be refused, with the letter owed by the answer’s date', () => {
  const refused = acknowledgedStory().on('2026-01-15').as('lead').does(refusing());
  assert.equal(refused.status('respond-1', '2026-01-26'), 'overdue');
  assert.equal(sayObligation(refused.owed('respond-1')), 'Send the refusal letter');
  const told = refused.issued('refusal', 1).sent('refusal-1');
  assert.equal(told.status('respond-1'), 'lapsed');
  answeredStory().as('lead').refuses(refusing(), 'already-answered');
});

test('[R20] only a ground of the policy, that holds', () => {
  const logged = story().received('2026-01-05').as('lead');
  logged.refuses(refusing('we are busy'), 'no-such-ground');
  logged.refuses(refusing('already-considered', { ...considered, 'anything-new': 'yes' }), 'ground-barred');
});

test('[MAG-18][MGL-08] a claim refuses the whole complaint only where every point of it is pleaded', () => {
  const claim = {
    'filed-on': '2026-01-07',
    'court-reference': 'K00AA001',
    'pleaded-points': 'p1, p2',
    'only-pre-action': 'no',
  };
  for (const landlord of ['magna', 'magenta'] as const) {
    const two = acknowledgedStory(landlord, 2).as('lead');
    two.does(refusing('court-claim', claim));
    two.refuses(refusing('court-claim', { ...claim, 'pleaded-points': 'p1' }), 'ground-for-points');
    two.refuses(refusing('court-claim', { ...claim, 'filed-on': '2026-01-20' }), 'date-in-future');
  }
});

test('[R20] the Ombudsman tells us to take it: the receipt stays, the clocks run from the direction', () => {
  const refused = story()
    .received('2026-01-05')
    .as('lead')
    .does(refusing())
    .does(issue('refusal', 1))
    .sent('refusal-1');
  const directed = refused.on('2026-03-03').does({
    type: 'DirectAcceptance',
    directedOn: '2026-03-02',
    deadline: '2026-03-20',
    note: text('letter'),
  });
  assert.equal(directed.state.receivedOn, '2026-01-05');
  assert.equal(directed.owed('acknowledge-1').dueOn, '2026-03-09');
  assert.equal(directed.owed('respond-1').dueOn, '2026-03-23');
  assert.equal(directed.owed('meet-direction').dueOn, '2026-03-20', 'the Ombudsman’s own date is its own duty');
  const taken = directed.assigned().as('officer').acknowledged('2026-03-05');
  assert.equal(taken.owed('respond-1').dueOn, '2026-03-19');
});

test('[R20] a direction follows a refusal, on a real day', () => {
  const direct = { type: 'DirectAcceptance', directedOn: '2026-01-05', deadline: null, note: text('letter') } as const;
  acknowledgedStory().refuses(direct, 'not-refused');
  const refused = story().received('2026-01-05').on('2026-01-08').as('lead').does(refusing());
  refused.refuses(direct, 'date-before');
  refused.refuses({ ...direct, directedOn: '2026-01-09' }, 'date-in-future');
  refused.refuses({ ...direct, directedOn: '2026-01-08', deadline: '2026-01-07' }, 'date-before');
});

test('[R6] a complaint is withdrawn with what shows the wish; what was owed lapses and is no failure', () => {
  const withdrawn = acknowledgedStory().on('2026-01-14').does(withdraw('2026-01-14'));
  assert.equal(withdrawn.status('respond-1'), 'lapsed');
  assert.equal(withdrawn.state.withdrawal?.evidence.textId, 'their email');
  withdrawn.refuses(withdraw('2026-01-14'), 'already-withdrawn');
  withdrawn.does(issue('withdrawal-confirmed', 1));
});

test('after the answer there is nothing to withdraw, unless stage 2 is open', () => {
  answeredStory().refuses(withdraw('2026-01-23'), 'nothing-to-withdraw');
  const review = answeredStory().escalated('2026-02-02').does(withdraw('2026-02-02'));
  assert.equal(review.status('acknowledge-2'), 'lapsed');
  assert.equal(review.status('respond-1'), 'met');
  story().received('2026-01-05').as('lead').does(refusing()).refuses(withdraw('2026-01-05'), 'already-refused');
});

test('[R65] revived: the same case with its first receipt, and a fresh acknowledgement within five working days', () => {
  const revive = {
    type: 'ReviveComplaint',
    on: '2026-02-02',
    words: text('it leaks again'),
    brokenPromise: true,
  } as const;
  acknowledgedStory().on('2026-02-02').refuses(revive, 'not-withdrawn');
  const revived = acknowledgedStory().does(withdraw('2026-01-09')).on('2026-02-02').does(revive);
  assert.equal(revived.state.receivedOn, '2026-01-05');
  assert.equal(revived.owed('acknowledge-1').dueOn, '2026-02-09');
  assert.equal(revived.status('acknowledge-1'), 'due', 'the old acknowledgement does not do for the new start');
  assert.equal(revived.state.revivedOnBrokenPromise, true);
  assert.deepEqual(
    revived.state.withdrawals.map(one => [one.on, one.revivedOn]),
    [['2026-01-09', '2026-02-02']],
  );
  const again = revived.issued('acknowledgement', 1, { letterId: 'afresh' }).sent('afresh');
  assert.equal(again.owed('respond-1').dueOn, '2026-02-16');
});

test('[R65][R41] with an early request for stage 2 it is still stage 1 that is revived', () => {
  const revived = acknowledgedStory()
    .escalated('2026-01-15')
    .does(withdraw('2026-01-15'))
    .on('2026-02-02')
    .does({ type: 'ReviveComplaint', on: '2026-02-02', words: text('after all'), brokenPromise: false });
  assert.equal(revived.owed('acknowledge-1').dueOn, '2026-02-09');
});

test('[R64] one resident’s withdrawal is theirs alone: the linked complaint of the other goes on', () => {
  const other = story()
    .received('2026-01-05', { complainantId: 'other resident' })
    .does({ type: 'LinkCase', otherCaseId: 'first', why: 'household' });
  acknowledgedStory().does(withdraw('2026-01-09'));
  assert.equal(other.status('acknowledge-1'), 'due');
});

test('[R20] the letter of a refusal that was overtaken discharges nothing of the new start', () => {
  const refused = story()
    .received('2026-01-05')
    .assigned()
    .as('lead')
    .does(refusing())
    .does(issue('refusal', 1))
    .sent('refusal-1');
  assert.equal(refused.state.refusal?.letterSentOn, '2026-01-05');
  const direct = { type: 'DirectAcceptance', directedOn: '2026-03-02', deadline: null, note: text('letter') } as const;
  const updated = refused.on('2026-03-03').does(direct).as('officer').does(issue('update', 1)).sent('update-1');
  assert.equal(updated.status('acknowledge-1'), 'due');
  const again = updated.on('2026-03-04').as('lead').does(refusing());
  assert.equal(again.state.refusal?.letterSentOn, null);
  assert.equal(again.status('acknowledge-1'), 'due', 'the second refusal needs its own letter');
});

test('[R65] an extension of before the withdrawal does not reach into the new clocks', () => {
  const extension = {
    type: 'DecideExtension',
    extensionId: 'x1',
    stage: 1,
    newDueOn: '2026-03-20',
    reason: text('fire'),
  } as const;
  const extended = acknowledgedStory()
    .on('2026-01-20')
    .does({ ...extension, agreement: 'agreed', goodReason: text('fire'), approvedBy: 'head' })
    .does(issue('extension', 1, { letterId: 'notice', extensionId: 'x1' }))
    .sent('notice');
  assert.equal(extended.owed('respond-1').dueOn, '2026-03-20');
  const revived = extended
    .does(withdraw('2026-01-20'))
    .on('2026-02-02')
    .does({ type: 'ReviveComplaint', on: '2026-02-02', words: text('after all'), brokenPromise: false });
  assert.equal(revived.owed('respond-1').dueOn, '2026-02-23');
});

test('[MGL-08] a ground for single points refuses a complaint that has no more than one', () => {
  const insurance = refusing('insurance-claim', { 'claim-reference': 'C1', 'about-handling': 'no' });
  acknowledgedStory('magenta', 1).as('lead').does(insurance);
  acknowledgedStory('magenta', 2).as('lead').refuses(insurance, 'ground-for-points');
});
