import { randomInt, randomUUIDv7 } from 'node:crypto';

let last = 0n;

/**
 * An id for a text that sorts after every one this process drew before. Two UUIDs of the same millisecond would sort
 * either way round, and then the newer of two addresses might be taken for the older one.
 */
export function newTextId(): string {
  const drawn = BigInt(`0x${randomUUIDv7().replaceAll('-', '')}`);
  last = drawn > last ? drawn : last + BigInt(randomInt(1, 2 ** 32));
  const hex = last.toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
