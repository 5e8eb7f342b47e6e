/** Files as part of a complaint: what an act records of them, and their bytes stored in its transaction. */
import { randomUUIDv7 } from 'node:crypto';
import type { CommandOf } from '../../domain/complaint/commands.ts';
import { sortOf } from '../../domain/policy/file-rules.ts';
import { storeDocumentFrom } from '../../storage/documents.ts';
import { noteScan } from '../../storage/file-scans.ts';
import type { Beside } from '../act.ts';
import { type Application, timeNow } from '../application.ts';
import type { Keep } from '../one-act.ts';
import type { IncomingFile } from './take-in.ts';

export type AboutFiles = { description: string; points: string[]; requestId: string | null };

/** The commands that add files which may be taken, each once, and what stores them. */
export function addingFiles(
  app: Application,
  keep: Keep,
  files: readonly IncomingFile[],
  { description, points, requestId }: AboutFiles,
): { commands: CommandOf<'AddFile'>[]; beside: Beside } {
  const taken = files.flatMap(file => (file.kind === null ? [] : [{ ...file, kind: file.kind }]));
  const once = taken.filter(
    ({ received }, at) => taken.findIndex(one => one.received.sha256 === received.sha256) === at,
  );
  const commands = once.map(
    ({ name, kind, received }): CommandOf<'AddFile'> => ({
      type: 'AddFile',
      ...{ fileId: randomUUIDv7(), sha256: received.sha256, size: received.size, kind, points, requestId },
      name: keep(name, 'file-name'),
      description: description === '' ? null : keep(description, 'file'),
    }),
  );
  const beside: Beside = async (tx, landlordId) => {
    const { now } = timeNow(app);
    for (const { received, kind, clean } of once) {
      const document = { ...received, mediaType: sortOf(kind).mediaType, storedAt: now };
      await storeDocumentFrom(tx, landlordId, document, app.uploads.pieces(received));
      if (app.uploads.scan === null) continue;
      await noteScan(tx, landlordId, received.sha256, clean === true ? { scannedAt: now, found: null } : null);
    }
  };
  return { commands, beside };
}

/** What tells a second press of the button from another form: the files by their hashes. */
export function filesSent(files: readonly IncomingFile[]): { files: string[] } | Record<string, never> {
  return files.length === 0 ? {} : { files: files.map(one => one.received.sha256) };
}
