/** The day on which something happened, as people state it: today to begin with, never ahead, never before the complaint. */
import { sayDate } from '../../../domain/calendar/dates.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { dateField, dateValues } from '../../forms/date-field.ts';
import type { FormView } from '../../forms/form-view.ts';
import type { Html } from '../../html.ts';
import type { ActContext } from './act-page.ts';

/** Reads the three boxes `on-day`, `on-month`, `on-year`. `label` begins a sentence: "The day of the call". */
export function statedDay({ visit, file }: ActContext, label: string) {
  const { receivedOn } = file.state;
  const sentence = `${label} cannot be before the complaint was received${receivedOn === null ? '' : `, ${sayDate(receivedOn)}`}`;
  return dateField({
    label,
    required: `Enter ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    today: visit.today,
    when: 'past',
    notBefore: receivedOn === null ? undefined : { on: receivedOn, sentence },
  });
}

/** Today, in the boxes. */
export function todayIn({ visit }: ActContext): Readonly<Record<string, string>> {
  return dateValues('on', visit.today);
}

/** The boxes. */
export function statedDayBoxes(form: FormView, label: string): Html {
  return dateInput({ ...form.date('on'), fieldset: { legend: label } });
}
