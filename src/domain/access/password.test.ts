import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEstimate } from '../../outside/proving/guessing.ts';
import { normalPassword, passwordRefusal } from './password.ts';

const priya = { name: 'Priya Shah', email: 'priya.shah@example.org', landlord: 'Magna Housing' };
const estimate = await openEstimate();
const refusal = (password: string) => passwordRefusal(password, priya, estimate);

test('a password has 12 to 128 characters, counted as a person counts them', () => {
  assert.equal(refusal(''), 'Enter a password');
  assert.match(refusal('x9$kQ2!mLp0') ?? '', /12 characters or more/);
  assert.equal(refusal('x9$kQ2!mLp0w'), null);
  const long = 'kettle otter brick lamp thunder spoon velvet '.repeat(3);
  assert.equal(refusal(long.slice(0, 128)), null);
  assert.match(refusal(long.slice(0, 129)) ?? '', /128 characters or fewer/);
  assert.match(refusal('😀🦽🦉🐝🎈🪁🧵🪴🥁🛶🧀') ?? '', /12 characters or more/, 'an emoji is one character');
});

test('no composition is asked for: words, spaces, any writing', () => {
  for (const password of [
    'kettle otter brick lamp',
    'сапог лампа кирпич выдра',
    'ぬりえのきょうりゅうとやかん',
    '  kettle  otter  brick  ',
  ])
    assert.equal(refusal(password), null, password);
});

test('a password that is on lists of stolen ones, or is a pattern, is refused', () => {
  for (const password of [
    'password12345',
    'Password1234!',
    'aaaaaaaaaaaaaaaa',
    'qwertyuiop123',
    'letmeinplease',
    'liverpoolfc2024',
    'aB1'.repeat(42),
    'P4ssw0rd'.repeat(10),
  ])
    assert.match(refusal(password) ?? '', /easy to guess/, password);
});

test('a password made of the person’s name, address or landlord is refused', () => {
  for (const password of [
    'priya.shah.magna',
    'Priya Shah 2026',
    'magnahousing26',
    'priya.shah@example.org',
    'Shah-Priya-Redress',
  ])
    assert.match(refusal(password) ?? '', /your name/, password);
  assert.equal(passwordRefusal('Priya Shah otter brick lamp', priya, estimate), null);
});

test('the same letters composed in two ways are one password, and no space is lost', () => {
  assert.equal(normalPassword('cafe\u0301 '), 'caf\u00e9 ');
});
