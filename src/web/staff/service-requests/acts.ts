/** What is done to a request for a service later on: what each form asks, and the act that its answers make. */

import type { RequestFile } from '../../../application/queries/request-file.ts';
import type { RequestAct } from '../../../application/service-requests.ts';
import { staffChoices } from '../../../application/staff-choices.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import type { RequestCommand } from '../../../domain/service-request/decide.ts';
import { regularReview } from '../../../domain/service-request/owed.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, dateValues, optionalDateField } from '../../forms/date-field.ts';
import { lineField, longTextField, optionalChoiceField, tickField } from '../../forms/fields.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import type { FormShape, FormValues } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import type { Visit } from '../../visit.ts';
import { checkPlace, placeFields } from './form.ts';

export type RequestActDefinition<S extends FormShape> = {
  /** The last part of the address. */
  act: string;
  /** What the domain is asked about before the form is shown. */
  command: RequestCommand['type'];
  title: string;
  hint?: string;
  submit: string;
  submitKind?: 'warning';
  shape(visit: Visit): S;
  check?(values: FormValues<S>): FormError[];
  start?(visit: Visit): Readonly<Record<string, string>>;
  fields(form: FormView, visit: Visit, file: RequestFile): Html;
  make(values: FormValues<S>): RequestAct;
  done: string;
};

function day({ today }: Visit) {
  return dateField({ label: 'The day', required: 'Enter the day', today, when: 'past' });
}

const dayShown = (form: FormView): Html => dateInput({ ...form.date('on'), fieldset: { legend: 'When?' } });
const startToday = ({ today }: Visit) => dateValues('on', today);
/** Checks the types of one definition, and keeps them. */
const define = <S extends FormShape>(one: RequestActDefinition<S>): RequestActDefinition<S> => one;

export const reviewAct = define({
  act: 'review',
  command: 'ReviewRequest',
  title: 'Record a review',
  submit: 'Record the review',
  shape: visit => ({
    found: longTextField({ label: 'How it is going', required: 'Enter how it is going' }),
    next: longTextField({ label: 'What happens next', required: 'Enter what happens next' }),
    on: day(visit),
    again: optionalDateField({ label: 'The day of the next review', today: visit.today, when: 'future' }),
    unsafe: tickField(),
    'unsafe-why': lineField({ label: 'What is not safe', max: 1000 }),
  }),
  check: ({ unsafe, 'unsafe-why': why }) =>
    unsafe && why === '' ? [{ field: 'unsafe-why', text: 'Say what is not safe' }] : [],
  start: startToday,
  fields: (
    form,
    visit,
    { request },
  ) => html`${textarea({ ...form.text('found'), label: 'How is it going?', hint: 'What was found, and from whom.', rows: 4 })}
${textarea({ ...form.text('next'), label: 'What happens next?', rows: 3 })}
${dayShown(form)}
${dateInput({ ...form.date('again'), fieldset: { legend: 'Look again sooner than the regular day?' }, hint: `Left empty, it is looked at again by ${sayDate(regularReview(request, visit.today, visit.landlord))}, counted from today.` })}
${
  !request.healthAndSafety &&
  checkboxes({
    ...form.choices('unsafe'),
    classes: 'govuk-checkboxes--small',
    items: [
      {
        value: 'yes',
        text: 'It turned out to be about health and safety',
        conditional: textInput({ ...form.text('unsafe-why'), label: 'What is not safe?' }),
      },
    ],
  })
}`,
  make: ({ found, next, on, again, unsafe, 'unsafe-why': why }) => ({
    ...{ kind: 'review', on, found, next, againOn: again, unsafe: unsafe ? why : null },
  }),
  done: 'Review recorded.',
});

export const handOverAct = define({
  act: 'hand-over',
  command: 'HandOverRequest',
  title: 'Hand it over',
  submit: 'Hand it over',
  shape: ({ landlord }) => ({
    owner: optionalChoiceField(staffChoices(landlord).map(one => one.personId)),
    reason: lineField({ label: 'Why', required: 'Enter why, and what they have to know', max: 1000 }),
  }),
  fields: (form, { landlord }) => html`${select({
    ...form.choice('owner'),
    label: 'Who sees to it from now on',
    items: [
      { value: '', text: 'Nobody yet: the team’s queue' },
      ...staffChoices(landlord).map(({ personId, name, role }) => ({ value: personId, text: `${name}, ${role}` })),
    ],
  })}
${textInput({ ...form.text('reason'), label: 'Why, and what they have to know' })}`,
  make: ({ owner, reason }) => ({ kind: 'hand-over', toId: owner, reason }),
  done: 'Handed over.',
});

export const placeAct = define({
  act: 'place',
  command: 'PlaceRequest',
  title: 'Say where it is in the housing system',
  submit: 'Record it',
  shape: () => ({
    'housing-system': lineField({ label: 'Housing system', required: 'Enter which system it is in', max: 100 }),
    'housing-reference': lineField({ label: 'Reference there', required: 'Enter what it is called there', max: 200 }),
  }),
  check: checkPlace,
  fields: placeFields,
  make: values => ({ kind: 'place', system: values['housing-system'], reference: values['housing-reference'] }),
  done: 'Recorded.',
});

export const completeAct = define({
  act: 'complete',
  command: 'CompleteRequest',
  title: 'Complete the request',
  submit: 'It is done',
  shape: visit => ({
    evidence: longTextField({ label: 'What shows it', required: 'Enter what shows that it is done' }),
    on: day(visit),
  }),
  start: startToday,
  fields:
    form => html`${textarea({ ...form.text('evidence'), label: 'What shows that it is done?', hint: 'Such as a completed job with its number, photographs, or what they told us.', rows: 4 })}
${dayShown(form)}`,
  make: ({ evidence, on }) => ({ kind: 'complete', evidence, on }),
  done: 'The request is completed.',
});

export const stopAct = define({
  act: 'stop',
  command: 'StopRequest',
  title: 'Stop the request',
  hint: 'A request goes on beside a complaint about it. It stops only where whoever asked for it says themselves that they want that.',
  submit: 'Stop it at their wish',
  submitKind: 'warning',
  shape: visit => ({
    wish: longTextField({ label: 'Their wish', required: 'Enter their wish, in their own words' }),
    'their-wish': tickField(),
    on: day(visit),
  }),
  check: values =>
    values['their-wish']
      ? []
      : [{ field: 'their-wish', text: 'Say that they asked for it to stop; otherwise the request goes on' }],
  start: startToday,
  fields:
    form => html`${textarea({ ...form.text('wish'), label: 'What did they say?', hint: 'In their own words.', rows: 3 })}
${checkboxes({
  ...form.choices('their-wish'),
  classes: 'govuk-checkboxes--small',
  items: [{ value: 'yes', text: 'They were asked, and want the request itself to stop' }],
})}
${dayShown(form)}`,
  make: ({ wish, on }) => ({ kind: 'stop', wish, on }),
  done: 'The request is stopped at their wish.',
});

export const againAct = define({
  act: 'take-up-again',
  command: 'TakeUpAgain',
  title: 'Take the request up again',
  submit: 'Take it up again',
  shape: visit => ({
    reason: longTextField({ label: 'Why', required: 'Enter why it is taken up again' }),
    on: day(visit),
  }),
  start: startToday,
  fields:
    form => html`${textarea({ ...form.text('reason'), label: 'Why is it taken up again?', hint: 'If they are not happy with how it was dealt with, log a complaint as well.', rows: 3 })}
${dayShown(form)}`,
  make: ({ reason, on }) => ({ kind: 'take-up-again', reason, on }),
  done: 'The request is open again.',
});
