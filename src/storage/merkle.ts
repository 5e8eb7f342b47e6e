import { sha256 } from './canonical-json.ts';

const hashSize = 32;
const leafMark = Buffer.of(0);
const nodeMark = Buffer.of(1);

/**
 * A Merkle tree that only ever grows (as in RFC 6962): its root proves every leaf and their order, and a later tree
 * proves that it continues an earlier one. Only the roots of its complete subtrees are held, so that adding to a tree
 * of millions costs as much as adding to a small one.
 */
export class GrowingTree {
  #size: number;
  /** Roots of the complete subtrees, the largest first: one for each bit set in the size. */
  readonly #peaks: Buffer[];

  constructor(size = 0, frontier: Buffer = Buffer.alloc(0)) {
    const peaks = bitsIn(size);
    if (frontier.length !== peaks * hashSize) throw new Error(`A tree of ${size} leaves has ${peaks} subtree roots.`);
    this.#size = size;
    this.#peaks = Array.from({ length: peaks }, (_, at) => frontier.subarray(at * hashSize, (at + 1) * hashSize));
  }

  get size(): number {
    return this.#size;
  }

  add(leaf: Buffer): void {
    let root = sha256(Buffer.concat([leafMark, leaf]));
    for (let size = this.#size; size % 2 === 1; size = (size - 1) / 2) root = node(this.#peaks.pop(), root);
    this.#peaks.push(root);
    this.#size += 1;
  }

  /** SHA-256 of nothing where there is no leaf. */
  root(): Buffer {
    return (
      this.#peaks.reduceRight<Buffer | undefined>(
        (right, left) => (right === undefined ? left : node(left, right)),
        undefined,
      ) ?? sha256('')
    );
  }

  /** What the next tree has to know of this one. */
  frontier(): Buffer {
    return Buffer.concat(this.#peaks);
  }
}

function node(left: Buffer | undefined, right: Buffer): Buffer {
  if (left === undefined) throw new Error('A Merkle tree has lost a subtree.');
  return sha256(Buffer.concat([nodeMark, left, right]));
}

function bitsIn(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
