/**
 * The Ed25519 key that signs checkpoints. It is kept in a file outside the database, so that whoever can write to the
 * database cannot sign what they have written.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import { link, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import { CannotStart, systemErrorCode } from '../cannot-start.ts';

/** Signs with the private key. */
export type SigningKey = { readonly keyId: string; sign(bytes: Uint8Array): Buffer };

/** Checks signatures: `unknown-key` where we hold no key of that name. */
export type KeyRing = {
  check(keyId: string, bytes: Uint8Array, signature: Uint8Array): 'good' | 'bad' | 'unknown-key';
};

const privateFile = 'checkpoint-key.pem';
/** Public keys that signed before: put there by hand when the key is changed, so that old checkpoints still prove. */
const publicFile = /^checkpoint-key.*\.pub\.pem$/;

/** Loads the key from its folder; the first time, makes it. Throws `CannotStart` where the folder cannot be used. */
export async function openSigningKey(folder: string): Promise<SigningKey> {
  const file = path.join(folder, privateFile);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const text = await readFile(file, 'utf8').catch(error => {
      if (systemErrorCode(error) === 'ENOENT') return makeKey(folder, file);
      throw error;
    });
    const key = createPrivateKey(text);
    return { keyId: keyIdOf(createPublicKey(key)), sign: bytes => sign(null, bytes, key) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`The key that signs checkpoints, ${file}, cannot be used: ${why}`);
  }
}

/** Every public key known in the folder; an empty ring where there is none. Makes nothing. */
export async function openKeyRing(folder: string): Promise<KeyRing> {
  const files = await readdir(folder).catch(() => []);
  const keys = new Map<string, KeyObject>();
  for (const file of files) {
    if (file !== privateFile && !publicFile.test(file)) continue;
    const key = createPublicKey(await readFile(path.join(folder, file), 'utf8'));
    keys.set(keyIdOf(key), key);
  }
  const check: KeyRing['check'] = (keyId, bytes, signature) => {
    const key = keys.get(keyId);
    if (key === undefined) return 'unknown-key';
    return verify(null, bytes, key, signature) ? 'good' : 'bad';
  };
  return { check };
}

/** Written whole and synced before it gets its name: two processes that start at once end up with the same key. */
async function makeKey(folder: string, file: string): Promise<string> {
  const pair = generateKeyPairSync('ed25519');
  const text = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const unfinished = path.join(folder, `.${privateFile}.${randomUUID()}`);
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(unfinished, file);
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  } finally {
    await unlink(unfinished);
  }
  return readFile(file, 'utf8');
}

/** The first 32 hexadecimal digits of the public key's SHA-256. */
function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 32);
}
