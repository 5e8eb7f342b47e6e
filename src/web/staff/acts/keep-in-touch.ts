/** How and how often to keep in touch, and when next (MAG-29, MGL-18): the fields of two acts. */
import type { LocalDate } from '../../../domain/calendar/dates.ts';
import type { CommandOf } from '../../../domain/complaint/commands.ts';
import type { Stage } from '../../../domain/complaint/events.ts';
import type { Span } from '../../../domain/policy/policy.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { optionalDateField } from '../../forms/date-field.ts';
import { lineField, optionalChoiceField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import type { ActContext } from './act-page.ts';

/** Intervals that people agree on, by the value of the list. */
const intervals: Readonly<Record<string, { text: string; span: Span }>> = {
  'working-day': { text: 'Every working day', span: { value: 1, unit: 'working-days' } },
  'two-working-days': { text: 'Every 2 working days', span: { value: 2, unit: 'working-days' } },
  week: { text: 'Every week', span: { value: 7, unit: 'calendar-days' } },
  fortnight: { text: 'Every 2 weeks', span: { value: 14, unit: 'calendar-days' } },
  month: { text: 'Every month', span: { value: 1, unit: 'months' } },
};

/** The three fields; none has to be filled in. */
export function touchShape({ visit }: ActContext) {
  return {
    method: lineField({ label: 'How to keep in touch', max: 200 }),
    every: optionalChoiceField(Object.keys(intervals)),
    next: optionalDateField({ label: 'The next contact', today: visit.today, when: 'future' }),
  };
}

export function touchFields(form: FormView): Html {
  return html`${textInput({
    ...form.text('method'),
    label: 'How they want to be kept in touch',
    hint: 'For example: by phone after four, or by email to the daughter.',
  })}
${select({
  ...form.choice('every'),
  label: 'How often',
  items: [
    { value: '', text: 'Nothing agreed' },
    ...Object.entries(intervals).map(([value, { text }]) => ({ value, text })),
  ],
})}
${dateInput({ ...form.date('next'), fieldset: { legend: 'When we are in touch next' } })}`;
}

/** The command that records it. */
export function touchAgreed(
  stage: Stage,
  on: LocalDate,
  values: { method: string; every: string | null; next: LocalDate | null },
): CommandOf<'AgreeContact'> {
  const every = values.every === null ? null : (intervals[values.every]?.span ?? null);
  return { type: 'AgreeContact', stage, on, method: values.method, every, nextOn: values.next };
}
