import { isLocalDate, sayShortDate } from '../calendar/dates.ts';
import type { Cell } from './row.ts';

/** A cell as people read it. */
export function sayCell(value: Cell): string {
  if (value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return isLocalDate(value) ? sayShortDate(value) : value;
}

const names: Readonly<Record<string, string>> = {
  uprn: 'UPRN',
  property_reference: 'Your reference',
  person_reference: 'Your reference',
  relevant_stock: 'Counts for the satisfaction measures',
  tenancy_start: 'Tenancy began',
  tenancy_end: 'Tenancy ended',
  job_title: 'Job title',
};

/** A column in words: `Tenancy ended`. */
export function sayColumn(column: string): string {
  return names[column] ?? column.charAt(0).toUpperCase() + column.slice(1).replaceAll('_', ' ');
}
