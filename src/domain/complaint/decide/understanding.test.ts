import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, define, point, story } from '../../../../test/complaint-story.ts';

const started = () => story().received('2026-01-05').assigned();

test('[MAG-28][R4][R26] asking the resident what they mean stops no clock, and silence closes nothing', () => {
  const before = started();
  const asked = before
    .on('2026-01-06')
    .does({ type: 'AskClarification', stage: 1, on: '2026-01-06', question: text('which tap?') });
  assert.equal(asked.owed('acknowledge-1').dueOn, before.owed('acknowledge-1').dueOn);
  assert.equal(asked.owed('respond-1').dueOn, before.owed('respond-1').dueOn);
  assert.equal(asked.status('respond-1', '2026-01-27'), 'overdue', 'no answer from them changes nothing');
  const answered = asked
    .on('2026-01-20')
    .does({ type: 'RecordClarification', stage: 1, on: '2026-01-20', answer: text('the kitchen one') });
  assert.equal(answered.owed('respond-1').dueOn, before.owed('respond-1').dueOn);
  assert.equal(answered.state.stages[1].clarifications[0]?.answeredOn, '2026-01-20');
});

test('[R26] an answer is recorded to a question that was asked, not before it', () => {
  const answer = { type: 'RecordClarification', stage: 1, on: '2026-01-06', answer: text('yes') } as const;
  started().on('2026-01-08').refuses(answer, 'nothing-asked');
  const asked = started()
    .on('2026-01-08')
    .does({ type: 'AskClarification', stage: 1, on: '2026-01-08', question: text('?') });
  asked.refuses(answer, 'date-before');
});

test('[MAG-62][MGL-18] an early word with the resident is owed; an attempt is recorded and does not meet it', () => {
  const contact = (kind: 'attempt' | 'discussion') =>
    ({ type: 'RecordContact', stage: 1, on: '2026-01-06', kind, note: text('rang') }) as const;
  assert.equal(started().owed('contact-1').dueOn, '2026-01-07');
  const magenta = story('magenta').received('2026-01-05');
  assert.equal(magenta.owed('contact-1').dueOn, '2026-01-12', 'this policy leaves the time of the acknowledgement');
  const tried = started().on('2026-01-06').does(contact('attempt'));
  assert.equal(tried.status('contact-1', '2026-01-08'), 'overdue');
  assert.equal(tried.does(contact('discussion')).status('contact-1'), 'met');
  assert.equal(
    tried.status('acknowledge-1', '2026-01-12'),
    'due',
    'it never holds up the acknowledgement, nor is one [R7]',
  );
});

test('[MGL-18][MAG-29] how and how often to be in touch is agreed, with the next date', () => {
  const agree = {
    type: 'AgreeContact',
    stage: 1,
    on: '2026-01-06',
    method: 'phone',
    every: null,
    nextOn: '2026-01-13',
  } as const;
  const agreed = started().on('2026-01-06').does(agree);
  assert.deepEqual(agreed.state.stages[1].contactAgreement, {
    method: 'phone',
    every: null,
    nextOn: '2026-01-13',
    on: '2026-01-06',
  });
  started()
    .on('2026-01-06')
    .refuses({ ...agree, nextOn: '2026-01-05' }, 'date-before');
});

test('[MAG-43][MGL-19] a definition has numbered points from 1 without a gap, and what the resident wants', () => {
  const defined = started().does(
    define([point(1), point(2, { responsibility: 'not-ours', responsibleBody: text('the council') })]),
  );
  assert.deepEqual(
    defined.state.points.map(({ number, responsibility }) => [number, responsibility]),
    [
      [1, 'ours'],
      [2, 'not-ours'],
    ],
  );
  assert.equal(defined.state.stages[1].definition?.outcomeSought.textId, 'mend it');
  started().refuses(define([]), 'points-none');
  started().refuses(define([point(2)]), 'points-numbered');
  started().refuses(define([point(1), point(3)]), 'points-numbered');
  started().refuses(define([point(1), { ...point(2), number: 1 }]), 'points-numbered');
  started().refuses(define([point(1), { ...point(2), pointId: 'p1' }]), 'points-numbered');
});

