/** One complaint told twice is one case; two people’s complaints of one home are two. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, story } from '../../../test/complaint-story.ts';
import { completeInput, magna } from '../../../test/fixtures/letter-cases.ts';
import type { LocalDate } from '../calendar/dates.ts';
import { letterAsText } from '../letters/as-text.ts';
import { draftLetter } from '../letters/draft.ts';
import type { CommandOf } from './commands.ts';

const again = (on: LocalDate, channel = 'email'): CommandOf<'RecordRepeat'> => ({
  type: 'RecordRepeat',
  on,
  channel,
  words: text('as I said on the phone'),
});

test('[R64][R3] told again later, it is the same complaint from its first day, with both texts', () => {
  const once = story().received('2026-01-05').on('2026-01-07');
  const twice = once.does(again('2026-01-07'));
  assert.deepEqual(twice.obligations(), once.obligations());
  assert.deepEqual(twice.state.receipts, [
    { on: '2026-01-05', channel: 'phone', words: text('the tap drips') },
    { on: '2026-01-07', channel: 'email', words: text('as I said on the phone') },
  ]);
  assert.deepEqual(twice.state.words, text('the tap drips'));
});

test('[R64][R3] told before by another way, it counts from that day', () => {
  const once = story().received('2026-01-05').on('2026-01-07');
  const twice = once.does(again('2026-01-02'));
  assert.deepEqual([twice.state.receivedOn, twice.state.channel], ['2026-01-02', 'email']);
  const straight = story().received('2026-01-02', {}, '2026-01-05').on('2026-01-07');
  assert.equal(twice.owed('acknowledge-1').dueOn, straight.owed('acknowledge-1').dueOn);
  assert.equal(twice.owed('respond-1').dueOn, straight.owed('respond-1').dueOn);
  const thrice = twice.does(again('2026-01-06', 'letter'));
  assert.deepEqual(
    thrice.state.receipts.map(one => one.on),
    ['2026-01-02', '2026-01-05', '2026-01-06'],
  );
});

test('[R64] after the answer it is no repeat, and neither ahead of its day nor by a way nobody knows', () => {
  answeredStory().refuses(again('2026-01-23'), 'already-answered');
  const open = acknowledgedStory();
  open.refuses(again('2026-01-10'), 'date-in-future');
  open.refuses(again('2026-01-09', 'pigeon'), 'not-in-policy');
});

test('[R64] one acknowledgement names each time it was told', () => {
  const input = completeInput('acknowledgement', 1, magna);
  const receipts = [
    { on: '2026-11-02' as const, channel: 'phone', words: null },
    { on: '2026-11-04' as const, channel: 'web', words: text('again') },
  ];
  const told = letterAsText(draftLetter({ ...input, state: { ...input.state, receipts } }).document);
  assert.match(
    told.replaceAll(/\s+/g, ' '),
    /more than once: on Monday 2 November 2026 \(phone\) and on Wednesday 4 November 2026 \(website\)/,
  );
  const once = letterAsText(draftLetter(input).document);
  assert.doesNotMatch(once, /more than once/);
});

test('[R64] a complaint of the same household has its own clock, and withdrawing one ends nothing of the other', () => {
  const linked = { type: 'LinkCase' as const, otherCaseId: 'hers', why: 'household' as const };
  const his = acknowledgedStory().does(linked);
  const hers = story()
    .received('2026-01-07')
    .does({ ...linked, otherCaseId: 'his' });
  const before = hers.obligations();
  const gone = his.does({ type: 'WithdrawComplaint', on: '2026-01-09', evidence: text('his email'), channel: 'email' });
  assert.notEqual(gone.state.withdrawal, null);
  assert.equal(hers.state.withdrawal, null);
  assert.deepEqual(hers.obligations(), before);
});
