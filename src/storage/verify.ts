import { sql } from 'kysely';
import type { KeptCheckpoint } from './checkpoint-statement.ts';
import { readInLandlord, type Tx } from './landlord-transaction.ts';
import type { Database } from './pools.ts';
import { type CaseTotals, checkCases } from './verify/cases.ts';
import { type CheckSignature, checkCheckpoints } from './verify/checkpoints.ts';
import { checkUnnamedDetails } from './verify/details.ts';
import { checkFiles } from './verify/files.ts';
import type { Finding } from './verify/findings.ts';
import { NamedCheck, type NamedTotals } from './verify/named.ts';
import { checkViews, type ViewTotals } from './verify/views.ts';

/** What was found of one landlord's record. */
export interface LandlordVerdict extends CaseTotals, NamedTotals, ViewTotals {
  readonly landlordId: string;
  readonly files: number;
  /** The number and instant of the last checkpoint; null where there is none, and then nothing is anchored. */
  readonly lastCheckpoint: { readonly number: number; readonly recordedAt: string } | null;
  readonly findings: readonly Finding[];
  /** Findings beyond the first ten thousand are only counted. */
  readonly findingsNotListed: number;
}

export interface VerifyOptions {
  readonly landlordId: string;
  /** The demonstration's clock is set by hand, so its events are not held against the time of checkpoints. */
  readonly demonstration: boolean;
  readonly signature: CheckSignature;
  /** Checkpoints that were kept outside the database. */
  readonly kept: readonly KeptCheckpoint[];
}

const mostListed = 10_000;

/**
 * Checks everything that can be proved of one landlord's record, at one moment, in memory that does not grow with it:
 * chains, checkpoints, texts, views, files and packs.
 */
export function verifyLandlord(database: Database, options: VerifyOptions): Promise<LandlordVerdict> {
  return readInLandlord(database, options.landlordId, tx => verifyIn(tx, options));
}

async function verifyIn(
  tx: Tx,
  { landlordId, demonstration, signature, kept }: VerifyOptions,
): Promise<LandlordVerdict> {
  const findings: Finding[] = [];
  let notListed = 0;
  const report = (finding: Finding): void => {
    if (finding.kind === 'backdated' && demonstration) return;
    if (findings.length < mostListed) findings.push(finding);
    else notListed += 1;
  };
  const times = await checkCheckpoints(tx, landlordId, signature, kept, report);
  const named = new NamedCheck(tx, landlordId, report);
  const cases = await checkCases({
    ...{ tx, landlordId, times, report },
    named: (caseId, one) => named.take(caseId, one),
  });
  await named.finish();
  await checkUnnamedDetails(tx, landlordId, report);
  const views = await checkViews(tx, landlordId, times, report);
  const files = await checkFiles(tx, landlordId, report);
  const last = times.last === undefined ? null : { number: times.last.number, recordedAt: times.last.recordedAt };
  return {
    ...{ landlordId, ...cases, ...named.totals, ...views, files, lastCheckpoint: last },
    ...{ findings, findingsNotListed: notListed },
  };
}

/** Sentences about settings of the server with which a power cut can lose what was acknowledged. */
export async function unsafeSettings(database: Database): Promise<string[]> {
  const wanted = await sql<{ name: string; value: string }>`
    select name, setting as value from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`.execute(
    database.kysely,
  );
  return wanted.rows.map(
    ({ name }) => `The database server runs with ${name} off: after a power cut, saved complaints may be lost.`,
  );
}
