import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contrast, darkAccent, lightAccent, parseColour, type Rgb, themeCss, themePath } from './theme.ts';

const colour = fc.tuple(
  fc.integer({ min: 0, max: 255 }),
  fc.integer({ min: 0, max: 255 }),
  fc.integer({ min: 0, max: 255 }),
);

test('whatever accent a landlord has, words in it and on it can be read in light and in dark', () => {
  fc.assert(
    fc.property(colour, (accent: Rgb) => {
      const light = lightAccent(accent);
      const dark = darkAccent(accent);
      const pairs: readonly (readonly [Rgb, Rgb])[] = [
        [[255, 255, 255], light.ground],
        [[255, 255, 255], light.deep],
        [light.ink, [255, 255, 255]],
        [light.ink, light.tint],
        [[255, 255, 255], dark.ground],
        [[255, 255, 255], dark.deep],
        [dark.ink, [20, 24, 27]],
        [dark.ink, dark.tint],
      ];
      for (const [ink, ground] of pairs) assert.ok(contrast(ink, ground) >= 4.5, `${ink} on ${ground}`);
    }),
  );
});

test('contrast is 21 for black on white and 1 for a colour on itself', () => {
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(contrast([9, 99, 199], [9, 99, 199]), 1);
});

test('a colour is six hexadecimal digits, with or without its sign', () => {
  assert.deepEqual(parseColour('#1C4d5b'), [28, 77, 91]);
  assert.deepEqual(parseColour('1c4d5b'), [28, 77, 91]);
  for (const wrong of ['', '#fff', 'red', '#1c4d5b;}', '#1c4d5g']) assert.equal(parseColour(wrong), null);
});

test('the same accent gives the same address, which says the colour', () => {
  assert.match(themePath('#1C4D5B'), /^\/theme\/1c4d5b\.[0-9a-f]{12}\.css$/);
  assert.equal(themePath('#1c4d5b'), themePath('#1C4D5B'));
  assert.throws(() => themePath('teal'), /not a colour/);
});

test('a theme sets custom properties and nothing else', () => {
  assert.doesNotMatch(themeCss([28, 77, 91]), /url|expression|@import/);
});
