/** Reads a spreadsheet of past cases as rows, in a stream: the file may be larger than memory. */
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { dateFieldNames } from './case-dates.ts';

/** Columns that are known, and judged or deliberately not. Every other column is the landlord's own and kept. */
export const knownColumns: readonly string[] = [
  'case_ref',
  'landlord',
  'stage1_extension_reason',
  'stage2_extension_reason',
  ...dateFieldNames,
];

const neededColumns = ['case_ref', 'received_on'];

/** Longer rows are a quotation mark that was never closed. */
const LONGEST_ROW = 1_000_000;

export type Header = {
  /** Where each known column stands; absent ones are missing. */
  readonly place: ReadonlyMap<string, number>;
  readonly own: readonly { readonly name: string; readonly at: number }[];
  readonly width: number;
};

export type CsvRow = { readonly line: number; readonly values: readonly string[] };

/** The file, or from some line on its rest, cannot be read. The message is a sentence. */
export class UnreadableCsv extends Error {
  override readonly name = 'UnreadableCsv';
  /** Where the rest begins that cannot be read; null: nothing of the file can. */
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(message);
    this.line = line;
  }
}

export type OpenedCsv = { readonly header: Header; readonly rows: AsyncIterator<CsvRow> };

/** Opens the file and reads its header. Throws `UnreadableCsv`, as the rows do where the rest cannot be read. */
export async function openCsv(path: string): Promise<OpenedCsv> {
  const rows = readRows(path);
  const first = await rows.next();
  if (first.done) throw new UnreadableCsv(`${path} is empty. The first line must name the columns.`);
  return { header: readHeader(first.value.values, path), rows };
}

function readHeader(values: readonly string[], path: string): Header {
  const names = values.map(columnName);
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined) throw new UnreadableCsv(`${path} has the column ${twice} twice.`);
  const missing = neededColumns.filter(name => !names.includes(name));
  if (missing.length > 0) {
    throw new UnreadableCsv(
      `${path} has no column ${missing.join(' and no column ')}. The first line must name the columns.`,
    );
  }
  const place = new Map<string, number>();
  const own: { name: string; at: number }[] = [];
  for (const [at, name] of names.entries()) {
    if (knownColumns.includes(name)) place.set(name, at);
    else own.push({ name: values[at]?.trim() ?? '', at });
  }
  return { place, own, width: values.length };
}

/** `Received on` and `received_on` are the same column. */
function columnName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

async function* readRows(path: string): AsyncGenerator<CsvRow, void> {
  let line = 1;
  try {
    const chunks = createReadStream(path)[Symbol.asyncIterator]();
    const first = await chunks.next();
    if (first.done) return;
    const parser = parse({
      bom: true,
      delimiter: delimiterIn(readable(first.value, path)),
      // All three at once: files pieced together have mixed line ends.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
    });
    // Faults come out of the loop below; the pipeline only closes the file when the reader stops early.
    pipeline(Readable.from(allOf(first.value, chunks)), parser, () => {});
    for await (const values of parser as AsyncIterable<string[]>) {
      if (values.length > 1 || values[0]?.trim() !== '') yield { line, values };
      line += 1 + lineBreaksIn(values);
    }
  } catch (error) {
    throw asUnreadable(error, path, line);
  }
}

async function* allOf(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Tells people who hand over a workbook, instead of judging its bytes. */
function readable(start: Buffer, path: string): string {
  const asCsv = 'Save it as CSV (UTF-8) first.';
  if (start.subarray(0, 2).toString('latin1') === 'PK') throw new UnreadableCsv(`${path} is a workbook. ${asCsv}`);
  const head = start.subarray(0, 64_000);
  if (head.includes(0)) throw new UnreadableCsv(`${path} is not plain UTF-8 text. ${asCsv}`);
  return head.toString('utf8').split(/\r?\n|\r/, 1)[0] ?? '';
}

/** Spreadsheets in some countries write semicolons or tabs. */
function delimiterIn(header: string): string {
  const parts = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (parts(delimiter) > parts(best) ? delimiter : best));
}

function lineBreaksIn(values: readonly string[]): number {
  let breaks = 0;
  for (const value of values) {
    for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) breaks += 1;
  }
  return breaks;
}

function asUnreadable(error: unknown, path: string, line: number): unknown {
  if (error instanceof CsvError) {
    return new UnreadableCsv(
      'a quotation mark is opened here and never closed, so the rest of the file cannot be read',
      line,
    );
  }
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOENT') return new UnreadableCsv(`There is no file ${path}.`);
  if (error.code === 'EACCES') return new UnreadableCsv(`${path} may not be read by this user.`);
  if (error.code === 'EISDIR') return new UnreadableCsv(`${path} is a folder, not a CSV file.`);
  return error;
}
