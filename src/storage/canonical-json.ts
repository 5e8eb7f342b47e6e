import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

// `\u0000` as an escape, not the six characters after a written backslash.
const nul = /(?<!\\)(?:\\\\)*\\u0000/;

/**
 * The one way to write a value as JSON (RFC 8785): the bytes that are hashed. Throws for what JSON or PostgreSQL cannot
 * hold: NaN, half a surrogate pair, U+0000.
 */
export function canonicalJson(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value cannot be written as JSON.');
  if (nul.test(text)) throw new TypeError('A text holds U+0000, which is refused before anything is stored.');
  return text;
}

/** SHA-256 of a text's UTF-8 bytes, or of bytes. */
export function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