test('[MAG-43] the parts of the resident’s words that are no points are kept with the reason they are told', () => {
  const defined = started().does({ ...define([point(1)]), leftOut: text('the weather') });
  assert.equal(defined.state.stages[1].definition?.leftOut?.textId, 'the weather');
});

test('[R26] an amended definition is sent again by the date of the answer, and no clock changes', () => {
  const sent = acknowledgedStory();
  const amended = sent.on('2026-01-14').does(define([point(1), point(2)]));
  assert.equal(amended.owed('confirm-definition-1-2').dueOn, '2026-01-23');
  assert.equal(amended.owed('respond-1').dueOn, sent.owed('respond-1').dueOn);
  assert.equal(amended.state.stages[1].definition?.revision, 2);
  const again = amended.issued('acknowledgement', 1, { letterId: 'again' }).sent('again');
  assert.equal(again.status('confirm-definition-1-2'), 'met');
  assert.equal(again.state.timeline.stage1.acknowledgedOn, '2026-01-09', 'the first acknowledgement counts');
});

test('[R26] a definition amended before the acknowledgement goes is sent with it, and nothing more is owed', () => {
  const twice = started()
    .defined(1)
    .does(define([point(1), point(2)]))
    .acknowledged('2026-01-09');
  assert.equal(twice.isOwed('confirm-definition-1-2'), false);
});

test('a stage is defined by who handles it, while it is open', () => {
  assert.match(
    started()
      .as('colleague')
      .refuses(define([point(1)]), 'not-your-case').why,
    /not yours/,
  );
  answeredStory().refuses(define([point(1)]), 'already-answered');
  acknowledgedStory().refuses(define([point(1)], 2), 'stage-not-open');
});

test('[R40][MAG-40][MGL-27] stage 2 says of every open point whether it is pursued', () => {
  const open = answeredStory('magna', 3).escalated('2026-02-02', ['p2']).assigned('head', 2).as('head');
  const { why } = open.refuses(define([point(2)], 2), 'points-left-over');
  assert.match(why, /points 1 and 3/);
  const defined = open.does({ ...define([point(2)], 2), notPursued: ['p1', 'p3'] });
  assert.deepEqual(
    defined.state.points.map(one => one.notPursued),
    [true, false, true],
  );
});

test('[R40] what the resident asked for is pursued: it cannot be left out', () => {
  const all = answeredStory('magna', 2).escalated('2026-02-02').assigned('head', 2).as('head');
  assert.match(all.refuses({ ...define([point(1)], 2), notPursued: ['p2'] }, 'points-asked-for').why, /point 2/);
  all.refuses({ ...define([point(1), point(2)], 2), notPursued: ['p2'] }, 'no-such-point');
});

test('[R40] a point that was not pursued comes back when the resident asks, while stage 2 is open', () => {
  const some = answeredStory('magna', 2)
    .escalated('2026-02-02', ['p1'])
    .assigned('head', 2)
    .as('head')
    .defined(2, 2, ['p2']);
  const back = some.escalated('2026-02-10', ['p2']);
  assert.equal(back.state.timeline.stage2.startedOn, '2026-02-02');
  back.refuses({ ...define([point(1)], 2), notPursued: ['p2'] }, 'points-asked-for');
  const again = back.does(define([point(1), point(2)], 2));
  assert.deepEqual(
    again.state.points.map(one => one.notPursued),
    [false, false],
  );
});

test('[R26] an amended understanding that was only issued, or came back, is still to be sent', () => {
  const issued = acknowledgedStory()
    .on('2026-01-14')
    .does(define([point(1), point(2)]))
    .issued('acknowledgement', 1, { letterId: 'again' });
  assert.equal(issued.status('confirm-definition-1-2'), 'due');
  const returned = issued
    .sent('again')
    .does({ type: 'ReturnLetter', letterId: 'again', on: '2026-01-14', why: 'bounced', note: text('full') });
  assert.equal(returned.status('confirm-definition-1-2'), 'due');
});

test('a definition may leave open points as they are; where all others have ended it needs one of its own', () => {
  const two = acknowledgedStory('magna', 2);
  two.does({ ...define([]), outcomeSought: text('an apology') });
  const left = two.does({ type: 'WithdrawPoint', stage: 1, pointId: 'p2', evidence: text('x') });
  left.refuses(define([point(2)]), 'point-ended');
  assert.equal(left.does(define([point(1)])).state.points.length, 2);
});
