/** Compares the registers with the tests and with the list of what was claimed before. Pure; `clauses.ts` reads and prints. */
import type { RegisteredClause } from '../../src/outside/policy-files/registers.ts';
import type { Named, Unreadable } from './test-names.ts';

export type ClauseReport = {
  rows: { clause: RegisteredClause; tests: Named[] }[];
  /** Each a sentence; empty: all is well. */
  faults: string[];
};

type Input = {
  clauses: readonly RegisteredClause[];
  named: readonly Named[];
  unreadable: readonly Unreadable[];
  /** What has ever been claimed: the lines of policies/claimed.txt. */
  claimedBefore: readonly string[];
};

/** One row per clause, and what is wrong: claims without a test, tests of unknown clauses, claims taken back or not listed. */
export function judgeClauses({ clauses, named, unreadable, claimedBefore }: Input): ClauseReport {
  const byId = Map.groupBy(named, ({ id }) => id);
  const known = new Set(clauses.map(({ id }) => id));
  const claimed = new Set(clauses.filter(({ state }) => state === 'claimed').map(({ id }) => id));
  const before = new Set(claimedBefore);
  const faults = [
    ...[...claimed].filter(id => !byId.has(id)).map(id => `${id} is claimed, and no test names it.`),
    ...[...byId]
      .filter(([id]) => !known.has(id))
      .map(([id, tests]) => `${id} stands in no register: ${placesOf(tests)}.`),
    ...unreadable.map(({ bracket, file, line }) => `[${bracket}] is no clause: ${file}:${line}. Name each by itself.`),
    ...[...before]
      .filter(id => !claimed.has(id))
      .map(id => `${id} was claimed before and is no more: claims never shrink.`),
    ...[...claimed]
      .filter(id => !before.has(id))
      .map(id => `${id} is claimed and not in policies/claimed.txt: use --claim.`),
    ...twice(clauses).map(id => `${id} stands in the registers twice.`),
  ];
  return { rows: clauses.map(clause => ({ clause, tests: byId.get(clause.id) ?? [] })), faults };
}

function twice(clauses: readonly RegisteredClause[]): string[] {
  return [...Map.groupBy(clauses, ({ id }) => id)].filter(([, entries]) => entries.length > 1).map(([id]) => id);
}

function placesOf(tests: readonly Named[]): string {
  return tests.map(({ file, line }) => `${file}:${line}`).join(', ');
}

/** The text of a register in which the clause is claimed; null where the clause does not stand in it. */
export function claimIn(register: string, id: string): string | null {
  const lines = register.split('\n');
  const start = lines.indexOf(`  - id: ${id}`);
  if (start < 0) return null;
  const state = lines.findIndex((line, index) => index > start && /^ {4}state: \w+$/.test(line));
  const next = lines.findIndex((line, index) => index > start && line.startsWith('  - '));
  if (state < 0 || (next >= 0 && state > next)) return null;
  return lines.with(state, '    state: claimed').join('\n');
}
