import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import {
  acknowledgedStory,
  answeredStory,
  decidePoint,
  issue,
  type Story,
  story,
} from '../../../test/complaint-story.ts';
import type { LocalDate } from '../calendar/dates.ts';
import type { DecidedFinding } from './events.ts';
import { answeredState, caseFinding, isClosed } from './outcome.ts';
import { stageReached } from './stage-obligations.ts';

const word = (told: Story, asOf: LocalDate = told.told.today) => answeredState(told.state, told.deciding, asOf);

function found(...findings: DecidedFinding[]): Story {
  const open = acknowledgedStory('magna', findings.length);
  return findings.reduce((told, finding, index) => told.does(decidePoint(`p${index + 1}`, finding)), open);
}

test('[R46] where a complaint stands is read from what happened, all the way', () => {
  const logged = story().received('2026-01-05').assigned();
  assert.equal(word(logged), 'logged');
  const acknowledged = logged.acknowledged('2026-01-09');
  assert.equal(word(acknowledged), 'acknowledged');
  const decided = acknowledged.decided();
  assert.equal(word(decided), 'investigating');
  const answered = decided.responded('2026-01-23');
  assert.equal(word(answered), 'answered');
  const asked = answered.escalated('2026-02-02');
  assert.equal(word(asked), 'stage 2 requested');
  const review = asked.assigned('head', 2).as('head').acknowledged('2026-02-06', 2);
  assert.equal(word(review), 'stage 2 acknowledged');
  assert.equal(word(review.decided('upheld', 2)), 'stage 2 investigating');
});

test('[R46] answered at stage 1, it closes the day after the window, and escalation reopens it', () => {
  const answered = answeredStory();
  assert.equal(word(answered, '2026-02-23'), 'answered');
  assert.equal(word(answered, '2026-02-24'), 'closed');
  assert.equal(word(answered.escalated('2026-02-20')), 'stage 2 requested');
});

test('[R46][MAG-35][MGL-16] an open promise keeps it from closing, though the answer has gone', () => {
  const promised = answeredStory().does({
    type: 'PromiseAction',
    actionId: 'a1',
    stage: 1,
    pointId: null,
    owner: { kind: 'team', name: 'repairs' },
    what: text('tap'),
    dueOn: '2026-02-02',
    dateGivenBy: null,
  });
  assert.equal(word(promised, '2026-06-01'), 'answered');
  const kept = promised.on('2026-02-02').does({
    type: 'CompleteAction',
    actionId: 'a1',
    on: '2026-02-02',
    evidence: text('photo'),
    residentToldOn: '2026-02-02',
  });
  assert.equal(word(kept, '2026-06-01'), 'closed');
});

test('[R46][MAG-27][MGL-48] after the stage 2 answer nothing follows: closed as soon as nothing is promised', () => {
  const over = answeredStory()
    .escalated('2026-02-02')
    .assigned('head', 2)
    .as('head')
    .acknowledged('2026-02-06', 2)
    .responded('2026-03-02', 2);
  assert.equal(word(over), 'closed');
});

test('[R46] a request asked before the answer leaves stage 1 where it is; a declined one says so', () => {
  assert.equal(word(acknowledgedStory().escalated('2026-01-15')), 'stage 2 awaits the answer');
  const declined = answeredStory()
    .escalated('2026-02-24')
    .as('lead')
    .does({ type: 'RefuseEscalation', groundId: 'late', reasons: text('late'), supportedBy: null });
  assert.equal(word(declined), 'stage 2 declined');
  assert.equal(word(declined.does(issue('escalation-refusal', 2)).sent('escalation-refusal-2')), 'closed');
});

