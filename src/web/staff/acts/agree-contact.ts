import { lineField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { actPage } from './act-page.ts';
import { wayBox, wayMissing } from './contact-way.ts';
import { touchAgreed, touchFields, touchShape } from './keep-in-touch.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

/** The method and frequency of contact that the resident agreed to; the acknowledgement repeats it (MAG-29, MGL-18). */
export const agreeContactPage = actPage({
  act: 'agree-contact',
  command: 'AgreeContact',
  title: () => 'Agree how to keep in touch',
  hint: () => 'What was agreed stands in the acknowledgement. It moves no date of an answer.',
  submit: 'Record what was agreed',
  about: ({ stage }) => ({ stage }),
  shape: context => ({
    ...touchShape(context),
    method: lineField({ label: 'How to keep in touch', required: 'Enter how they want to be kept in touch', max: 200 }),
    on: statedDay(context, 'The day of the agreement'),
  }),
  start: todayIn,
  check: ({ way }, context) => wayMissing(way, context),
  fields: (form, context) =>
    html`${wayBox(form, context)}${touchFields(form)}${statedDayBoxes(form, 'When was it agreed?')}`,
  make: (values, _making, { stage }) => touchAgreed(stage, values.on, values),
  done: 'Recorded how to keep in touch.',
});
