import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { recoveryCodeBytes, recoveryCodes, typedCode } from './recovery-codes.ts';

test('ten codes, all different, that are read back as they were shown', () => {
  const codes = recoveryCodes(randomBytes(recoveryCodeBytes));
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) {
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    assert.deepEqual(typedCode(code), { kind: 'recovery', code: code.replace('-', '') });
  }
});

test('too little chance makes no codes', () => {
  assert.throws(() => recoveryCodes(randomBytes(recoveryCodeBytes - 1)));
});

test('a code is read in small letters, with spaces and hyphens of any kind, and with O, I and L for digits', () => {
  assert.deepEqual(typedCode(' 7kq2m xw4td '), { kind: 'recovery', code: '7KQ2MXW4TD' });
  assert.deepEqual(typedCode('7KQ2M–XW4TD'), { kind: 'recovery', code: '7KQ2MXW4TD' });
  assert.deepEqual(typedCode('oil00-oil00'), { kind: 'recovery', code: '0110001100' });
  assert.deepEqual(typedCode('123 456'), { kind: 'app', digits: '123456' });
  assert.deepEqual(typedCode('１２３４５６'), { kind: 'app', digits: '123456' });
});

test('what is neither is neither', () => {
  for (const typed of [
    '',
    '12345',
    '1234567',
    'abcdef',
    '7KQ2M-XW4T',
    '7KQ2M-XW4TU',
    '😀'.repeat(10),
    '0'.repeat(100_000),
  ])
    assert.equal(typedCode(typed), null, typed.slice(0, 20));
});
