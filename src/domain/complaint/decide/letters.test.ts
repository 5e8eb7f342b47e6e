import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulebook, rulebooks, text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, issue, send, story } from '../../../../test/complaint-story.ts';
import type { CommandOf } from '../commands.ts';

const defined = () => story().received('2026-01-05').assigned().defined();
const back = (letterId: string, why: 'bounced' | 'wrong-address' | 'not-posted'): CommandOf<'ReturnLetter'> => ({
  type: 'ReturnLetter',
  letterId,
  on: '2026-01-13',
  why,
  note: text('came back'),
});

test('[R7][MAG-28] an acknowledgement is met when it is handed over, not when it is issued', () => {
  const issued = defined().on('2026-01-09').issued('acknowledgement', 1);
  assert.equal(issued.status('acknowledge-1'), 'due');
  assert.equal(issued.status('acknowledge-1', '2026-01-13'), 'overdue');
  assert.equal(issued.sent('acknowledgement-1').status('acknowledge-1'), 'met');
});

test('[R7] a letter that bounced or was never posted leaves it owed from the first date, until it goes again', () => {
  for (const why of ['bounced', 'not-posted'] as const) {
    const returned = acknowledgedStory().on('2026-01-13').does(back('acknowledgement-1', why));
    assert.equal(returned.status('acknowledge-1'), 'overdue');
    assert.equal(returned.owed('acknowledge-1').dueOn, '2026-01-12');
    const again = returned.sent('acknowledgement-1', 'post');
    assert.equal(again.status('acknowledge-1'), 'late');
    assert.deepEqual(again.state.letters[0]?.returns, [{ on: '2026-01-13', why }], 'what happened stays');
  }
});

test('[R66] a response to the wrong address was not sent: overdue, marked, issued anew, and the first copy stays', () => {
  const returned = answeredStory()
    .on('2026-02-02')
    .does({ ...back('response-1', 'wrong-address'), on: '2026-02-02' });
  assert.equal(returned.status('respond-1'), 'overdue');
  returned.refuses(send('response-1', '2026-02-02'), 'letter-misaddressed');
  const anew = returned.issued('response', 1, { letterId: 'anew' }).sent('anew');
  assert.equal(anew.status('respond-1'), 'late');
  assert.equal(anew.state.letters.length, 3);
  assert.equal(anew.state.letters[1]?.returned?.why, 'wrong-address');
});

test('[R55][MAG-43] a letter with something missing cannot be issued, and every lack is said with its clause', () => {
  const missing = [
    { sentence: 'The target date is missing.', clause: 'MAG-29' },
    { sentence: 'The outcome sought is missing.', clause: 'MAG-29' },
  ];
  const { why } = defined().refuses(issue('acknowledgement', 1, { missing }), 'letter-incomplete');
  for (const { sentence } of missing) assert.ok(why.includes(sentence));
});

test('[MAG-43][MGL-22][Code 6.7][Code 6.18] a response answers every point, whatever the letter gate says', () => {
  const two = acknowledgedStory('magna', 2);
  assert.match(two.refuses(issue('response', 1), 'points-unanswered').why, /Points 1 and 2 have/);
  two.decided().does(issue('response', 1));
});

test('an acknowledgement needs the understanding first; nothing is acknowledged after the answer', () => {
  story().received('2026-01-05').assigned().refuses(issue('acknowledgement', 1), 'not-defined');
  answeredStory().refuses(issue('acknowledgement', 1), 'already-answered');
  acknowledgedStory().refuses(issue('acknowledgement', 2), 'stage-not-open');
});

test('the response is signed by the handler of its stage and by nobody else', () => {
  const ready = acknowledgedStory().decided();
  assert.match(ready.as('lead').refuses(issue('response', 1), 'handler-signs').why, /Officer/);
  const last = ready.does(issue('response', 1)).events.at(-1);
  assert.equal(last?.type === 'LetterIssued' && last.body.signedBy, 'officer');
  story().received('2026-01-05').as('officer').defined().decided().refuses(issue('response', 1), 'no-handler');
});

test('[R30] a panel signs only when it is complete', () => {
  const { policy } = rulebooks.magna;
  const book = rulebook({ ...policy, stage2Review: { ...policy.stage2Review, panelOf: 2 } });
  const one = answeredStory()
    .with({ book })
    .escalated('2026-02-02')
    .assigned('other-head', 2)
    .as('other-head')
    .acknowledged('2026-02-06', 2)
    .decided('upheld', 2);
  assert.match(one.refuses(issue('response', 2), 'panel-incomplete').why, /2 people together, and 1 is named/);
  one.assigned('head', 2).as('head').does(issue('response', 2));
});

