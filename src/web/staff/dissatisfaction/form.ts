/** What is asked when dissatisfaction is recorded that is not, or not yet, a complaint. */
import type { NewDissatisfaction } from '../../../application/dissatisfaction.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, withinHolidays } from '../../forms/date-field.ts';
import { choiceField, emailField, lineField, longTextField } from '../../forms/fields.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import type { FormValues } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import type { Visit } from '../../visit.ts';
import { toldToItems, toldTos } from '../log/told-to.ts';

/** The fields; ways of telling us are the landlord's own list. */
export function dissatisfactionShape({ landlord, today }: Visit) {
  return {
    words: longTextField({ label: 'Their own words', required: 'Enter what they told us, in their own words' }),
    name: lineField({ label: 'Name', required: 'Enter who told us', max: 200 }),
    phone: lineField({ label: 'Phone', max: 60 }),
    email: emailField({ label: 'Email' }),
    source: choiceField(['contact', 'survey'], 'Choose where it was said'),
    channel: choiceField(
      landlord.policy.channels.map(one => one.id),
      'Choose how they told us',
    ),
    'told-to': choiceField(toldTos, 'Choose whom they told'),
    told: dateField({
      ...withinHolidays('The day they told us', landlord.calendar),
      required: 'Enter the day they told us',
      today,
      when: 'past',
    }),
    request: choiceField(['yes', 'no'], 'Say whether it is about how a request was dealt with'),
    offer: choiceField(['yes', 'no', 'no-answer', 'not-offered'], 'Choose what came of offering a complaint'),
  };
}

export type DissatisfactionValues = FormValues<ReturnType<typeof dissatisfactionShape>>;

/** What must hold between the answers: nobody can be offered anything whom we cannot reach. */
export function checkDissatisfaction({ phone, email, offer }: DissatisfactionValues): FormError[] {
  if (phone !== '' || email !== '' || offer === 'yes') return [];
  return [
    {
      field: 'phone',
      text: 'Give a phone number or an email address, so that we can make the offer and write to them',
    },
  ];
}

/** The record that the answers make. */
export function dissatisfactionFrom(values: DissatisfactionValues): NewDissatisfaction {
  return {
    source: values.source,
    toldOn: values.told,
    channel: values.channel,
    toldTo: values['told-to'],
    person: { name: values.name, email: values.email || null, phone: values.phone || null },
    words: values.words,
    aboutServiceRequest: values.request === 'yes',
    offer: values.offer === 'not-offered' ? null : values.offer,
  };
}

/** The fields as they are shown. */
export function dissatisfactionFields(form: FormView, { landlord }: Visit): Html {
  const channels = landlord.policy.channels.map(({ id, label }) => ({ value: id, text: label }));
  return html`${textarea({
    ...form.text('words'),
    label: 'What they told us',
    hint: 'In their own words, as they said or wrote it. These words are never altered.',
    rows: 5,
  })}
<div class="rd-fields">${textInput({ ...form.text('name'), label: 'Who told us', autocomplete: 'off' })}
${textInput({ ...form.text('phone'), label: 'Phone', type: 'tel', autocomplete: 'off' })}
${textInput({ ...form.text('email'), label: 'Email', type: 'email', autocomplete: 'off', spellcheck: false })}</div>
${radios({
  ...form.choice('source'),
  classes: 'govuk-radios--inline',
  fieldset: { legend: 'Where was it said?' },
  items: [
    { value: 'contact', text: 'In a contact with us' },
    { value: 'survey', text: 'In an answer to a survey' },
  ],
})}
<div class="rd-fields">${select({ ...form.choice('channel'), label: 'How they told us', items: [{ value: '', text: 'Choose' }, ...channels] })}
${select({
  ...form.choice('told-to'),
  label: 'Whom they told',
  items: toldToItems,
})}</div>
${dateInput({ ...form.date('told'), fieldset: { legend: 'The day they told us' }, hint: 'If it becomes a complaint, it was received that day.' })}
${whatItIs(form)}`;
}

/** Whether it is a complaint already, and what came of the offer. */
function whatItIs(form: FormView): Html {
  return html`${radios({
    ...form.choice('request'),
    classes: 'govuk-radios--inline',
    fieldset: { legend: 'Is it about how we dealt with a request for a service, or our answer to one?' },
    hint: 'Then it is a complaint already, and the next page logs it with what you typed. A first report of something to be put right is neither.',
    items: [
      { value: 'no', text: 'No' },
      { value: 'yes', text: 'Yes' },
    ],
  })}
${radios({
  ...form.choice('offer'),
  fieldset: { legend: 'Were they offered the choice to complain?' },
  items: [
    { value: 'yes', text: 'Yes, and they want to complain', hint: 'The next page logs it.' },
    { value: 'no', text: 'Yes, and they do not want to', hint: 'How to complain later goes to them in writing.' },
    { value: 'no-answer', text: 'Yes, and they have not answered yet' },
    { value: 'not-offered', text: 'Not yet' },
  ],
})}`;
}
