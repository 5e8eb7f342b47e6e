/** The door through which files come in: a private folder, what a file looks like, and a scanner where one is set up. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileTypeFromFile } from 'file-type';
import { type Scanned, type ScannerAddress, scan } from './clamav.ts';
import { discard, isText, piecesOf, type Received, receive } from './received.ts';

export type Uploads = {
  /** Limits of this installation; a landlord's own may be lower. */
  limits: { megabytes: number; files: number };
  receive(stream: AsyncIterable<Buffer>, limit: number): Promise<Received>;
  /** The media type that its first bytes tell, and whether it is text. */
  lookAt(received: Received): Promise<{ looksLike: string | null; isText: boolean }>;
  pieces(received: Received): AsyncIterable<Buffer>;
  discard(received: Received): Promise<void>;
  /** Asks the scanner; null where none is set up. */
  scan: ((pieces: AsyncIterable<Buffer>) => Promise<Scanned>) | null;
  stop(): Promise<void>;
};

/** Opens it. Nothing is made before the first file comes. */
export function openUploads(limits: Uploads['limits'], scanner: ScannerAddress | null): Uploads {
  let folder: Promise<string> | undefined;
  const ownFolder = (): Promise<string> => {
    folder ??= mkdtemp(path.join(os.tmpdir(), 'redress-files-'));
    return folder;
  };
  return {
    limits,
    pieces: piecesOf,
    discard,
    receive: async (stream, limit) => receive(await ownFolder(), stream, limit),
    async lookAt(received) {
      const looksLike = (await fileTypeFromFile(received.path))?.mime ?? null;
      return { looksLike, isText: looksLike === null && (await isText(received)) };
    },
    scan: scanner === null ? null : pieces => scan(scanner, pieces),
    async stop() {
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true });
    },
  };
}
