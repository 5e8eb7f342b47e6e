/** What can be brought in by a file, and what is remembered of it. */
import type { LocalDate } from '../calendar/dates.ts';

export const importKinds = ['homes', 'people', 'buildings', 'staff'] as const;
export type ImportKind = (typeof importKinds)[number];

export type ImportCounts = { added: number; changed: number; unchanged: number; rejected: number };

/**
 * That a file was brought in: an event of the landlord's own stream. `sha256`: of the bytes of the file; `changes`: of what it changed,
 * row by row, so that either can be held against this later. No word of the file is in it.
 */
export type RegisterImported = {
  type: 'RegisterImported';
  schema: 1;
  occurredOn: LocalDate;
  body: ImportCounts & { importId: string; kind: ImportKind; sha256: string; changes: string };
};

export const noCounts: ImportCounts = { added: 0, changed: 0, unchanged: 0, rejected: 0 };

/** The place in the counts that a verdict adds to. */
export const countedAs = { new: 'added', changed: 'changed', unchanged: 'unchanged', rejected: 'rejected' } as const;
