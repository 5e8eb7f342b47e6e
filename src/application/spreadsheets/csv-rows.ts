/** Reads a spreadsheet as rows, in a stream: the file may be larger than memory. From the terminal and from a page alike. */
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';

/** Longer rows are a quotation mark that was never closed. */
const LONGEST_ROW = 1_000_000;

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

/** The rows of a file that are not empty, each with the line it begins on. `name`: what sentences call the file. */
export async function* csvRows(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<CsvRow, void> {
  let line = 1;
  try {
    const chunks = bytes[Symbol.asyncIterator]();
    const first = await chunks.next();
    if (first.done) return;
    const parser = parse({
      bom: true,
      delimiter: delimiterIn(readable(first.value, name)),
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
    throw asUnreadable(error, name, line);
  }
}

async function* allOf(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Tells people who hand over a workbook, instead of judging its bytes. */
function readable(start: Buffer, name: string): string {
  const asCsv = 'Save it as CSV (UTF-8) first.';
  if (start.subarray(0, 2).toString('latin1') === 'PK') throw new UnreadableCsv(`${name} is a workbook. ${asCsv}`);
  const head = start.subarray(0, 64_000);
  if (head.includes(0)) throw new UnreadableCsv(`${name} is not plain UTF-8 text. ${asCsv}`);
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

function asUnreadable(error: unknown, name: string, line: number): unknown {
  if (error instanceof CsvError) {
    return new UnreadableCsv(
      'a quotation mark is opened here and never closed, so the rest of the file cannot be read',
      line,
    );
  }
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOENT') return new UnreadableCsv(`There is no file ${name}.`);
  if (error.code === 'EACCES') return new UnreadableCsv(`${name} may not be read by this user.`);
  if (error.code === 'EISDIR') return new UnreadableCsv(`${name} is a folder, not a CSV file.`);
  return error;
}

/** `Received on` and `received_on` are the same column. */
export function columnName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}
