/**
 * Rows of a file that brings in what another system knows: homes, people, staff. Each kind says its columns, what a cell of them may
 * hold, what has to hold between them, and by what a row is known again.
 */

/** What a cell holds once it is read; null: the cell is there and empty, so there is none. */
export type Cell = string | boolean | null;

/** The cells of the columns that the file has. A column that is not in the file says nothing, and nothing is changed by it. */
export type Fields = Readonly<Record<string, Cell>>;

export type Row = { readonly line: number; readonly fields: Fields };

/** Why a row is not taken. `column`: null where the row as a whole is at fault. */
export type Fault = { readonly column: string | null; readonly value: string | null; readonly why: string };

export type ReadCell = { readonly value: Cell } | { readonly why: string };

export type Column = {
  readonly name: string;
  /** Without it a file of this kind cannot be read, and no cell of it may be empty. */
  readonly needed?: true;
  /** What stands in it, in a few words. */
  readonly holds: string;
  /** Reads a cell that is not empty. */
  readonly read: (text: string) => ReadCell;
};

export type RowRules = {
  readonly columns: readonly Column[];
  /** What must hold between the cells of a row. */
  readonly check: (fields: Fields) => readonly Fault[];
};

/** What is shown of a value that is not taken. */
const longestShown = 120;

/** A value as it is told about: cut where it is long. */
export function shownValue(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown)}…`;
}

/** Reads a row of texts by column; every fault of it at once. */
export function readRow(
  line: number,
  texts: Readonly<Record<string, string>>,
  { columns, check }: RowRules,
): { readonly row: Row } | { readonly faults: readonly Fault[] } {
  const fields: Record<string, Cell> = {};
  const faults: Fault[] = [];
  for (const column of columns) {
    const text = texts[column.name]?.trim();
    if (text === undefined) continue;
    const cell = cellOf(column, text);
    if ('why' in cell) faults.push({ column: column.name, value: shownValue(text), why: cell.why });
    else fields[column.name] = cell.value;
  }
  if (faults.length === 0) faults.push(...check(fields));
  return faults.length > 0 ? { faults } : { row: { line, fields } };
}

function cellOf({ needed, read, holds }: Column, text: string): ReadCell {
  if (text !== '') return read(text);
  return needed === true ? { why: `the cell is empty; expected ${holds}` } : { value: null };
}

/** The text of a cell; null where it is empty or its column is not in the file. */
export function textIn(fields: Fields, column: string): string | null {
  const value = fields[column];
  return typeof value === 'string' ? value : null;
}

/** Something that a file changes: what stands there, and what will. */
export type Change = { readonly column: string; readonly from: Cell; readonly to: Cell };

/** What differs, column by column; only columns that the file has count. `same` says where two texts mean the same thing. */
export function changesTo(
  known: Fields,
  fields: Fields,
  same: (column: string, from: Cell, to: Cell) => boolean = (_column, from, to) => from === to,
): Change[] {
  return Object.entries(fields).flatMap(([column, to]) => {
    const from = known[column] ?? null;
    return from === to || same(column, from, to) ? [] : [{ column, from, to }];
  });
}

/** A whole file is compared with what is known, row by row. */
export type Verdict =
  | { readonly kind: 'new'; readonly row: Row }
  | { readonly kind: 'changed'; readonly row: Row; readonly id: string; readonly changes: readonly Change[] }
  | { readonly kind: 'unchanged'; readonly row: Row; readonly id: string }
  | { readonly kind: 'rejected'; readonly line: number; readonly fields: Fields; readonly faults: readonly Fault[] };
