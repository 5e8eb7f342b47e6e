import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type BuildingSize, type HigherRiskRule, higherRiskOn } from './higher-risk.ts';

const rules: HigherRiskRule[] = [
  { from: '2023-04-06', storeys: 7, heightMetres: 18, homes: 2, source: 'the Act' },
  { from: '2030-01-01', storeys: 5, heightMetres: 11, homes: 2, source: 'a later Act' },
];
const on = '2026-11-04';
const of = (storeys: number | null, metres: number | null, homes: number | null): BuildingSize => ({
  ...{ storeys, homes, heightCm: metres === null ? null : Math.round(metres * 100) },
});
const is = (...size: Parameters<typeof of>) => higherRiskOn(of(...size), rules, on).is;

test('[MAG-22] seven storeys or eighteen metres, and two homes, make a building higher-risk', () => {
  assert.equal(is(7, 10, 2), 'yes');
  assert.equal(is(3, 18, 2), 'yes');
  assert.equal(is(6, 17.99, 40), 'no');
  assert.equal(is(20, 60, 1), 'no');
});

test('[MAG-22] what is not known decides only where it could: then it cannot be told, and what is missing is said', () => {
  assert.equal(is(7, null, 2), 'yes');
  assert.equal(is(null, 18, 2), 'yes');
  assert.equal(is(null, null, 1), 'no');
  assert.equal(is(6, 17, null), 'no');
  const open: [BuildingSize, RegExp][] = [
    [of(6, null, 2), /the height is missing/],
    [of(null, 10, 2), /the number of storeys is missing/],
    [of(8, null, null), /the number of homes is missing/],
    [of(null, null, null), /the number of storeys and the height and the number of homes are missing/],
  ];
  for (const [size, words] of open) {
    const answer = higherRiskOn(size, rules, on);
    assert.equal(answer.is, 'cannot-be-told');
    assert.match(answer.sentence, words);
  }
});

test('[MAG-22] the answer says why, and by which law of which day', () => {
  const yes = higherRiskOn(of(8, 24.5, 30), rules, on);
  assert.deepEqual(
    [yes.sentence, yes.source],
    ['Higher-risk: 8 storeys, 24.5 m and 30 homes. The law asks for 7 storeys or 18 m, and 2 homes.', 'the Act'],
  );
  assert.equal(higherRiskOn(of(5, 12, 30), rules, on).is, 'no');
  assert.equal(higherRiskOn(of(5, 12, 30), rules, '2030-01-01').is, 'yes');
  assert.equal(higherRiskOn(of(9, 30, 30), rules, '2020-01-01').is, 'no');
});

test('[MAG-22] learning what was missing never turns a yes or a no round', () => {
  const part = fc.option(fc.integer({ min: 1, max: 30 }), { nil: null });
  fc.assert(
    fc.property(part, part, part, fc.integer({ min: 1, max: 30 }), (storeys, metres, homes, learnt) => {
      const before = is(storeys, metres, homes);
      if (before === 'cannot-be-told') return;
      assert.equal(is(storeys ?? learnt, metres ?? learnt, homes ?? learnt), before);
    }),
  );
});