test('[R8] without an acknowledgement on its way the response must say what one would', () => {
  const ready = defined().on('2026-01-07').decided();
  ready.refuses(issue('response', 1), 'acknowledge-first');
  const covering = ready.issued('response', 1, { contents: ['decision', 'responsibility'] }).sent('response-1');
  assert.equal(covering.status('acknowledge-1'), 'met');
  assert.equal(covering.status('respond-1'), 'met');
  ready.issued('acknowledgement', 1).does(issue('response', 1));
});

test('[R45][R82][Code 5.3] a corrected response leaves the first frozen and opens no third stage', () => {
  const answered = answeredStory().on('2026-02-02');
  answered.refuses(issue('response', 1, { letterId: 'second' }), 'already-answered');
  const corrected = answered.issued('response', 1, { letterId: 'second', supersedes: 'response-1' }).sent('second');
  assert.deepEqual(
    corrected.state.letters.find(one => one.letterId === 'response-1'),
    answered.state.letters.at(-1),
  );
  assert.equal(corrected.state.timeline.stage1.respondedOn, '2026-01-23');
  assert.deepEqual(corrected.state.timeline.stage1.corrected, { on: '2026-02-02', method: 'email' });
  assert.equal(corrected.isOwed('respond-2'), false);
});

test('[R45] only a letter of the same kind and stage that went can be corrected', () => {
  const answered = answeredStory().on('2026-02-02');
  for (const supersedes of ['acknowledgement-1', 'no-such-letter'])
    answered.refuses(issue('response', 1, { letterId: 'second', supersedes }), 'letter-not-supersedable');
});

test('[R22] a letter goes to the resident, and to a representative only with authority', () => {
  const through = story().received('2026-01-05', { representativeId: 'niece' }).assigned().defined();
  through.refuses(issue('acknowledgement', 1, { to: 'niece' }), 'letter-wrong-person');
  const given = {
    type: 'RecordRepresentative',
    personId: 'niece',
    scope: 'full',
    evidence: text('form'),
    until: null,
  } as const;
  through.does(given).does(issue('acknowledgement', 1, { to: 'niece' }));
});

test('[MAG-16] a refusal letter follows the decision to refuse; a withdrawal is confirmed after it', () => {
  defined().as('lead').refuses(issue('refusal', 1), 'letter-needs-decision');
  defined().refuses(issue('withdrawal-confirmed', 1), 'letter-needs-decision');
  answeredStory().escalated('2026-02-02').as('lead').refuses(issue('escalation-refusal', 2), 'letter-needs-decision');
  defined().as('lead').refuses(issue('refusal', 2), 'letter-wrong-stage');
  defined().as('lead').refuses(issue('escalation-refusal', 1), 'letter-wrong-stage');
});

test('a letter is sent once, not before it was issued, and not in the future', () => {
  const issued = defined().on('2026-01-09').issued('acknowledgement', 1);
  issued.refuses(send('acknowledgement-1', '2026-01-08'), 'date-before');
  issued.refuses(send('acknowledgement-1', '2026-01-12'), 'date-in-future');
  issued.refuses(send('nothing', '2026-01-09'), 'no-such-letter');
  issued.sent('acknowledgement-1').refuses(send('acknowledgement-1', '2026-01-09'), 'letter-sent-already');
  issued.does(issue('update', 1)).refuses(issue('update', 1), 'letter-known');
});

test('a date of sending typed by hand needs something that shows it, and stays marked', () => {
  const issued = defined().on('2026-01-08').issued('acknowledgement', 1).on('2026-01-14');
  const stated = { ...send('acknowledgement-1', '2026-01-09', 'post'), dateProof: 'stated' } as const;
  issued.refuses(stated, 'stated-date-needs-evidence');
  const proven = issued.does({ ...stated, evidence: text('certificate of posting') });
  assert.equal(proven.status('acknowledge-1'), 'met');
  assert.equal(proven.state.letters[0]?.sent?.dateProof, 'stated');
});

test('a letter comes back only after it went', () => {
  const issued = defined().on('2026-01-13').issued('acknowledgement', 1);
  issued.refuses(back('acknowledgement-1', 'bounced'), 'letter-not-sent');
  issued.refuses(back('nothing', 'bounced'), 'no-such-letter');
  const sent = issued.sent('acknowledgement-1');
  sent.refuses({ ...back('acknowledgement-1', 'bounced'), on: '2026-01-12' }, 'date-before');
});

test('[R8] the acknowledgement of stage 1 does not do for stage 2', () => {
  const ready = answeredStory()
    .escalated('2026-02-02')
    .assigned('head', 2)
    .as('head')
    .defined(1, 2)
    .decided('upheld', 2);
  ready.refuses(issue('response', 2), 'acknowledge-first');
});

test('[R30] who signs a response is part of its stage, who signs another letter is not', () => {
  assert.ok(!acknowledgedStory().state.involved.some(one => one.as === 'signatory'));
  assert.ok(answeredStory().state.involved.some(one => one.as === 'signatory' && one.personId === 'officer'));
});
