/** A file that is coming in: kept in a private folder of its own while it is looked at, never under the name it came with. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** `whole` is false where it was larger than the limit: what is beyond was let go by. */
export type Received = { path: string; sha256: string; size: number; whole: boolean };

/** Takes a file in, hashing it on the way; memory stays at one piece. */
export async function receive(folder: string, stream: AsyncIterable<Buffer>, limit: number): Promise<Received> {
  const file = path.join(folder, randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      if (size > limit) return done();
      hash.update(piece);
      done(null, piece);
    },
  });
  await pipeline(stream, counted, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  return { path: file, sha256: hash.digest('hex'), size, whole: size <= limit };
}

/** The bytes again, piece by piece. */
export function piecesOf({ path: file }: Pick<Received, 'path'>): AsyncIterable<Buffer> {
  return createReadStream(file, { highWaterMark: 256 * 1024 });
}

/** Takes it away. */
export async function discard({ path: file }: Pick<Received, 'path'>): Promise<void> {
  await rm(file, { force: true });
}

/** Whether it holds words and nothing else: UTF-8 without signs that no text has. */
export async function isText(received: Pick<Received, 'path'>): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reading = new Writable({
    write(piece: Buffer, _encoding, done) {
      try {
        if (piece.includes(0)) throw new TypeError('a zero byte');
        decoder.decode(piece, { stream: true });
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
    final(done) {
      try {
        decoder.decode();
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
  try {
    await pipeline(piecesOf(received), reading);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
