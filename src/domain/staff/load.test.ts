import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spread } from './load.ts';

const loads = new Map([
  ['asha', { cases: 3, soon: 0, late: 0 }],
  ['bryn', { cases: 1, soon: 0, late: 0 }],
  ['carol', { cases: 1, soon: 1, late: 2 }],
]);
const everybody = ['asha', 'bryn', 'carol'];

test('[MGL-48] work is spread so that whoever carries least gets the next, what is late or due soon counting once more', () => {
  const given = spread(
    ['one', 'two', 'three', 'four'].map(key => ({ key, able: everybody })),
    loads,
  );
  assert.deepEqual([...given.values()], ['bryn', 'bryn', 'asha', 'bryn']);
});

test('[R69] what nobody may have is given to nobody and stays for a decision', () => {
  const given = spread(
    [
      { key: 'one', able: [] },
      { key: 'two', able: ['carol'] },
    ],
    loads,
  );
  assert.deepEqual(
    [...given],
    [
      ['one', null],
      ['two', 'carol'],
    ],
  );
});

test('[MGL-48] somebody of whom nothing is counted carries nothing', () => {
  assert.equal(spread([{ key: 'one', able: ['bryn', 'dilys'] }], loads).get('one'), 'dilys');
});
