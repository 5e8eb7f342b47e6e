import pg from 'pg';

type Parser = (text: string) => unknown;

const { builtins } = pg.types;

// Dates stay text, because `Date` would move them into a time zone; instants become text in one shape.
const parsers = new Map<number, Parser>([
  [builtins.DATE, text => text],
  [builtins.TIMESTAMP, text => text.replace(' ', 'T')],
  [builtins.TIMESTAMPTZ, parseInstant],
  [builtins.INT8, parseWholeNumber],
]);

/** How values come out of PostgreSQL: `date` as `YYYY-MM-DD`, `timestamptz` as `…T…sssZ`, `bigint` as a number where exact. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format as 'text'),
};

const utc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

/** PostgreSQL's text for a `timestamptz`, to the millisecond: `2026-01-02T03:04:05.678Z`. */
export function parseInstant(text: string): string {
  const parts = utc.exec(text);
  if (parts !== null) return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
  if (text === 'infinity' || text === '-infinity') return text;
  // Another time zone of the session: "2026-07-01 13:00:00.5+12" or "+05:30".
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
}

function parseWholeNumber(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}
