/** Intervals that people agree on, as the lists of several acts offer them. */
import type { Span } from '../../../domain/policy/spans.ts';
import type { SelectItem } from '../../components/govuk/select.ts';

const intervals: Readonly<Record<string, { text: string; span: Span }>> = {
  'working-day': { text: 'Every working day', span: { value: 1, unit: 'working-days' } },
  'two-working-days': { text: 'Every 2 working days', span: { value: 2, unit: 'working-days' } },
  'five-working-days': { text: 'Every 5 working days', span: { value: 5, unit: 'working-days' } },
  week: { text: 'Every week', span: { value: 7, unit: 'calendar-days' } },
  fortnight: { text: 'Every 2 weeks', span: { value: 14, unit: 'calendar-days' } },
  month: { text: 'Every month', span: { value: 1, unit: 'months' } },
  quarter: { text: 'Every 3 months', span: { value: 3, unit: 'months' } },
};

/** The values of the list. */
export const intervalIds: readonly string[] = Object.keys(intervals);

/** The list, with `none` first. */
export function intervalItems(none: string): SelectItem[] {
  return [{ value: '', text: none }, ...Object.entries(intervals).map(([value, { text }]) => ({ value, text }))];
}

/** The length of an interval of the list; null for anything else. */
export function spanOf(id: string | null): Span | null {
  return id === null ? null : (intervals[id]?.span ?? null);
}

/** The value of the list that has this length; empty where none has. */
export function intervalFor({ value, unit }: Span): string {
  const found = Object.entries(intervals).find(([, { span }]) => span.value === value && span.unit === unit);
  return found?.[0] ?? '';
}
