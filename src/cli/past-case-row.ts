/** One row of a spreadsheet: a case that can be judged, or everything that is wrong with it. */
import type { KnownDates } from '../application/past-cases/known-dates.ts';
import type { CsvRow } from '../application/spreadsheets/csv-rows.ts';
import type { LocalDate } from '../domain/calendar/dates.ts';
import { checkDates } from './case-dates.ts';
import type { Header } from './past-cases-csv.ts';

export type PastCase = {
  readonly caseRef: string;
  readonly dates: KnownDates;
  /** The landlord's own columns, as they were; null where the file has none. */
  readonly own: Readonly<Record<string, string>> | null;
};

export type Rejected = {
  readonly line: number;
  /** Null where the row as a whole is at fault. */
  readonly column: string | null;
  readonly value: string | null;
  readonly why: string;
};

export type ReadRow = { readonly pastCase: PastCase } | { readonly rejected: readonly Rejected[] };

/** What is shown of a value that is refused. */
const LONGEST_VALUE = 120;

/** Reads a row. No date may be later than `latest`, the day the file is judged or today. */
export function readRow({ line, values }: CsvRow, header: Header, latest: LocalDate): ReadRow {
  const beyond = values.slice(header.width);
  if (values.length < header.width || beyond.some(value => value.trim() !== '')) {
    const why = `the row has ${values.length} values where the header names ${header.width} columns`;
    return { rejected: [{ line, column: null, value: null, why }] };
  }
  const textOf = (column: string): string => {
    const at = header.place.get(column);
    return at === undefined ? '' : (values[at] ?? '');
  };
  const caseRef = textOf('case_ref').trim();
  const checked = checkDates(textOf, latest);
  const rejected: Rejected[] = [];
  if (caseRef === '') rejected.push({ line, column: 'case_ref', value: '', why: 'the case has no reference' });
  if (!checked.ok) {
    for (const { field, value, why } of checked.faults)
      rejected.push({ line, column: field, value: shown(value), why });
  }
  if (rejected.length > 0 || !checked.ok) return { rejected };
  return { pastCase: { caseRef, dates: checked.dates, own: ownOf(values, header) } };
}

/** The row that needs days beyond the calendar: the first date outside it is named. */
export function beyondCalendar(row: CsvRow, pastCase: PastCase, why: string, from: LocalDate, to: LocalDate): Rejected {
  const { stage1, stage2 } = pastCase.dates;
  const dated: [string, LocalDate | null][] = [
    ['received_on', stage1.startedOn],
    ['acknowledged_on', stage1.acknowledgedOn],
    ['stage1_responded_on', stage1.respondedOn],
    ['escalation_requested_on', stage2.startedOn],
    ['stage2_acknowledged_on', stage2.acknowledgedOn],
    ['stage2_responded_on', stage2.respondedOn],
  ];
  const outside = dated.find(([, date]) => date !== null && (date < from || date > to));
  const [column, value] = outside ?? ['received_on', stage1.startedOn];
  return { line: row.line, column, value, why };
}

function ownOf(values: readonly string[], header: Header): Readonly<Record<string, string>> | null {
  if (header.own.length === 0) return null;
  return Object.fromEntries(header.own.map(({ name, at }) => [name, values[at] ?? '']));
}

function shown(value: string): string {
  return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE)}…`;
}
