/** How a refusal reads: why not, and what would be allowed instead. Tables of these make the closed union in `refusals.ts`. */
export type Said = { why: string; instead: string };

/** For refusals whose sentence needs no fact. */
export type NoFacts = Record<string, never>;

export function said(why: string, instead: string): Said {
  return { why, instead };
}

/** `a`, `a and b`, `a, b and c`. */
export function sayList(things: readonly (string | number)[]): string {
  if (things.length < 2) return things.join('');
  return `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;
}
