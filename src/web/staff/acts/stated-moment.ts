/** The moment at which something happened, where the hour counts: a day in three boxes and a time by the clock of 24 hours. */
import { type Instant, type LocalDate, londonInstant } from '../../../domain/calendar/dates.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { lineField } from '../../forms/fields.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import type { Html } from '../../html.ts';

const time = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** Reads the field `time`. */
export function statedTime() {
  return lineField({ label: 'The time', required: 'Enter the time', max: 5 });
}

/** What is wrong with a time. */
export function checkTime(said: string): FormError[] {
  return time.test(said) ? [] : [{ field: 'time', text: 'Enter the time like 14:30, by the clock of 24 hours' }];
}

/** The moment that a day and a time are, in London. */
export function momentOf(on: LocalDate, said: string): Instant {
  return londonInstant(on, said.replace('.', ':').padStart(5, '0'));
}

/** The box. */
export function statedTimeBox(form: FormView): Html {
  return textInput({
    ...form.text('time'),
    label: 'At what time?',
    hint: 'For example, 14:30',
    classes: 'govuk-input--width-5',
  });
}
