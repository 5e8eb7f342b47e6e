/** `redress import`: homes, people or staff from a CSV file, shown first or brought in at once. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { openApplication } from '../app.ts';
import type { Application } from '../application/application.ts';
import { importAtOnce } from '../application/imports/apply.ts';
import { stageImport } from '../application/imports/stage.ts';
import { type ImportRow, type ImportRun, landlordBySlug, rowsOfImport } from '../application/queries/imports.ts';
import { UnreadableCsv } from '../application/spreadsheets/csv-rows.ts';
import { readConfig } from '../config.ts';
import { type ImportKind, importKinds } from '../domain/register/imports.ts';
import { sayCell } from '../domain/register/say-row.ts';
import { sayNumber } from '../domain/say-number.ts';
import { systemClock } from '../outside/clock.ts';
import { type CommandArguments, optionGiven, optionText } from './command.ts';
import { openDatabaseBriefly } from './database.ts';
import { requireCurrentSchema } from './schema.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Exit code 0 when every row was taken, 1 with rows that were not, 2 where the file or the command cannot be read. */
export async function run(args: CommandArguments): Promise<number> {
  const [kind, file = ''] = args.positionals;
  if (!isKind(kind)) {
    say(`"${kind}" cannot be brought in; expected ${importKinds.join(', ')}.`);
    return 2;
  }
  const config = readConfig();
  const urls = await openDatabaseBriefly(config, say);
  try {
    await requireCurrentSchema(urls);
    const app = await openApplication({ config, urls, clock: systemClock(), say }, 'import');
    try {
      return await bringIn(app, args, kind, file);
    } finally {
      await app.stop();
    }
  } finally {
    await urls.stop();
  }
}

function isKind(kind: string | undefined): kind is ImportKind {
  return importKinds.some(one => one === kind);
}

async function bringIn(app: Application, args: CommandArguments, kind: ImportKind, file: string): Promise<number> {
  const slug = optionText(args, 'landlord') ?? '';
  const landlordId = await landlordBySlug(app, slug);
  if (landlordId === null) return told(`There is no landlord "${slug}" here.`);
  const who = { landlordId, actor: 'machine:command-line' };
  const given = { kind, name: path.basename(file), bytes: createReadStream(file, { highWaterMark: 1 << 18 }) };
  const preview = optionGiven(args, 'preview');
  try {
    const outcome = preview ? await stageImport(app, who, given) : await importAtOnce(app, who, given, randomUUID());
    if (outcome.kind === 'unreadable' || outcome.kind === 'stopped') return told(outcome.sentence);
    if (outcome.kind !== 'staged' && outcome.kind !== 'applied')
      throw new Error(`The import came to "${outcome.kind}".`);
    await print(app, landlordId, outcome.run, optionGiven(args, 'json'));
    return outcome.run.rejected > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    return told(error.line === null ? error.message : `${given.name}, line ${error.line}: ${error.message}.`);
  }
}

function told(sentence: string): number {
  say(sentence);
  return 2;
}

async function print(app: Application, landlordId: string, run: ImportRun, json: boolean): Promise<void> {
  const of = { landlordId, importId: run.importId };
  const { added, changed, unchanged, rejected } = run;
  const out = (text: string): boolean => process.stdout.write(text);
  if (json) {
    const { importId, kind, sha256, leftOut, appliedAt } = run;
    const summary = {
      importId,
      kind,
      sha256,
      applied: appliedAt !== null,
      added,
      changed,
      unchanged,
      rejected,
      leftOut,
    };
    out(`{"summary":${JSON.stringify(summary)},"rejected":[`);
    let between = '\n';
    for await (const row of rowsOfImport(app, of, 'rejected')) {
      out(between + JSON.stringify({ line: row.line, faults: 'faults' in row ? row.faults : [] }));
      between = ',\n';
    }
    out('\n]}\n');
    return;
  }
  const verb = run.appliedAt === null ? 'would be' : 'were';
  if (run.appliedAt === null)
    for (const verdict of ['new', 'changed'] as const)
      for await (const row of rowsOfImport(app, of, verdict)) out(`${inWords(row)}\n`);
  for await (const row of rowsOfImport(app, of, 'rejected')) out(`${inWords(row)}\n`);
  if (run.leftOut.length > 0) out(`Columns that mean nothing here and were not read: ${run.leftOut.join(', ')}.\n`);
  out(
    `${sayNumber(added)} ${run.kind} ${verb} added, ${sayNumber(changed)} changed; ${sayNumber(unchanged)} stay as they are; ` +
      `${sayNumber(rejected)} rows ${run.appliedAt === null ? 'would not be' : 'were not'} taken.\n`,
  );
  if (run.appliedAt === null) out('Nothing has been changed. The same command without --preview brings it in.\n');
}

function inWords(row: ImportRow): string {
  if (row.verdict === 'rejected') {
    const faults = row.faults.map(({ column, value, why }) =>
      column === null ? why : `${column} "${value ?? ''}": ${why}`,
    );
    return `line ${row.line}: not taken: ${faults.join('; ')}`;
  }
  if (row.verdict === 'new')
    return `line ${row.line}: new: ${sayCell(row.fields['address'] ?? row.fields['name'] ?? null)}`;
  const changes = row.changes.map(({ column, from, to }) => `${column} ${sayCell(from)} → ${sayCell(to)}`);
  return `line ${row.line}: changed: ${changes.join('; ')}`;
}
