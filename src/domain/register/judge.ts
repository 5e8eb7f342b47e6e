/** What a file would change: each of its rows held against what is known, in their order. */
import type { Match } from './homes.ts';
import { type Cell, changesTo, type Fault, type Fields, type Row, type Verdict } from './row.ts';

/** What was met before in the same file: the key of something, and the line it stood on. */
export type Met = Map<string, number>;

export type Known = { readonly id: string; readonly fields: Fields };

export type JudgeBy<K extends Known> = {
  readonly known: readonly K[];
  readonly met: Met;
  readonly match: (fields: Fields, known: readonly K[]) => Match;
  /** What would make two rows of one file the same thing. */
  readonly keys: (fields: Fields) => readonly string[];
  readonly same?: (column: string, from: Cell, to: Cell) => boolean;
};

/** The verdict on one row. Two rows of one file that mean the same thing would overwrite each other: the second is not taken. */
export function judgeRow<K extends Known>(
  { line, fields }: Row,
  { known, met, match, keys, same }: JudgeBy<K>,
): Verdict {
  const matched = match(fields, known);
  if (matched !== 'new' && 'fault' in matched) return rejected(line, fields, matched.fault);
  const own = [...keys(fields), ...(matched === 'new' ? [] : [`id ${matched.is}`])];
  const twice = own.find(key => met.has(key));
  if (twice !== undefined) return rejected(line, fields, asLine(twice, met.get(twice) ?? 0));
  for (const key of own) met.set(key, line);
  if (matched === 'new') return { kind: 'new', row: { line, fields } };
  const found = known.find(one => one.id === matched.is);
  const changes = changesTo(found?.fields ?? {}, fields, same);
  const row = { line, fields };
  return changes.length === 0
    ? { kind: 'unchanged', row, id: matched.is }
    : { kind: 'changed', row, id: matched.is, changes };
}

function rejected(line: number, fields: Fields, fault: Fault): Verdict {
  return { kind: 'rejected', line, fields, faults: [fault] };
}

function asLine(key: string, line: number): Fault {
  const [column = '', value = ''] = /^(UPRN|property_reference|person_reference|email) (.*)$/.exec(key)?.slice(1) ?? [];
  const why = `line ${line} of this file is about the same one already`;
  return column === '' ? { column: null, value: null, why } : { column: column.toLowerCase(), value, why };
}
