/** The list as a file for a spreadsheet: the same cases, with what the page shows of them and no more. */
import { Readable } from 'node:stream';
import { type CaseListRow, casesInBatches, type ListOf } from '../../../application/queries/all-cases.ts';
import { isInstant, londonDateOf } from '../../../domain/calendar/dates.ts';
import { sayObligation } from '../../../domain/complaint/in-words.ts';
import { causesOf } from '../../../domain/policy/causes.ts';
import type { FileAnswer } from '../../send-file.ts';
import type { Visit } from '../../visit.ts';
import { labelOf } from '../case/parts.ts';
import { stateWords } from './words.ts';

type Column = { heading: string; cell(row: CaseListRow, landlord: Visit['landlord']): string };

const columns: readonly Column[] = [
  { heading: 'Reference', cell: row => row.reference },
  { heading: 'Name', cell: row => row.name },
  { heading: 'Address', cell: row => row.address ?? '' },
  { heading: 'Adjustments and support needs', cell: row => row.adjustments ?? '' },
  { heading: 'Stage', cell: row => String(row.stage) },
  { heading: 'State', cell: row => stateWords[row.state] },
  { heading: 'Suspended for court', cell: row => yes(row.suspended) },
  { heading: 'Safety first', cell: row => yes(row.priority) },
  { heading: 'Category', cell: ({ category }, { policy }) => labelOf(policy.categories, category ?? '') },
  { heading: 'Cause', cell: ({ cause }, landlord) => labelOf(causesOf(landlord), cause ?? '') },
  { heading: 'Handler', cell: row => row.handler ?? '' },
  { heading: 'Received', cell: row => row.receivedOn },
  { heading: 'Owed next', cell: row => (row.next === null ? '' : sayObligation({ ...row.next, stage: null })) },
  { heading: 'Due', cell: row => row.next?.dueOn ?? '' },
  { heading: 'Answered', cell: row => row.answeredOn ?? '' },
  { heading: 'Changed', cell: row => (isInstant(row.changedAt) ? londonDateOf(row.changedAt) : '') },
];

/** The file as it is made, a batch of rows at a time, so that it may be of any length. */
export function downloadOf(visit: Visit, of: ListOf): FileAnswer {
  return {
    bytes: Readable.from(lines(visit, of)),
    type: 'text/csv; charset=utf-8',
    name: `cases-${visit.today}.csv`,
  };
}

async function* lines(visit: Visit, of: ListOf): AsyncGenerator<string> {
  // The mark without which spreadsheets take the letters of other languages for something else.
  yield `\uFEFF${csvLine(columns.map(column => column.heading))}`;
  for await (const rows of casesInBatches(visit.read, of)) {
    yield rows.map(row => csvLine(columns.map(column => column.cell(row, visit.landlord)))).join('');
  }
}

function yes(value: boolean): string {
  return value ? 'Yes' : '';
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * One cell. A text that a spreadsheet would take for a formula begins with an apostrophe instead: names and addresses come
 * from strangers, and a formula in one would run on the computer of whoever opens the file.
 */
export function csvCell(text: string): string {
  const harmless = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
