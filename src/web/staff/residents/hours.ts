/** Times of day by the clock of 24 hours, as people type them. */
import { type FormField, lineField } from '../../forms/fields.ts';
import type { FormError } from '../../forms/form-view.ts';

const time = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** Reads a time that may be left out. */
export function timeField(label: string): FormField<string> {
  return lineField({ label, max: 5 });
}

/** What is wrong with a time; null where nothing is, or none was typed. */
export function wrongTime(field: string, said: string): FormError | null {
  if (said === '' || time.test(said)) return null;
  return { field, text: 'Enter the time like 16:30, by the clock of 24 hours' };
}

/** `9.30` as it is kept: `09:30`. */
export function asTime(said: string): string {
  return said.replace('.', ':').padStart(5, '0');
}
