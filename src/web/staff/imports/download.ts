/** The rows that were not taken, as a file: as they were typed, with why, to be mended and sent again. */
import { Readable } from 'node:stream';
import { type ImportRun, rowsOfImport } from '../../../application/queries/imports.ts';
import { type Cell, type Fault, shownValue } from '../../../domain/register/row.ts';
import type { FileAnswer } from '../../send-file.ts';
import type { Visit } from '../../visit.ts';
import { csvLine } from '../cases/download.ts';

/** What is wrong stands behind the row's own columns, which are read again as they are; the others then mean nothing. */
const ours = ['Line', 'Column', 'Value', 'Why it was not taken'];

export function notTakenOf(visit: Visit, run: ImportRun): FileAnswer {
  return {
    bytes: Readable.from(lines(visit, run)),
    type: 'text/csv; charset=utf-8',
    name: `${run.kind}-not-taken.csv`,
  };
}

async function* lines({ app, landlord }: Visit, { importId, columns }: ImportRun): AsyncGenerator<string> {
  yield `\uFEFF${csvLine([...columns, ...ours])}`;
  for await (const row of rowsOfImport(app, { landlordId: landlord.landlordId, importId }, 'rejected')) {
    if (row.verdict !== 'rejected') continue;
    const { faults } = row;
    const said = (pick: (fault: Fault) => string | null): string =>
      shownValue(faults.map(one => pick(one) ?? '').join('; '));
    yield csvLine([
      ...columns.map(column => asText(row.fields[column] ?? null)),
      ...[String(row.line), said(one => one.column), said(one => one.value)],
      faults.map(one => one.why).join('; '),
    ]);
  }
}

function asText(cell: Cell): string {
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return cell ?? '';
}
