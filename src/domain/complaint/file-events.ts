/** Files that belong to a complaint: evidence, and what came with an answer (Code 5.12). The bytes lie beside the log, by their hash. */
import type { LocalDate } from '../calendar/dates.ts';
import type { FileKind } from '../policy/file-rules.ts';
import type { Does } from './commands.ts';
import type { Fact, PersonId, PointId, TextRef } from './events.ts';

type Added = {
  fileId: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string;
  /** In bytes. */
  size: number;
  kind: FileKind;
  /** What it was called; names of files tell of people. */
  name: TextRef;
  /** What it shows; null where it came with an answer, whose words say so. */
  description: TextRef | null;
  /** The points that it is evidence for. */
  points: PointId[];
  /** The question it came with the answer to; null for all others. */
  requestId: string | null;
};

export type FileEvent = Fact<'FileAdded', Added & { by: PersonId }>;

export type FileCommand = Does<'AddFile', Added>;

/** A file as the complaint knows it. `entry`: the number of the event that added it. */
export type EvidenceFile = Added & { by: PersonId; on: LocalDate; entry: number };

/** What is known of its bytes besides. `unscanned`: it came in while no scanner was set up. `waiting`: nobody has it until it was scanned. */
export type ScanState = { is: 'unscanned' } | { is: 'clean' } | { is: 'waiting' } | { is: 'infected'; found: string };
