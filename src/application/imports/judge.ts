/** What judges a file: its rules, and the verdicts on a batch of rows. */
import { type Row, type RowRules, textIn, type Verdict } from '../../domain/register/row.ts';

/** `judge`: the verdicts on a batch of rows, in their order. One judge judges one file: it knows what the rows before said. */
export type Judge = { rules: RowRules; judge: (rows: readonly Row[]) => Promise<Verdict[]> };

/** Every text that the rows have in a column, once. */
export function valuesIn(rows: readonly Row[], column: string): string[] {
  return [...new Set(rows.flatMap(row => textIn(row.fields, column) ?? []))];
}
