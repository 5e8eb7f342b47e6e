/** What must never be posted, whoever wrote it: empty fields, wrong dates, words read as instructions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { completeInput, magenta, magna } from '../../../test/fixtures/letter-cases.ts';
import { typed } from '../../../test/fixtures/letter-gaps.ts';
import { letterAsText } from './as-text.ts';
import { draftLetter } from './draft.ts';
import { freeParts } from './free-parts.ts';
import { datesIn } from './gate.ts';

function codesFor(words: string): string[] {
  return draftLetter(typed('introduction', words)(completeInput('acknowledgement', 1, magna))).missing.map(
    one => one.code,
  );
}

test('[R55] a field left empty in typed words blocks the letter and is quoted with its place', () => {
  for (const words of [
    'Dear {name}',
    'We visited on xx May.',
    'Pay £XXX to you.',
    'On [insert date] we came.',
    'Signed ____',
    'The date is TBC.',
  ]) {
    assert.deepEqual(codesFor(words), ['placeholder'], words);
  }
  const { missing } = draftLetter(typed('closing', 'Until [insert date].')(completeInput('update', 1, magenta)));
  assert.match(missing[0]?.sentence ?? '', /“\[insert date\]”/);
});

test('[R55] a field left empty in any words of the case is found too', () => {
  const input = completeInput('response', 1, magna);
  const { missing } = draftLetter({ ...input, texts: { ...input.texts, 'reasons-2': 'We came on {date of visit}.' } });
  assert.deepEqual(
    missing.map(one => one.code),
    ['placeholder'],
  );
  assert.match(missing[0]?.sentence ?? '', /Why we decided this/, 'the heading says where it stands');
});

test('[R55] ordinary words are no empty fields', () => {
  for (const words of [
    'The extractor is a Vent-Axia.',
    'We [the landlord] came.',
    'Taxx is not a word, but no field.',
    'See f(x) = 2.',
  ]) {
    assert.deepEqual(codesFor(words), [], words);
  }
});

test('[R55] a placeholder of the wording without a value, and one that does not exist, block the letter', () => {
  const input = completeInput('update', 1, magna);
  const withOpening = (opening: string[]) => {
    const wording = input.policy.letters.wording.map(one => (one.kind === 'update' ? { ...one, opening } : one));
    return draftLetter({ ...input, policy: { ...input.policy, letters: { ...input.policy.letters, wording } } });
  };
  const noDate = withOpening(['Your last day is {escalation-closes}.']);
  assert.deepEqual(noDate.missing, []);
  const { escalationCloses: _gone, ...dates } = input.dates;
  const draft = draftLetter({
    ...input,
    dates,
    policy: {
      ...input.policy,
      letters: {
        ...input.policy.letters,
        wording: [
          {
            kind: 'update',
            stage: null,
            subject: 'News',
            opening: ['Your last day is {escalation-closes}.'],
            sections: [],
            closing: [],
          },
        ],
      },
    },
  });
  assert.deepEqual(
    draft.missing.map(one => one.code),
    ['unfilled-field'],
  );
  assert.deepEqual(
    withOpening(['Hello {nickname}.']).missing.map(one => one.code),
    ['placeholder'],
  );
});

test('[R55] a date that no calendar has, or on another weekday, blocks the letter', () => {
  for (const words of [
    'We came on 31 February 2026.',
    'We came on Monday 24 November 2026.',
    'We came on 30/02/2026.',
  ]) {
    assert.deepEqual(codesFor(words), ['wrong-date'], words);
  }
  for (const words of ['We came on Tuesday 24 November 2026.', 'We came on 24th November 2026 and 01/12/2026.']) {
    assert.deepEqual(codesFor(words), [], words);
  }
});

test('[R5][R55] typed words may not promise the answer by another day than the letter does', () => {
  assert.deepEqual(codesFor('You will have our answer by 23 December 2026.'), ['wrong-date']);
  assert.deepEqual(codesFor('You will have our answer by 9 December 2026.'), []);
  assert.deepEqual(codesFor('We will come to your home on 23 December 2026.'), []);
});

test('[R5][R55] the date quoted is the one owed, and is recorded as the promise', () => {
  const ack = draftLetter(completeInput('acknowledgement', 1, magna));
  assert.equal(ack.quotesDate, '2026-12-09');
  assert.match(letterAsText(ack.document), /by Wednesday 9 December 2026/);
  const notice = draftLetter(completeInput('extension', 2, magenta));
  assert.equal(notice.quotesDate, '2026-12-11');
  assert.equal(draftLetter(completeInput('response', 1, magna)).quotesDate, null);
});

test('[R5][Code 5.9] an acknowledgement after the answer was due promises no day that has gone, and says what happens until it comes', () => {
  for (const policy of [magna, magenta]) {
    for (const stage of [1, 2] as const) {
      const input = completeInput('acknowledgement', stage, policy);
      const late = draftLetter({ ...input, today: '2026-12-21' });
      const words = letterAsText(late.document);
      assert.match(words, /You should have had our answer by .*That day has passed, and we are sorry/);
      assert.doesNotMatch(words, /answer (in writing )?by \w+ \d+ December 2026\.$/m);
      assert.match(words, /agree with you how often you hear from us/);
      assert.equal(late.quotesDate, null);
      assert.ok(late.contents.includes('target-date'));
      assert.deepEqual(late.missing, []);
    }
  }
});

test('[R9][R55] an extension notice may not quote another date than was decided', () => {
  const input = completeInput('extension', 1, magna);
  const { missing } = draftLetter({ ...input, dates: { ...input.dates, newDueOn: '2026-12-14' } });
  assert.deepEqual(
    missing.map(one => [one.item, one.code]),
    [['new-date', 'wrong-date']],
  );
});

test('dates are found as people write them', () => {
  const found = datesIn('Fri 4 December 2026, Friday, 4th December 2026; 4/12/2026 and 4 Dec').map(one => one.date);
  assert.deepEqual(found, ['2026-12-04', '2026-12-04', '2026-12-04']);
});

test('words that people wrote are printed as they stand and fill no field', () => {
  const words = 'I {resident} want <b>this</b> #fixed $100 *now*';
  const input = completeInput('acknowledgement', 1, magna);
  const { document } = draftLetter({ ...input, texts: { ...input.texts, 'outcome-1': words } });
  assert.ok(letterAsText(document).includes(words));
});

test('any words at all give a letter or a sentence, and the same one twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (words, other) => {
      const input = completeInput('response', 2, magenta, { free: { introduction: words, closing: other } });
      const draft = draftLetter({ ...input, texts: { ...input.texts, 'reasons-1': other, 'point-1': words } });
      assert.deepEqual(
        draftLetter({ ...input, texts: { ...input.texts, 'reasons-1': other, 'point-1': words } }),
        draft,
      );
      assert.ok(draft.missing.every(one => one.sentence.endsWith('.')));
    }),
    { numRuns: 200 },
  );
});

test('an officer is offered the parts of the letter that are theirs to write', () => {
  assert.deepEqual(
    freeParts('update')
      .filter(part => part.required)
      .map(part => part.id),
    ['news'],
  );
  assert.deepEqual(
    freeParts('response').filter(part => part.required),
    [],
  );
});
