/**
 * Applies what was shown of a file, in one transaction: all of it or nothing. What would be different by now is shown anew instead. That
 * it was done is an event of the landlord's own stream, with the hash of the file and of what it changed.
 */
import { createHash } from 'node:crypto';
import { countedAs, type ImportCounts, type RegisterImported } from '../../domain/register/imports.ts';
import type { Verdict } from '../../domain/register/row.ts';
import { holdCalendar } from '../../storage/calendar-revisions.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import { loadEvents } from '../../storage/events.ts';
import type { Tx } from '../../storage/landlord-transaction.ts';
import { applyHomes, applyPeople, casesOfMovedAddresses } from '../../storage/register/apply.ts';
import {
  dropRows,
  findRun,
  type ImportRow,
  type ImportRun,
  keepRows,
  markApplied,
  rowsOf,
  setRun,
  takeTurnWithImports,
} from '../../storage/register/import-runs.ts';
import { type Application, timeNow } from '../application.ts';
import { loadLandlord } from '../landlord.ts';
import { allOrNothing, oneAct } from '../one-act.ts';
import { rebuildCase } from '../rebuild.ts';
import { applyBuildings } from './apply-buildings.ts';
import { applyStaff, StaffNotTaken } from './apply-staff.ts';
import { openJudge } from './judges.ts';
import { asKept, type GivenFile, type Importer, stageWithin } from './stage.ts';

/** `moved`: since it was shown, these lines have come to mean something else; nothing was changed, and the run shows them anew. */
export type Applied =
  | { kind: 'applied'; run: ImportRun; again: boolean }
  | { kind: 'moved'; run: ImportRun; lines: readonly number[] }
  | { kind: 'stopped'; sentence: string }
  | { kind: 'none' };

const batchSize = 2000;

/** Applies an import as it was shown. A second press of the button finds it applied. */
export function applyImport(app: Application, who: Importer, importId: string, commandId: string): Promise<Applied> {
  return inTurn(app, who, async tx => {
    const run = await findRun(tx, who.landlordId, importId, 'hold');
    if (run === null) return { kind: 'none' };
    if (run.appliedAt !== null) return { kind: 'applied', run, again: true };
    const moved = await movedSince(app, tx, who, run);
    if (moved.lines.length > 0) return { kind: 'moved', run: moved.run, lines: moved.lines };
    return applyWithin(app, tx, who, run, commandId);
  });
}

/** Reads a file and applies it at once, for whoever has no need to look first: a nightly job, at the terminal. */
export function importAtOnce(app: Application, who: Importer, file: GivenFile, commandId: string): Promise<Applied> {
  return inTurn(app, who, async tx => applyWithin(app, tx, who, await stageWithin(app, tx, who, file), commandId));
}

async function inTurn(app: Application, who: Importer, work: (tx: Tx) => Promise<Applied>): Promise<Applied> {
  try {
    const outcome = await allOrNothing(app, who.landlordId, async tx => {
      await takeTurnWithImports(tx, who.landlordId);
      return work(tx);
    });
    if (outcome.kind === 'refused' || outcome.kind === 'changed' || outcome.kind === 'other-sent')
      throw new Error(`An import came to “${outcome.kind}”, which nothing of it can.`);
    return outcome;
  } catch (error) {
    if (error instanceof StaffNotTaken) return { kind: 'stopped', sentence: error.message };
    throw error;
  }
}

async function applyWithin(
  app: Application,
  tx: Tx,
  who: Importer,
  run: ImportRun,
  commandId: string,
): Promise<Applied> {
  const { landlordId } = who;
  const { now, today } = timeNow(app);
  const of = { landlordId, importId: run.importId };
  const changes = await digestOf(tx, of);
  if (run.kind === 'homes') await applyHomes(tx, of);
  else if (run.kind === 'people') await applyPeople(tx, of);
  else if (run.kind === 'buildings') await applyBuildings(app, tx, who, keptRows(tx, of));
  else await applyStaff(app, tx, who, keptRows(tx, of));
  const applied = { ...run, appliedBy: who.actor, appliedAt: now };
  await markApplied(tx, of, applied);
  const { added, changed, unchanged, rejected } = run;
  const counts: ImportCounts = { added, changed, unchanged, rejected };
  const body = { importId: run.importId, kind: run.kind, sha256: run.sha256, changes, ...counts };
  const event: RegisterImported = { type: 'RegisterImported', schema: 1, occurredOn: today, body };
  await record(app, tx, who, commandId, event);
  if (run.kind === 'homes')
    for (const caseId of await casesOfMovedAddresses(tx, of)) await rebuildCase(app, tx, landlordId, caseId);
  return { kind: 'applied', run: applied, again: false };
}

