/** How and how often to keep in touch, and when next (MAG-29, MGL-18): the fields of two acts. */
import type { LocalDate } from '../../../domain/calendar/dates.ts';
import type { CommandOf } from '../../../domain/complaint/commands.ts';
import type { Stage } from '../../../domain/complaint/events.ts';
import type { ContactWay } from '../../../domain/complaint/resident-events.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { optionalDateField } from '../../forms/date-field.ts';
import { lineField, optionalChoiceField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import type { ActContext } from './act-page.ts';
import { wayIn, wayShape } from './contact-way.ts';
import { intervalIds, intervalItems, spanOf } from './intervals.ts';

/** The three fields; none has to be filled in. */
export function touchShape({ visit }: ActContext) {
  return {
    method: lineField({ label: 'How to keep in touch', max: 200 }),
    every: optionalChoiceField(intervalIds),
    next: optionalDateField({ label: 'The next contact', today: visit.today, when: 'future' }),
    ...wayShape,
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
  items: intervalItems('Nothing agreed'),
})}
${dateInput({ ...form.date('next'), fieldset: { legend: 'When we are in touch next' } })}`;
}

/** The command that records it. */
export function touchAgreed(
  stage: Stage,
  on: LocalDate,
  values: { method: string; every: string | null; next: LocalDate | null; way: ContactWay | null },
): CommandOf<'AgreeContact'> {
  const every = spanOf(values.every);
  return { type: 'AgreeContact', stage, on, method: values.method, every, nextOn: values.next, ...wayIn(values.way) };
}