test('[R6] withdrawn and refused are said as such', () => {
  assert.equal(
    word(
      acknowledgedStory().does({ type: 'WithdrawComplaint', on: '2026-01-09', evidence: text('x'), channel: 'email' }),
    ),
    'withdrawn',
  );
  const answers = { 'earlier-case': 'WXYZ', 'anything-new': 'no' };
  assert.equal(
    word(
      acknowledgedStory()
        .as('lead')
        .does({ type: 'RefuseComplaint', groundId: 'already-considered', answers, reasons: text('x') }),
    ),
    'refused',
  );
});

test('[R21] the case’s finding is derived from its points, once they are answered', () => {
  const outcomes: [DecidedFinding[], string][] = [
    [['upheld', 'upheld'], 'upheld'],
    [['upheld', 'not-upheld'], 'partly-upheld'],
    [['partly-upheld', 'not-upheld'], 'partly-upheld'],
    [['not-upheld', 'not-upheld'], 'not-upheld'],
    [['not-our-responsibility', 'not-our-responsibility'], 'not-our-responsibility'],
    [['not-our-responsibility', 'not-upheld'], 'not-upheld'],
  ];
  for (const [findings, expected] of outcomes) {
    const decided = found(...findings);
    assert.equal(caseFinding(decided.state), null, 'nothing is found before the response goes');
    assert.equal(caseFinding(decided.responded('2026-01-23').state), expected, findings.join(' and '));
  }
});

test('[R21] points that were withdrawn or moved count only where nothing was answered', () => {
  const two = acknowledgedStory('magna', 2).does({
    type: 'WithdrawPoint',
    stage: 1,
    pointId: 'p2',
    evidence: text('x'),
  });
  assert.equal(caseFinding(two.decided('not-upheld').responded('2026-01-23').state), 'not-upheld');
});

test('[R21][R40] at stage 2 the fresh answer counts, and the stage 1 answer where a point was not pursued', () => {
  const review = found('not-upheld', 'not-upheld')
    .responded('2026-01-23')
    .escalated('2026-02-02', ['p1'])
    .assigned('head', 2)
    .as('head')
    .defined(2, 2, ['p2'])
    .acknowledged('2026-02-06', 2)
    .does(decidePoint('p1', 'upheld', 2));
  assert.equal(caseFinding(review.state), 'not-upheld', 'until it is sent');
  assert.equal(caseFinding(review.responded('2026-02-20', 2).state), 'partly-upheld');
});

test('[R46] withdrawn or refused is not the same as closed', () => {
  const withdrawn = answeredStory()
    .escalated('2026-02-02')
    .does({ type: 'WithdrawComplaint', on: '2026-02-02', evidence: text('x'), channel: 'email' });
  assert.equal(isClosed(withdrawn.state, withdrawn.deciding, '2027-01-05'), false);
  assert.equal(isClosed(answeredStory().state, withdrawn.deciding, '2027-01-05'), true);
});

test('[R41] asked for before the stage 1 answer, the complaint is still at stage 1, and its word says what is owed first', () => {
  const early = acknowledgedStory().escalated('2026-01-14');
  assert.equal(stageReached(early.state.timeline, early.deciding), 1);
  assert.equal(answeredState(early.state, early.deciding, '2026-01-14'), 'stage 2 awaits the answer');
  const answered = early.responded('2026-01-20');
  assert.equal(stageReached(answered.state.timeline, answered.deciding), 2);
  assert.equal(answeredState(answered.state, answered.deciding, '2026-01-20'), 'stage 2 requested');
});

test('[R41] a request changes nothing about an acknowledgement that is owed; [R42] one made when the answer was late opens stage 2', () => {
  const unacknowledged = story().received('2026-01-05').escalated('2026-01-06');
  assert.equal(answeredState(unacknowledged.state, unacknowledged.deciding, '2026-01-06'), 'logged');
  const late = acknowledgedStory().escalated('2026-03-02');
  assert.equal(stageReached(late.state.timeline, late.deciding), 2);
  assert.equal(answeredState(late.state, late.deciding, '2026-03-02'), 'stage 2 requested');
});
