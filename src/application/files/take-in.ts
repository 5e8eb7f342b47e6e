/** Taking in a file that somebody sends: received, looked at, scanned where that is set up, and stored only with the act it belongs to. */
import { cleanFileName, type FileKind, type FileRules, fileKind } from '../../domain/policy/file-rules.ts';
import type { Received } from '../../outside/uploads/received.ts';
import type { Application } from '../application.ts';

/** Why a file is not taken. */
export type FileTrouble = 'too-large' | 'empty' | 'not-accepted' | 'infected';

/** A file that came in. `trouble`: it is not taken, and why. */
export type IncomingFile = {
  name: string;
  received: Received;
  /** Null where it is none of the kinds that are taken. */
  kind: FileKind | null;
  trouble: FileTrouble | null;
  /** Whether the scanner found nothing; null where it could not be asked yet, or none is set up. */
  clean: boolean | null;
};

/** What holds here: the landlord's rules, as far as this installation allows. */
export type FileLimits = { kinds: readonly FileKind[]; megabytes: number; files: number };

/** The lower of both. */
export function fileLimits({ uploads }: Pick<Application, 'uploads'>, rules: FileRules): FileLimits {
  return {
    kinds: rules.kinds,
    megabytes: Math.min(rules.largestMegabytes, uploads.limits.megabytes),
    files: Math.min(rules.mostAtOnce, uploads.limits.files),
  };
}

/** Receives one file. The caller discards it when it is done with, taken or not. */
export async function takeIn(
  { uploads }: Pick<Application, 'uploads'>,
  stream: AsyncIterable<Buffer>,
  givenName: string,
  limits: FileLimits,
): Promise<IncomingFile> {
  const received = await uploads.receive(stream, limits.megabytes * 1_000_000);
  const name = cleanFileName(givenName);
  const not = (trouble: FileTrouble): IncomingFile => ({ name, received, kind: null, trouble, clean: null });
  if (!received.whole) return not('too-large');
  if (received.size === 0) return not('empty');
  const { looksLike, isText } = await uploads.lookAt(received);
  const kind = fileKind(name, looksLike, isText);
  if (kind === null || !limits.kinds.includes(kind)) return not('not-accepted');
  const scanned = (await uploads.scan?.(uploads.pieces(received))) ?? { is: 'unreachable' as const };
  if (scanned.is === 'infected') return not('infected');
  return { name, received, kind, trouble: null, clean: scanned.is === 'clean' ? true : null };
}

/** Takes away what was received, once the act is done or was not. */
export async function letGo({ uploads }: Pick<Application, 'uploads'>, files: readonly IncomingFile[]): Promise<void> {
  await Promise.all(files.map(file => uploads.discard(file.received)));
}
