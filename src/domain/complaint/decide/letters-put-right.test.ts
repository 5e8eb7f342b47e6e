/** What becomes of a letter that shall not go, and of the day it named for asking for stage 2. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, issue, send, story } from '../../../../test/complaint-story.ts';
import { caseWindow } from '../escalation-window.ts';

const cancel = (letterId: string) => ({ type: 'CancelLetter', letterId, reason: text('the wrong name') }) as const;
const issued = () => story().received('2026-01-05').assigned().defined().on('2026-01-08').issued('acknowledgement', 1);

test('[R82][R7] a letter that was issued is cancelled with a reason: its file stays, and what it was for stays owed by its date', () => {
  const cancelled = issued().does(cancel('acknowledgement-1'));
  const [letter] = cancelled.state.letters;
  assert.equal(letter?.sha256, 'bytes');
  assert.deepEqual(letter?.cancelled, { on: '2026-01-08', by: 'officer', reason: text('the wrong name') });
  assert.equal(cancelled.owed('acknowledge-1').dueOn, issued().owed('acknowledge-1').dueOn);
  assert.equal(cancelled.status('acknowledge-1', '2026-02-01'), 'overdue');
});

test('[R82] a cancelled letter never goes; another one may be issued, and discharges', () => {
  const cancelled = issued().does(cancel('acknowledgement-1'));
  cancelled.refuses(send('acknowledgement-1', '2026-01-08'), 'letter-cancelled');
  cancelled.refuses(cancel('acknowledgement-1'), 'letter-cancelled');
  const other = cancelled.does(issue('acknowledgement', 1, { letterId: 'another' })).sent('another');
  assert.equal(other.status('acknowledge-1'), 'met');
});

test('[R82] what was sent cannot be cancelled', () => {
  issued().sent('acknowledgement-1').refuses(cancel('acknowledgement-1'), 'letter-gone');
  issued().refuses(cancel('nothing'), 'no-such-letter');
});

test('[R8][R82] a cancelled acknowledgement is none on its way: the response itself has to say what one must', () => {
  const ready = issued().does(cancel('acknowledgement-1')).decided();
  ready.refuses(issue('response', 1), 'acknowledge-first');
});

const answering = () => acknowledgedStory().on('2026-01-21').decided();
const closes = (told: ReturnType<typeof answering>) => caseWindow(told.state, told.deciding)?.closesOn;

test('[R12] a letter written for the post names a later day; emailed after all, that day stays open', () => {
  const letter = answering().issued('response', 1, { quotesWindow: '2026-02-23' });
  const emailed = letter.sent('response-1', 'email');
  assert.equal(closes(emailed), '2026-02-23', 'not 20 February, thirty days after the email');
  assert.match(caseWindow(emailed.state, emailed.deciding)?.rule ?? '', /our letter named Monday 23 February 2026/);
  assert.deepEqual(
    emailed.escalated('2026-02-23').state.escalations.map(one => one.decided?.how),
    ['accepted'],
  );
});

test('[R12] a letter written for an email and posted after all: the later day that follows from the post holds', () => {
  const posted = answering().issued('response', 1, { quotesWindow: '2026-02-20' }).sent('response-1', 'post');
  assert.equal(closes(posted), '2026-02-23');
});

test('[R12] a day named by a letter that never arrived was told to nobody', () => {
  const back = answering()
    .issued('response', 1, { quotesWindow: '2026-03-30' })
    .sent('response-1')
    .does({
      type: 'ReturnLetter',
      letterId: 'response-1',
      on: '2026-01-21',
      why: 'wrong-address',
      note: text('flat 4'),
    })
    .on('2026-01-26')
    .issued('response', 1, { letterId: 'anew', quotesWindow: '2026-02-25' })
    .sent('anew');
  assert.equal(closes(back), '2026-02-25');
});

const decline = (groundId: string, answers: Record<string, string>) =>
  ({ type: 'RefuseEscalation', groundId, answers, reasons: text('because'), supportedBy: null }) as const;

test('[R40][MAG-39] declining stage 2 on a ground asks the ground’s questions, and the answers are kept with the decision', () => {
  const asked = answeredStory().escalated('2026-02-02').as('lead');
  asked.refuses(decline('already-considered', {}), 'ground-unanswered');
  asked.refuses(decline('already-considered', { 'earlier-case': 'ABCD', 'anything-new': 'yes' }), 'ground-barred');
  const answers = { 'earlier-case': 'ABCD', 'anything-new': 'no' };
  const declined = asked.does(decline('already-considered', answers));
  const last = declined.events.at(-1);
  assert.ok(last?.type === 'EscalationRefused');
  assert.deepEqual(last.body.answers, answers);
});
