import assert from 'node:assert/strict';
import test from 'node:test';
import { asEmail, asPhone, asPostcode } from './contact-details.ts';

test('[MAG-21] the same telephone number is written in one way however it was given', () => {
  for (const given of ['01632 960123', '01632960123', '(01632) 960-123', '+44 1632 960123', '0044 (0)1632 960 123'])
    assert.equal(asPhone(given), '01632 960123');
  assert.equal(asPhone('02079460000'), '020 7946 0000');
  assert.equal(asPhone('0151-4960000'), '0151 496 0000');
  assert.equal(asPhone('07700 900 123'), '07700 900123');
});

test('what is not a number of this country stays as it was given', () => {
  for (const given of ['+353 1 496 0000', '01632 960123 ext 4', 'ask at number 12', '999', '']) {
    assert.equal(asPhone(given), given);
  }
});

test('a postcode has capital letters and one space, an email address small letters', () => {
  assert.equal(asPostcode(' zz1  4lc '), 'ZZ1 4LC');
  assert.equal(asPostcode('zz14lc'), 'ZZ1 4LC');
  assert.equal(asPostcode('zz'), 'ZZ');
  assert.equal(asEmail('Amaka@Example.ORG '), 'amaka@example.org');
});
