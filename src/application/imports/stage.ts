/** Reads a file and works out what it would change. Nothing is changed by it: that is `applyImport`. */
import { createHash, randomUUIDv7 } from 'node:crypto';
import { cleanText } from '../../domain/clean-text.ts';
import { countedAs, type ImportCounts, type ImportKind, noCounts } from '../../domain/register/imports.ts';
import { type Row, type RowRules, readRow, textIn, type Verdict } from '../../domain/register/row.ts';
import { inLandlord, type Tx } from '../../storage/landlord-transaction.ts';
import { type ImportRow, type ImportRun, keepRows, keepRun, setRun } from '../../storage/register/import-runs.ts';
import { peopleOfComplaints } from '../../storage/register/known.ts';
import { type Application, timeNow } from '../application.ts';
import { loadLandlord } from '../landlord.ts';
import { type CsvRow, columnName, csvRows, UnreadableCsv } from '../spreadsheets/csv-rows.ts';
import { isSurely } from './judge-people.ts';
import { openJudge } from './judges.ts';

/** Who brings a file in: `person:…` or `machine:…`. */
export type Importer = { landlordId: string; actor: string };
export type GivenFile = { kind: ImportKind; name: string; bytes: AsyncIterable<Buffer> };
export type Staged = { kind: 'staged'; run: ImportRun } | { kind: 'unreadable'; sentence: string };

const batchSize = 2000;

/** Works out what a file would change and keeps that, to be looked at and applied. */
export async function stageImport(app: Application, who: Importer, file: GivenFile): Promise<Staged> {
  try {
    const run = await inLandlord(app.database, who.landlordId, tx => stageWithin(app, tx, who, file));
    return { kind: 'staged', run };
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    const where = error.line === null ? '' : `${file.name}, line ${error.line}: `;
    return { kind: 'unreadable', sentence: `${where}${error.message.replace(/\.?$/, '.')}` };
  }
}

/** The same in a transaction that is open. Throws `UnreadableCsv`. */
export async function stageWithin(app: Application, tx: Tx, who: Importer, file: GivenFile): Promise<ImportRun> {
  const { landlordId } = who;
  const { now } = timeNow(app);
  const judge = openJudge(tx, await loadLandlord(app, tx, landlordId), file.kind);
  const hash = createHash('sha256');
  const rows = csvRows(hashed(file.bytes, hash), file.name);
  const header = readHeader(await rows.next(), judge.rules, file.name);
  const run: ImportRun = {
    ...{ importId: randomUUIDv7(), kind: file.kind, fileName: file.name.slice(0, 200), sha256: '00'.repeat(32) },
    ...{ columns: header.columns, leftOut: header.leftOut, madeBy: who.actor, madeAt: now },
    ...{ appliedBy: null, appliedAt: null, ...noCounts },
  };
  await keepRun(tx, landlordId, run);
  const counts: ImportCounts = { ...noCounts };
  const keep = keeping(tx, landlordId, run, counts);
  for await (const batch of batches(rows)) {
    const read = batch.map(row => readOne(row, header, judge.rules));
    const good = read.flatMap(one => ('row' in one ? one.row : []));
    const bad = read.flatMap(one => ('row' in one ? [] : one));
    await keep([...(await judge.judge(good)), ...bad]);
  }
  const found = { ...counts, sha256: hash.digest('hex') };
  await setRun(tx, { landlordId, importId: run.importId }, found);
  return { ...run, ...found };
}

