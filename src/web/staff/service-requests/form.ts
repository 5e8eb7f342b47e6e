/** What is asked when somebody requests a service: who, where, what in their own words, and who sees to it. */
import type { NewServiceRequest } from '../../../application/service-requests.ts';
import { type StaffChoice, staffChoices } from '../../../application/staff-choices.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { type SelectItem, select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, withinHolidays } from '../../forms/date-field.ts';
import { choiceField, emailField, lineField, longTextField, optionalChoiceField } from '../../forms/fields.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import type { FormValues } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import type { Visit } from '../../visit.ts';

/** The fields; ways of telling us and service areas are the landlord's own lists. */
export function requestShape({ landlord, today }: Visit) {
  const { channels, serviceAreas } = landlord.policy;
  return {
    words: longTextField({ label: 'What they asked for', required: 'Enter what they asked for, in their own words' }),
    name: lineField({ label: 'Name', required: 'Enter who asked', max: 200 }),
    phone: lineField({ label: 'Phone', max: 60 }),
    email: emailField({ label: 'Email' }),
    address: lineField({ label: 'Address', max: 300 }),
    postcode: lineField({ label: 'Postcode', max: 12 }),
    channel: choiceField(
      channels.map(one => one.id),
      'Choose how they asked',
    ),
    asked: dateField({
      ...withinHolidays('The day they asked', landlord.calendar),
      required: 'Enter the day they asked',
      today,
      when: 'past',
    }),
    'service-area': choiceField(
      serviceAreas.map(one => one.id),
      'Choose which service it is for',
    ),
    contractor: lineField({ label: 'Contractor', max: 200 }),
    safety: choiceField(['yes', 'no'], 'Say whether it is about health and safety'),
    'housing-system': lineField({ label: 'Housing system', max: 100 }),
    'housing-reference': lineField({ label: 'Reference there', max: 200 }),
    owner: optionalChoiceField(staffChoices(landlord).map(one => one.personId)),
  };
}

export type RequestValues = FormValues<ReturnType<typeof requestShape>>;

/** What must hold between the answers. */
export function checkRequest(values: RequestValues): FormError[] {
  const errors: FormError[] = [];
  const reached = values.phone + values.email + values.address;
  if (reached === '')
    errors.push({
      field: 'phone',
      text: 'Give a phone number, an email address or an address, so that we can answer them',
    });
  return [...errors, ...checkPlace(values)];
}

/** Where the work is kept is both, the system and what it is called there, or neither. */
export function checkPlace(values: { 'housing-system': string; 'housing-reference': string }): FormError[] {
  const { 'housing-system': system, 'housing-reference': reference } = values;
  if (system !== '' && reference === '')
    return [{ field: 'housing-reference', text: 'Enter what it is called in that system' }];
  if (system === '' && reference !== '')
    return [{ field: 'housing-system', text: 'Enter which system that reference is from' }];
  return [];
}

/** The request that the answers make. */
export function requestFrom(values: RequestValues): NewServiceRequest {
  const { 'housing-system': system, 'housing-reference': reference } = values;
  return {
    askedOn: values.asked,
    channel: values.channel,
    person: { name: values.name, email: values.email || null, phone: values.phone || null, knownAs: null },
    home: values.address === '' ? null : { address: values.address, postcode: values.postcode || null },
    words: values.words,
    serviceArea: values['service-area'],
    contractor: values.contractor || null,
    healthAndSafety: values.safety === 'yes',
    housing: system === '' ? null : { system, reference },
    ownerId: values.owner,
  };
}

/** The fields as they are shown. */
export function requestFields(form: FormView, visit: Visit): Html {
  const { policy } = visit.landlord;
  return html`${textarea({
    ...form.text('words'),
    label: 'What they asked for',
    hint: 'In their own words, as they said or wrote it. These words are never altered.',
    rows: 4,
  })}
<div class="rd-fields">${textInput({ ...form.text('name'), label: 'Who asked', autocomplete: 'off' })}
${textInput({ ...form.text('phone'), label: 'Phone', type: 'tel', autocomplete: 'off' })}
${textInput({ ...form.text('email'), label: 'Email', type: 'email', autocomplete: 'off', spellcheck: false })}</div>
<div class="rd-fields">${textInput({ ...form.text('address'), label: 'Home it is for', autocomplete: 'off' })}
${textInput({ ...form.text('postcode'), label: 'Postcode', classes: 'govuk-input--width-10', autocomplete: 'off', spellcheck: false })}</div>
<div class="rd-fields">${select({ ...form.choice('channel'), label: 'How they asked', items: chooseFrom(policy.channels) })}
${select({ ...form.choice('service-area'), label: 'Service', items: chooseFrom(policy.serviceAreas) })}
${textInput({ ...form.text('contractor'), label: 'Contractor, if any', autocomplete: 'off' })}</div>
${dateInput({ ...form.date('asked'), fieldset: { legend: 'The day they asked' } })}
${radios({
  ...form.choice('safety'),
  classes: 'govuk-radios--inline',
  fieldset: { legend: 'Is it about health and safety?' },
  hint: 'It is then looked at each working day, and goes on whatever becomes of a complaint. In an emergency act first, and record it afterwards.',
  items: [
    { value: 'no', text: 'No' },
    { value: 'yes', text: 'Yes' },
  ],
})}
${placeFields(form)}
${ownerField(form, staffChoices(visit.landlord))}`;
}

/** Where the work itself is kept. */
export function placeFields(form: FormView): Html {
  return html`<div class="rd-fields">${textInput({ ...form.text('housing-system'), label: 'Housing system, if it is there already', autocomplete: 'off' })}
${textInput({ ...form.text('housing-reference'), label: 'What it is called there', hint: 'Such as a job number.', autocomplete: 'off', spellcheck: false })}</div>`;
}

/** Who sees to it; nobody's name puts it into the team's queue. */
export function ownerField(form: FormView, staff: readonly StaffChoice[]): Html {
  return select({
    ...form.choice('owner'),
    label: 'Who sees to it',
    hint: 'Without a name it waits in the team’s queue until somebody takes it.',
    items: [
      { value: '', text: 'Nobody yet: the team’s queue' },
      ...staff.map(({ personId, name, role }) => ({ value: personId, text: `${name}, ${role}` })),
    ],
  });
}

function chooseFrom(list: readonly { id: string; label: string }[]): SelectItem[] {
  return [{ value: '', text: 'Choose' }, ...list.map(({ id, label }) => ({ value: id, text: label }))];
}
