/** Files of a complaint as pages show them, and one of them as it is given to somebody. */
import type { EvidenceFile, ScanState } from '../../domain/complaint/file-events.ts';
import { sortOf } from '../../domain/policy/file-rules.ts';
import { loadDocument } from '../../storage/documents.ts';
import { scanStates } from '../../storage/file-scans.ts';
import { readTexts } from '../../storage/personal-text.ts';
import type { Reading } from '../reading.ts';

/** What the scanner said of each, by the file's id. */
export async function scansOf(
  tx: Reading,
  landlordId: string,
  files: readonly EvidenceFile[],
): Promise<ReadonlyMap<string, ScanState>> {
  const states = await scanStates(tx, landlordId, [...new Set(files.map(file => file.sha256))]);
  return new Map(files.map(file => [file.fileId, states.get(file.sha256) ?? { is: 'unscanned' }]));
}

/** Whether nobody is given it. */
export function isHeld(state: ScanState | undefined): boolean {
  return state?.is === 'waiting' || state?.is === 'infected';
}

export type GivenFile = { bytes: Buffer; name: string; type: string; shown: boolean };

/** The file with its bytes; null where it is held, or was disposed of. */
export async function givenFile(tx: Reading, landlordId: string, file: EvidenceFile): Promise<GivenFile | null> {
  const states = await scanStates(tx, landlordId, [file.sha256]);
  if (isHeld(states.get(file.sha256))) return null;
  const [document, texts] = [
    await loadDocument(tx, landlordId, file.sha256),
    await readTexts(tx, landlordId, [file.name.textId]),
  ];
  if (document === undefined) return null;
  const { mediaType, shown, extensions } = sortOf(file.kind);
  const name = texts.get(file.name.textId)?.value ?? `file.${extensions[0] ?? 'bin'}`;
  return { bytes: document.bytes, name, type: mediaType, shown };
}
