import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulebooks } from '../../../test/complaint-cast.ts';
import { intakeRules } from '../policy/intake-rules.ts';
import { inSample } from './sample.ts';
import { suggestionsFor, suggestionsKept } from './suggest.ts';

const { list } = intakeRules(rulebooks.magna).hints;
const said = (words: string, more: { channel?: string; contacts?: number } = {}) =>
  suggestionsFor({ words, channel: 'phone', contacts: 1, ...more }, list);
const hints = (words: string, more = {}) => said(words, more).map(one => one.hint);

test('[MAG-12] dissatisfaction is noticed however it is put, and shown with the words that hint at it', () => {
  const [first] = said('I am fed up: the lift is   OFF again and it’s not good enough.').filter(
    one => one.suggests === 'dissatisfaction',
  );
  assert.deepEqual(first?.because, ['fed up', 'not good enough']);
  assert.deepEqual(hints('The window in the hall does not open.'), []);
});

test('[MAG-15] words of danger hint at a danger, with the words as they were written', () => {
  const [danger] = said('There is black MOULD in the bedroom, sparks too').filter(one => one.suggests === 'hazard');
  assert.deepEqual(danger?.because, ['MOULD', 'sparks']);
});

test('a missed appointment, being chased, a lawyer, an MP and personal data are told apart', () => {
  assert.ok(hints('Your man didn’t turn up on Tuesday').includes('missed-appointment'));
  assert.ok(hints('I have chased this for weeks').includes('chasing'));
  assert.ok(hints('My solicitor will write').includes('legal-words'));
  assert.ok(hints('One of my constituents').includes('elected'));
  assert.ok(hints('You sent me someone else’s letter').includes('personal-data'));
});

test('a part of another word, or an address, is no hint', () => {
  assert.deepEqual(hints('I live at 3 Larch Court, beside the gasworks, and complied.'), []);
});

test('how it came to us and how often hint at something by themselves', () => {
  assert.deepEqual(said('Please see below', { channel: 'councillor-or-mp' })[0]?.because, ['how it came to us']);
  assert.deepEqual(hints('Hello', { contacts: 2 }), []);
  assert.deepEqual(said('Hello', { contacts: 3 })[0]?.because, ['told 3 times']);
});

test('what was suggested is kept with whether it was followed', () => {
  const kept = suggestionsKept(said('I am unhappy, there is mould, thank you'), 'dissatisfaction', false);
  assert.deepEqual(
    kept.map(({ hint, followed }) => [hint, followed]),
    [
      ['hazard', false],
      ['dissatisfied', true],
      ['praise', false],
    ],
  );
});

test('[R61] a sign that somebody is in danger is shown and never kept', () => {
  const found = said('He hits me');
  assert.deepEqual(
    found.map(one => one.suggests),
    ['person-in-danger'],
  );
  assert.deepEqual(suggestionsKept(found, 'complaint', false), []);
});

test('[MAG-07] the sample is the same for everybody, and of the size that the pack gives', () => {
  const ids = Array.from(
    { length: 5000 },
    (_, at) => `019a0000-0000-7000-8000-0000${((at * 2654435761) % 2 ** 32).toString(16).padStart(8, '0')}`,
  );
  const { percent } = intakeRules(rulebooks.magenta).noAnswerSample;
  const many = ids.filter(id => inSample(id, percent)).length;
  assert.ok(Math.abs(many / ids.length - percent / 100) < 0.02, `${many} of ${ids.length}`);
  assert.ok(ids.filter(id => inSample(id, 10)).every(id => inSample(id, 20)));
  assert.equal(ids.filter(id => inSample(id, 100)).length, ids.length);
});
