/** Reads a spreadsheet of past cases as rows, in a stream: the file may be larger than memory. */
import { createReadStream } from 'node:fs';
import { type CsvRow, columnName, csvRows, UnreadableCsv } from '../application/spreadsheets/csv-rows.ts';
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

export type Header = {
  /** Where each known column stands; absent ones are missing. */
  readonly place: ReadonlyMap<string, number>;
  readonly own: readonly { readonly name: string; readonly at: number }[];
  readonly width: number;
};

export type OpenedCsv = { readonly header: Header; readonly rows: AsyncIterator<CsvRow> };

/** Opens the file and reads its header. Throws `UnreadableCsv`, as the rows do where the rest cannot be read. */
export async function openCsv(path: string): Promise<OpenedCsv> {
  const rows = csvRows(createReadStream(path), path);
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
