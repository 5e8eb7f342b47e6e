import { hashOfEvent } from '../event-hash.ts';
import type { Finding, FindingKind } from './findings.ts';

/** One event as the table holds it, hashes as bytes. */
export interface ChainRow {
  readonly caseId: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly body: string;
  readonly packHash: Buffer | null;
  readonly previousHash: Buffer | null;
  readonly hash: Buffer;
}

/** Checks that a case's events are whole, in their places and linked, from version 1 to the last one there is. */
export function checkChain(landlordId: string, caseId: string, rows: readonly ChainRow[]): Finding[] {
  const findings: Finding[] = [];
  const found = (kind: FindingKind, version: number, says: string): void => {
    findings.push({ kind, landlordId, caseId, version, says });
  };
  let before: ChainRow | undefined;
  for (const row of rows) {
    const expected = (before?.version ?? 0) + 1;
    for (let version = expected; version < row.version; version += 1) {
      found('missing', version, `Event ${version} is missing.`);
    }
    if (!rehash(landlordId, row).equals(row.hash)) {
      const origin = whereFrom(landlordId, row, rows);
      if (origin === undefined) found('altered', row.version, `Event ${row.version} (${row.type}) has been altered.`);
      else found('reordered', row.version, `Event ${origin} (${row.type}) has been moved to place ${row.version}.`);
    } else if (row.version === expected && !isLinked(before, row)) {
      const replaced = Math.max(1, row.version - 1);
      found('altered', replaced, `Event ${replaced} is not the one that event ${row.version} was recorded after.`);
    }
    before = row;
  }
  return findings;
}

function isLinked(before: ChainRow | undefined, row: ChainRow): boolean {
  // An altered event before keeps the hash it had, and is reported by itself.
  if (before === undefined) return row.previousHash === null;
  return row.previousHash !== null && before.hash.equals(row.previousHash);
}

function rehash(
  landlordId: string,
  row: ChainRow,
  version = row.version,
  previousHash: Buffer | null = row.previousHash,
): Buffer {
  return hashOfEvent({
    ...{ landlordId, caseId: row.caseId, version, type: row.type, schema: row.schema, occurredOn: row.occurredOn },
    ...{ recordedAt: row.recordedAt, actor: row.actor, body: row.body },
    packHash: row.packHash?.toString('hex') ?? null,
    previousHash: previousHash?.toString('hex') ?? null,
  });
}

// A case has tens of events. One with thousands is not searched for where each was: "altered" is said instead.
const mostToSearch = 1000;

/** The version that an event was recorded at, where it is intact but stands elsewhere. */
function whereFrom(landlordId: string, row: ChainRow, rows: readonly ChainRow[]): number | undefined {
  if (rows.length > mostToSearch) return undefined;
  const last = rows.at(-1)?.version ?? 0;
  // Its whole row was given another number, or events before it were taken out and the rest moved up …
  for (let version = 1; version <= last + mostToSearch && version <= last * 2 + 1; version += 1) {
    if (rehash(landlordId, row, version).equals(row.hash)) return version;
  }
  // … or its content was exchanged with another's, whose hashes stayed where they were.
  return rows.find(other => rehash(landlordId, row, other.version, other.previousHash).equals(other.hash))?.version;
}
