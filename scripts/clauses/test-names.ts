/** Finds the clauses that tests name in square brackets, like `[MAG-34][R9] a late notice does not move the date`. */

export type Named = { id: string; file: string; line: number; name: string };
/** A bracket that begins like a clause and is none, such as a range: every clause is named by itself. */
export type Unreadable = { bracket: string; file: string; line: number };

const CALL = /\b(?:test|it|describe|journey)(?:\.\w+)*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
const LEADING = /(['"`])((?:\[(?:[A-Z][A-Z0-9]{1,9}-\d{2,3}|R\d{1,2}|Code \d\.\d{1,2})\])+(?:\\.|(?!\1)[^\\\n])*)\1/g;
const BRACKET = /\[([^\][]*)\]/g;
const WHOLE = /^(?:[A-Z][A-Z0-9]{1,9}-\d{2,3}|R\d{1,2}|Code \d\.\d{1,2})$/;
const BEGUN = /^(?:[A-Z][A-Z0-9]{1,9}-\d{2}|R\d{1,2}\b|Code \d)/;

/** The clauses in the names of the tests of one file: in the first argument of a test, or at the start of any other text. */
export function clausesNamedIn(file: string, source: string): { named: Named[]; unreadable: Unreadable[] } {
  const named: Named[] = [];
  const unreadable: Unreadable[] = [];
  const seen = new Set<number>();
  for (const pattern of [CALL, LEADING]) {
    for (const match of source.matchAll(pattern)) {
      const name = match[2] ?? '';
      const start = match.index + match[0].lastIndexOf(name);
      if (seen.has(start)) continue;
      seen.add(start);
      const line = source.slice(0, start).split('\n').length;
      for (const [, bracket = ''] of name.matchAll(BRACKET)) {
        if (WHOLE.test(bracket)) named.push({ id: bracket, file, line, name });
        else if (BEGUN.test(bracket)) unreadable.push({ bracket, file, line });
      }
    }
  }
  return { named, unreadable };
}
