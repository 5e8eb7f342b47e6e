/** Secrets that have to be read again lie in the database sealed, under a key that is derived from the installation's secret outside it. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** `about` says whose it is and what for: what is sealed for one thing does not open for another. */
export type Sealing = {
  seal(about: string, text: string): Buffer;
  /** Null where it was sealed under another secret, or about something else, or was changed. */
  open(about: string, sealed: Uint8Array): string | null;
  /** A hash that nobody can try out who has the database alone. */
  hash(about: string, text: string): Buffer;
};

const [ivLength, tagLength] = [12, 16];

export function openSealing(secret: string): Sealing {
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'redress', purpose, 32));
  const sealingKey = derived('sealed account secrets');
  const hashingKey = derived('hashed account codes');
  return {
    seal(about, text) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, iv).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    },
    open(about, sealed) {
      const bytes = Buffer.from(sealed);
      if (bytes.length < ivLength + tagLength) return null;
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(0, ivLength));
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
      try {
        return decipher.update(bytes.subarray(ivLength + tagLength), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
    hash: (about, text) => createHmac('sha256', hashingKey).update(`${about}\n${text}`).digest(),
  };
}
