import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { sha256 } from './canonical-json.ts';
import { GrowingTree } from './merkle.ts';

const leaves = fc.array(
  fc.uint8Array({ minLength: 1, maxLength: 8 }).map(bytes => Buffer.from(bytes)),
  { maxLength: 40 },
);

function grown(from: GrowingTree, more: readonly Buffer[]): GrowingTree {
  for (const leaf of more) from.add(leaf);
  return from;
}

/** The definition, written out: split at the largest power of two below the number of leaves. */
function slowRoot(all: readonly Buffer[]): Buffer {
  const [only] = all;
  if (only === undefined) return sha256('');
  if (all.length === 1) return sha256(Buffer.concat([Buffer.of(0), only]));
  let split = 1;
  while (split * 2 < all.length) split *= 2;
  return sha256(Buffer.concat([Buffer.of(1), slowRoot(all.slice(0, split)), slowRoot(all.slice(split))]));
}

test('the root is that of the definition, for every number of leaves', () => {
  fc.assert(
    fc.property(leaves, all => {
      assert.deepEqual(grown(new GrowingTree(), all).root(), slowRoot(all));
    }),
  );
});

test('a tree taken up again from its frontier grows like one that was never put down', () => {
  fc.assert(
    fc.property(leaves, leaves, (first, second) => {
      const before = grown(new GrowingTree(), first);
      const after = grown(new GrowingTree(before.size, before.frontier()), second);
      assert.deepEqual(after.root(), slowRoot([...first, ...second]));
    }),
  );
});

test('a leaf changed, left out or moved changes the root', () => {
  const all = Array.from({ length: 11 }, (_, number) => Buffer.of(number));
  const root = slowRoot(all).toString('hex');
  const others = [
    all.map((leaf, at) => (at === 5 ? Buffer.of(99) : leaf)),
    all.filter((_, at) => at !== 10),
    all.filter((_, at) => at !== 3),
    [...all.slice(0, 4), ...all.slice(5, 6), ...all.slice(4, 5), ...all.slice(6)],
  ];
  for (const other of others) assert.notEqual(grown(new GrowingTree(), other).root().toString('hex'), root);
});

test('a frontier that cannot belong to the size is refused', () => {
  assert.throws(() => new GrowingTree(3, Buffer.alloc(32)), /has 2 subtree roots/);
});
