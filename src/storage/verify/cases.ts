import { sql } from 'kysely';
import { rowsInBatches } from '../cursor.ts';
import type { Tx } from '../landlord-transaction.ts';
import { type ChainRow, checkChain } from './chain.ts';
import type { CheckpointTimes } from './checkpoints.ts';
import type { Finding, FindingKind, Report } from './findings.ts';
import { byCase, inStep } from './merge.ts';
import { type NamedInEvents, namedIn } from './named.ts';

export interface HeadRow {
  readonly caseId: string;
  readonly version: number;
  readonly headHash: Buffer;
  /** Whether a mark says that the next checkpoint is to take it in. */
  readonly waiting: boolean;
}

export interface LeafRow {
  readonly caseId: string;
  readonly version: number;
  readonly headHash: Buffer;
  /** The checkpoint's number. */
  readonly number: number;
}

export interface CaseTotals {
  cases: number;
  events: number;
  /** Events that no checkpoint has taken in yet. */
  unanchoredEvents: number;
  unanchoredCases: number;
}

export interface CaseCheck {
  readonly tx: Tx;
  readonly landlordId: string;
  readonly times: CheckpointTimes;
  readonly report: Report;
  /** Takes what a case's events name, to be looked up in batches. */
  readonly named: (caseId: string, named: NamedInEvents) => Promise<void>;
}

/** Walks every case of a landlord: its events, the row of its head, and every checkpoint that holds it, in step. */
export async function checkCases(check: CaseCheck): Promise<CaseTotals> {
  const { tx, landlordId, report } = check;
  const totals: CaseTotals = { cases: 0, events: 0, unanchoredEvents: 0, unanchoredCases: 0 };
  const cases = inStep(
    byCase(rowsInBatches<ChainRow>(tx, eventsOf(landlordId))),
    byCase(rowsInBatches<HeadRow>(tx, headsOf(landlordId))),
    byCase(rowsInBatches<LeafRow>(tx, leavesOf(landlordId))),
  );
  for await (const { caseId, first: events, second: heads, third: leaves } of cases) {
    for (const finding of checkChain(landlordId, caseId, events)) report(finding);
    for (const finding of checkEnd(check, caseId, events, heads[0], leaves)) report(finding);
    const anchored = leaves.at(-1)?.version ?? 0;
    const unanchored = events.filter(event => event.version > anchored).length;
    totals.cases += 1;
    totals.events += events.length;
    totals.unanchoredEvents += unanchored;
    totals.unanchoredCases += unanchored > 0 ? 1 : 0;
    await check.named(caseId, namedIn(events));
  }
  return totals;
}

function checkEnd(
  { landlordId, times }: CaseCheck,
  caseId: string,
  events: readonly ChainRow[],
  head: HeadRow | undefined,
  leaves: readonly LeafRow[],
): Finding[] {
  const findings: Finding[] = [];
  const found = (kind: FindingKind, version: number, says: string): void => {
    findings.push({ kind, landlordId, caseId, version, says });
  };
  const last = events.at(-1);
  const promised = Math.max(head?.version ?? 0, leaves.at(-1)?.version ?? 0);
  if (last === undefined) {
    found('missing-case', promised, `The case is missing with all its events; it had ${promised}.`);
    return findings;
  }
  if (last.version < promised) {
    const gone = promised - last.version;
    found('truncated', last.version + 1, `The last ${gone === 1 ? 'event is' : `${gone} events are`} missing.`);
  }
  if (head === undefined) found('head-altered', last.version, 'The row that says where the chain ends is missing.');
  else if (head.version < last.version) {
    found('head-altered', head.version, `The chain goes on to ${last.version} after its recorded end.`);
  } else if (head.version === last.version && !head.headHash.equals(last.hash)) {
    found('head-altered', head.version, 'The hash of the chain’s end is not that of its last event.');
  }
  findings.push(...checkLeaves(landlordId, caseId, events, leaves));
  findings.push(...checkTimes(landlordId, caseId, events, head, leaves, times));
  return findings;
}

/** Every head that was ever signed must still be in the chain. */
function checkLeaves(
  landlordId: string,
  caseId: string,
  events: readonly ChainRow[],
  leaves: readonly LeafRow[],
): Finding[] {
  const hashes = new Map(events.map(event => [event.version, event.hash]));
  for (const leaf of leaves) {
    const hash = hashes.get(leaf.version);
    if (hash === undefined || hash.equals(leaf.headHash)) continue;
    const says = `Event ${leaf.version}, or one before it, was rewritten after checkpoint ${leaf.number} was signed.`;
    return [{ kind: 'altered', landlordId, caseId, version: leaf.version, says }];
  }
  return [];
}

function checkTimes(
  landlordId: string,
  caseId: string,
  events: readonly ChainRow[],
  head: HeadRow | undefined,
  leaves: readonly LeafRow[],
  times: CheckpointTimes,
): Finding[] {
  const findings: Finding[] = [];
  let at = 0;
  for (const { version, recordedAt, type } of events) {
    while (at < leaves.length && (leaves[at]?.version ?? 0) < version) at += 1;
    const leaf = leaves[at];
    const where = { landlordId, caseId, version };
    if (leaf === undefined && head?.waiting === false) {
      const says = `Event ${version} (${type}) is in no checkpoint and does not wait for the next one.`;
      findings.push({ kind: 'slipped-in', ...where, says });
    }
    const closed = times.closedBefore(leaf?.number);
    if (closed !== undefined && Date.parse(recordedAt) < closed.until) {
      const says = `Event ${version} (${type}) says ${recordedAt}, but checkpoint ${closed.number}, signed later, did not hold it.`;
      findings.push({ kind: 'backdated', ...where, says });
    }
  }
  return findings;
}

function eventsOf(landlordId: string) {
  return sql<ChainRow>`
    select case_id as "caseId", version, type, schema, occurred_on as "occurredOn", recorded_at as "recordedAt", actor,
      body, pack_hash as "packHash", previous_hash as "previousHash", hash
    from event where landlord_id = ${landlordId} order by case_id, version`;
}

function headsOf(landlordId: string) {
  return sql<HeadRow>`
    select s.case_id as "caseId", s.version, s.head_hash as "headHash", exists (
      select from unanchored u where u.landlord_id = s.landlord_id and u.case_id = s.case_id) as waiting
    from case_stream s where s.landlord_id = ${landlordId} order by s.case_id`;
}

function leavesOf(landlordId: string) {
  return sql<LeafRow>`
    select case_id as "caseId", version, head_hash as "headHash", number
    from checkpoint_leaf where landlord_id = ${landlordId} order by case_id, version`;
}