async function* hashed(bytes: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

type Header = { names: readonly string[]; columns: readonly string[]; leftOut: readonly string[] };

function readHeader(first: IteratorResult<CsvRow, void>, { columns }: RowRules, name: string): Header {
  if (first.done === true) throw new UnreadableCsv(`${name} is empty. The first line must name the columns.`);
  const names = first.value.values.map(columnName);
  const twice = names.find((one, at) => one !== '' && names.indexOf(one) !== at);
  if (twice !== undefined) throw new UnreadableCsv(`${name} has the column ${twice} twice.`);
  const missing = columns.filter(one => one.needed === true && !names.includes(one.name)).map(one => one.name);
  if (missing.length > 0)
    throw new UnreadableCsv(
      `${name} has no column ${missing.join(' and no column ')}. The first line must name the columns.`,
    );
  const known = columns.map(one => one.name);
  return {
    names,
    columns: names.filter(one => known.includes(one)),
    leftOut: first.value.values.filter((_, at) => !known.includes(names[at] ?? '')).map(one => one.trim().slice(0, 60)),
  };
}

async function* batches(rows: AsyncIterable<CsvRow>): AsyncGenerator<CsvRow[]> {
  let batch: CsvRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function readOne({ line, values }: CsvRow, { names }: Header, rules: RowRules): { row: Row } | Verdict {
  const texts: Record<string, string> = {};
  for (const [at, name] of names.entries()) if (name !== '') texts[name] = cleanText(values[at] ?? '');
  const beyond = values.slice(names.length).some(value => value.trim() !== '');
  if (values.length < names.length || beyond) {
    const why = `the row has ${values.length} values where the first line names ${names.length} columns`;
    return { kind: 'rejected', line, fields: asTyped(texts, rules), faults: [{ column: null, value: null, why }] };
  }
  const read = readRow(line, texts, rules);
  return 'row' in read ? read : { kind: 'rejected', line, fields: asTyped(texts, rules), faults: read.faults };
}

/** A row that is not taken is kept as it was typed, to be mended. */
function asTyped(texts: Readonly<Record<string, string>>, { columns }: RowRules): Record<string, string> {
  return Object.fromEntries(columns.flatMap(({ name }) => (texts[name] === undefined ? [] : [[name, texts[name]]])));
}

/** Keeps verdicts and counts them. Rows that change nothing are only counted. */
function keeping(
  tx: Tx,
  landlordId: string,
  { importId, kind }: ImportRun,
  counts: ImportCounts,
): (verdicts: readonly Verdict[]) => Promise<void> {
  const adopted = new Set<string>();
  return async verdicts => {
    for (const { kind: verdict } of verdicts) counts[countedAs[verdict]] += 1;
    const ids =
      kind === 'people' ? await idsFromComplaints(tx, landlordId, verdicts, adopted) : new Map<number, string>();
    await keepRows(
      tx,
      landlordId,
      importId,
      verdicts.flatMap(verdict => asKept(verdict, ids)),
    );
  };
}

export function asKept(verdict: Verdict, ids: ReadonlyMap<number, string>): ImportRow[] {
  if (verdict.kind === 'unchanged') return [];
  if (verdict.kind === 'rejected') {
    const { line, fields, faults } = verdict;
    return [{ verdict: 'rejected', line, fields, faults }];
  }
  const { line, fields } = verdict.row;
  if (verdict.kind === 'new') return [{ verdict: 'new', line, fields, subject: ids.get(line) ?? randomUUIDv7() }];
  return [{ verdict: 'changed', line, fields, subject: verdict.id, changes: verdict.changes }];
}

/** Whoever complained before, under the same name and the same email or phone, keeps the id they have there. In doubt, they do not. */
async function idsFromComplaints(
  tx: Tx,
  landlordId: string,
  verdicts: readonly Verdict[],
  adopted: Set<string>,
): Promise<Map<number, string>> {
  const fresh = verdicts.flatMap(one => (one.kind === 'new' ? one.row : []));
  const values = (column: string): string[] => fresh.flatMap(({ fields }) => textIn(fields, column) ?? []);
  const known = await peopleOfComplaints(tx, landlordId, { emails: values('email'), phones: values('phone') });
  const byWay = Map.groupBy(known, one => `${one.email ?? ''} ${one.phone ?? ''}`);
  const ids = new Map<number, string>();
  for (const { line, fields } of known.length === 0 ? [] : fresh) {
    const like = [`${textIn(fields, 'email')} `, ` ${textIn(fields, 'phone')}`].flatMap(way => byWay.get(way) ?? []);
    const [only, ...others] = new Set(like.filter(one => isSurely(fields, one)).map(one => one.id));
    if (only === undefined || others.length > 0 || adopted.has(only)) continue;
    adopted.add(only);
    ids.set(line, only);
  }
  return ids;
}
