import type { Instant } from '../domain/calendar/dates.ts';
import { canonicalJson } from './canonical-json.ts';

/** What a checkpoint says, and what is signed of it. Hashes are in hexadecimal. */
export interface CheckpointStatement {
  readonly landlord: string;
  /** 1 for the first, without a gap. */
  readonly number: number;
  readonly recordedAt: Instant;
  /** How many case heads the tree holds: each head once for every checkpoint that found it moved. */
  readonly leaves: number;
  readonly root: string;
  /** The head of the access log; version 0 and null where nobody has looked at anything. */
  readonly accessVersion: number;
  readonly accessHash: string | null;
  /** SHA-256 of the statement before; null for the first. */
  readonly previousHash: string | null;
  readonly keyId: string;
}

/** A checkpoint to keep elsewhere: on paper, with an auditor, in another system. */
export interface ExportedCheckpoint extends CheckpointStatement {
  readonly hash: string;
  /** Ed25519, in hexadecimal. */
  readonly signature: string;
}

/** As much of it as shows later whether it is still in the database. */
export type KeptCheckpoint = Pick<ExportedCheckpoint, 'landlord' | 'number' | 'hash'>;

/** The bytes that are hashed and signed. */
export function statementBytes(statement: CheckpointStatement): Buffer {
  const { landlord, number, recordedAt, leaves, root, accessVersion, accessHash, previousHash, keyId } = statement;
  return Buffer.from(
    canonicalJson({ landlord, number, recordedAt, leaves, root, accessVersion, accessHash, previousHash, keyId }),
  );
}

/** One leaf of the tree: a case, its version and the hash of its last event. */
export function leafBytes(leaf: { caseId: string; version: number; headHash: Buffer }): Buffer {
  const version = Buffer.alloc(4);
  version.writeUInt32BE(leaf.version);
  return Buffer.concat([Buffer.from(leaf.caseId.replaceAll('-', ''), 'hex'), version, leaf.headHash]);
}
