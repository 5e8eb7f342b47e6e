/** Texts that go out in an address and come back: signed, so that nobody makes one up or changes one. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The text with its signature. `about` is what it is good for: signed for one thing it does not open another. */
export function signed(secret: string, about: string, text: string): string {
  const words = Buffer.from(text).toString('base64url');
  return `${words}.${signature(secret, about, words).toString('base64url')}`;
}

/** The text that was signed; null for anything else. */
export function openSigned(secret: string, about: string, given: string): string | null {
  const [words = '', mac = ''] = given.split('.');
  const expected = signature(secret, about, words);
  const actual = Buffer.from(mac, 'base64url');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return null;
  return Buffer.from(words, 'base64url').toString();
}

function signature(secret: string, about: string, words: string): Buffer {
  return createHmac('sha256', secret).update(`signed:${about}:${words}`).digest().subarray(0, 16);
}
