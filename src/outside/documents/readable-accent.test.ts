import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onWhite, readableAccent } from './readable-accent.ts';

const parts = (colour: string): number[] => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16));

test('a colour that can be read on white is kept as it is', () => {
  assert.equal(readableAccent('#00646e'), '#00646e');
  assert.equal(readableAccent('#000000'), '#000000');
});

test('a paler one is darkened until the contrast is 4.5, and no further than needed', () => {
  for (const pale of ['#ffffff', '#ffee00', '#90ee90', '#FF8800']) {
    const contrast = onWhite(parts(readableAccent(pale)));
    assert.ok(contrast >= 4.5 && contrast < 5.2, `${pale}: ${contrast}`);
  }
});

test('what is no colour becomes dark grey', () => {
  assert.equal(readableAccent('rebeccapurple'), '#333333');
});