async function record(
  app: Application,
  tx: Tx,
  who: Importer,
  commandId: string,
  event: RegisterImported,
): Promise<void> {
  const [kind = '', id = ''] = who.actor.split(':');
  const viewer = { landlordId: who.landlordId, personId: id, name: '', roles: [] };
  const ask = { commandId, payload: { import: event.body.importId }, streamId: who.landlordId, versionSeen: null };
  await oneAct(app, tx, viewer, kind === 'machine' ? { ...ask, machine: id } : ask, {
    calendar: holdCalendar,
    load: async () => ({ events: await loadEvents(tx, who.landlordId, who.landlordId) }),
    decide: () => ({ events: [event], packHash: null }),
  });
}

/** SHA-256 over what is made and changed, a line for each row in its order: which, and to what. */
async function digestOf(tx: Tx, of: { landlordId: string; importId: string }): Promise<string> {
  const hash = createHash('sha256');
  for await (const { subject, fields } of keptRows(tx, of)) hash.update(`${canonicalJson({ subject, fields })}\n`);
  return hash.digest('hex');
}

type Kept = Exclude<ImportRow, { verdict: 'rejected' }>;

async function* keptRows(tx: Tx, of: { landlordId: string; importId: string }): AsyncGenerator<Kept> {
  for (const verdict of ['new', 'changed'] as const) {
    for (let after = 0, rows: ImportRow[] = []; ; ) {
      rows = await rowsOf(tx, of, verdict, after, batchSize);
      for (const row of rows) if (row.verdict !== 'rejected') yield row;
      after = rows.at(-1)?.line ?? after;
      if (rows.length < batchSize) break;
    }
  }
}

/** Judges the rows again that would change something. What has come to mean something else is kept anew, to be shown. */
async function movedSince(
  app: Application,
  tx: Tx,
  { landlordId }: Importer,
  run: ImportRun,
): Promise<{ run: ImportRun; lines: number[] }> {
  const of = { landlordId, importId: run.importId };
  const judge = openJudge(tx, await loadLandlord(app, tx, landlordId), run.kind);
  const counts: ImportCounts = {
    added: run.added,
    changed: run.changed,
    unchanged: run.unchanged,
    rejected: run.rejected,
  };
  const lines: number[] = [];
  for await (const batch of inBatches(keptRows(tx, of))) {
    const verdicts = await judge.judge(batch);
    const moved = verdicts.flatMap((verdict, at) => {
      const before = batch[at];
      return before === undefined || isAsShown(before, verdict) ? [] : [{ before, verdict }];
    });
    if (moved.length === 0) continue;
    for (const { before, verdict } of moved) {
      counts[countedAs[before.verdict]] -= 1;
      counts[countedAs[verdict.kind]] += 1;
      lines.push(before.line);
    }
    await dropRows(
      tx,
      of,
      moved.map(one => one.before.line),
    );
    await keepRows(
      tx,
      landlordId,
      run.importId,
      moved.flatMap(one => asKept(one.verdict, new Map())),
    );
  }
  if (lines.length > 0) await setRun(tx, of, counts);
  return { run: { ...run, ...counts }, lines };
}

function isAsShown(before: Kept, verdict: Verdict): boolean {
  if (before.verdict !== verdict.kind) return false;
  if (before.verdict === 'new' || verdict.kind !== 'changed') return true;
  const now = new Map(verdict.changes.map(change => [change.column, change]));
  return (
    before.subject === verdict.id &&
    before.changes.length === now.size &&
    before.changes.every(({ column, from, to }) => now.get(column)?.from === from && now.get(column)?.to === to)
  );
}

async function* inBatches(rows: AsyncIterable<Kept>): AsyncGenerator<Kept[]> {
  let batch: Kept[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
