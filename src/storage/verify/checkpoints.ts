import { type Selectable, sql } from 'kysely';
import { sha256 } from '../canonical-json.ts';
import { type KeptCheckpoint, leafBytes, statementBytes } from '../checkpoint-statement.ts';
import { statementOf } from '../checkpoints.ts';
import { rowsInBatches } from '../cursor.ts';
import type { Tx } from '../landlord-transaction.ts';
import { GrowingTree } from '../merkle.ts';
import type { CheckpointTable } from '../tables.ts';
import type { Finding, FindingKind, Report } from './findings.ts';

/** Checks a signature with the keys that are held outside the database. */
export type CheckSignature = (
  keyId: string,
  bytes: Uint8Array,
  signature: Uint8Array,
) => 'good' | 'bad' | 'unknown-key';

/** When each checkpoint was signed. */
export interface CheckpointTimes {
  readonly last: { readonly number: number; readonly recordedAt: string; readonly accessVersion: number } | undefined;
  /**
   * For an event first held by that checkpoint (undefined: by none yet), the one before it, and the instant before which
   * nothing can have been recorded that it did not hold.
   */
  closedBefore(number: number | undefined): { readonly number: number; readonly until: number } | undefined;
}

// An act takes its time at its beginning and is saved a moment later; two computers' clocks are not quite the same.
const slack = 10 * 60_000;

/**
 * Walks the checkpoints and the leaves that each added: numbers without a gap, each linked to the one before, signed
 * with a key of ours, and its root that of all leaves until then. `kept` was exported earlier and must still be there.
 */
export async function checkCheckpoints(
  tx: Tx,
  landlordId: string,
  signature: CheckSignature,
  kept: readonly KeptCheckpoint[],
  report: Report,
): Promise<CheckpointTimes> {
  const walk = new CheckpointWalk(landlordId, signature, report);
  const leaves = leafReader(tx, landlordId);
  const checkpoints = rowsInBatches<Selectable<CheckpointTable>>(
    tx,
    sql`select * from checkpoint where landlord_id = ${landlordId} order by number`,
    500,
  );
  const keptHashes = new Map(kept.filter(one => one.landlord === landlordId).map(one => [one.number, one.hash]));
  for await (const batch of checkpoints) {
    for (const row of batch) {
      await leaves.addTo(walk.tree, row.leaves);
      walk.check(row, keptHashes.get(row.number));
      keptHashes.delete(row.number);
    }
  }
  for (const number of keptHashes.keys()) {
    const says = `Checkpoint ${number}, which is kept outside the database, is no longer in it: what came after was cut off.`;
    report({ kind: 'checkpoint-missing', landlordId, version: number, says });
  }
  return walk.times();
}

class CheckpointWalk {
  readonly tree = new GrowingTree();
  readonly #landlordId: string;
  readonly #signature: CheckSignature;
  readonly #report: Report;
  readonly #signedAt: number[] = [];
  readonly #unknownKeys = new Set<string>();
  #last: Selectable<CheckpointTable> | undefined;
  #rootBroken = false;

  constructor(landlordId: string, signature: CheckSignature, report: Report) {
    this.#landlordId = landlordId;
    this.#signature = signature;
    this.#report = report;
  }

  check(row: Selectable<CheckpointTable>, keptHash: string | undefined): void {
    const expected = (this.#last?.number ?? 0) + 1;
    for (let number = expected; number < row.number; number += 1) {
      this.#found('checkpoint-missing', number, `Checkpoint ${number} is missing.`);
    }
    const wrong = this.#whatIsWrong(row, expected, keptHash);
    if (wrong !== undefined) this.#found('checkpoint-altered', row.number, `Checkpoint ${row.number} ${wrong}.`);
    this.#checkSignature(row);
    this.#signedAt[row.number] = Date.parse(row.recorded_at);
    this.#last = row;
  }

  times(): CheckpointTimes {
    const [last, signedAt] = [this.#last, this.#signedAt];
    return {
      last:
        last === undefined
          ? undefined
          : { number: last.number, recordedAt: last.recorded_at, accessVersion: last.access_version },
      closedBefore: number => {
        const before = number === undefined ? (last?.number ?? 0) : number - 1;
        const time = signedAt[before];
        return time === undefined ? undefined : { number: before, until: time - slack };
      },
    };
  }

  #whatIsWrong(row: Selectable<CheckpointTable>, expected: number, keptHash: string | undefined): string | undefined {
    if (!sha256(statementBytes(statementOf(row))).equals(row.hash)) return 'has been altered';
    if (keptHash !== undefined && keptHash !== row.hash.toString('hex')) {
      return 'is not the one that is kept outside the database';
    }
    if (row.number === expected && !same(row.previous_hash, this.#last?.hash ?? null)) {
      return 'does not follow from the one before it';
    }
    if (this.#rootBroken) return undefined;
    const whole = this.tree.size === row.leaves && this.tree.root().equals(row.root);
    this.#rootBroken = !whole;
    if (!whole) return 'was signed over other case heads than those now listed: some were altered, added or taken away';
    return this.tree.frontier().equals(row.frontier) ? undefined : 'has an altered frontier';
  }

  #checkSignature(row: Selectable<CheckpointTable>): void {
    const answer = this.#signature(row.key_id, statementBytes(statementOf(row)), row.signature);
    if (answer === 'bad') {
      this.#found('checkpoint-altered', row.number, `The signature of checkpoint ${row.number} is not good.`);
    }
    if (answer !== 'unknown-key' || this.#unknownKeys.has(row.key_id)) return;
    this.#unknownKeys.add(row.key_id);
    const says = `From checkpoint ${row.number} on the signatures are by the key ${row.key_id}, which is not in the key folder.`;
    this.#found('checkpoint-unproven', row.number, says);
  }

  #found(kind: FindingKind, version: number, says: string): void {
    const finding: Finding = { kind, landlordId: this.#landlordId, version, says };
    this.#report(finding);
  }
}

function leafReader(tx: Tx, landlordId: string) {
  type Leaf = { position: number; caseId: string; version: number; headHash: Buffer };
  const batches = rowsInBatches<Leaf>(
    tx,
    sql`select position, case_id as "caseId", version, head_hash as "headHash"
        from checkpoint_leaf where landlord_id = ${landlordId} order by position`,
  );
  let batch: readonly Leaf[] = [];
  let at = 0;
  const addTo = async (tree: GrowingTree, upTo: number): Promise<void> => {
    while (tree.size < upTo) {
      if (at === batch.length) {
        const next = await batches.next();
        if (next.done === true) return;
        [batch, at] = [next.value, 0];
      }
      const leaf = batch[at];
      if (leaf === undefined) return;
      at += 1;
      tree.add(leafBytes(leaf));
    }
  };
  return { addTo };
}

function same(one: Buffer | null, other: Buffer | null): boolean {
  return one === null || other === null ? one === other : one.equals(other);
}
