/** The short form in which anybody on the staff writes down what somebody told them: as long as a telephone call leaves time for. */
import type { NewContact } from '../../../application/contacts.ts';
import type { LocalDate } from '../../../domain/calendar/dates.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { sayNeed } from '../../../domain/complaint/say-need.ts';
import { intakeRules } from '../../../domain/policy/intake-rules.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { details } from '../../components/govuk/details.ts';
import { fieldset } from '../../components/govuk/fieldset.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { optionalDateField, withinHolidays } from '../../forms/date-field.ts';
import {
  choiceField,
  choicesField,
  emailField,
  lineField,
  longTextField,
  optionalChoiceField,
} from '../../forms/fields.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import { allValues, oneValue } from '../../forms/raw-form.ts';
import type { FormValues } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import type { Visit } from '../../visit.ts';
import { firstTold, needKinds, onlyWhereEarlier, toldNow } from '../log/form.ts';
import { toldToItems, toldTos } from '../log/told-to.ts';

type Known = Pick<Visit, 'landlord' | 'today'>;

/** The fields; ways of telling us, who people are to us and dangers are lists of the packs. */
export function contactShape({ landlord, today }: Known) {
  const { policy, calendar } = landlord;
  const ids = (list: readonly { id: string }[]) => list.map(one => one.id);
  return {
    words: longTextField({ label: 'Their own words', required: 'Enter what they told you, in their own words' }),
    name: lineField({ label: 'Name', max: 200 }),
    phone: lineField({ label: 'Phone', max: 60 }),
    email: emailField({ label: 'Email' }),
    address: lineField({ label: 'Address', max: 300 }),
    postcode: lineField({ label: 'Postcode', max: 12 }),
    relationship: optionalChoiceField(ids(policy.complainants)),
    channel: choiceField(ids(policy.channels), 'Choose how they told us'),
    'first-told': firstTold,
    received: onlyWhereEarlier(
      optionalDateField({ ...withinHolidays('The day they first told anybody', calendar), today, when: 'past' }),
    ),
    'told-to': optionalChoiceField(toldTos),
    'at-risk': choiceField(['no', 'yes'], 'Say whether anybody is at risk'),
    dangers: choicesField(ids(intakeRules(landlord).hazards)),
    needs: choicesField(needKinds),
    'need-details': lineField({ label: 'What they need', max: 500 }),
  };
}

export type ContactValues = FormValues<ReturnType<typeof contactShape>>;

/** What must hold between the answers. */
export function checkContact(values: ContactValues): FormError[] {
  const errors: FormError[] = [];
  const wrong = (field: string, text: string): void => void errors.push({ field, text });
  if (values.name === '' && values.phone + values.email !== '')
    wrong('name', 'Enter what to call them, or take away how they are reached if they want no name kept');
  if (values['first-told'] === 'earlier' && values.received === null)
    wrong('received', 'Enter the day on which they first told anybody');
  if (values['first-told'] === 'earlier' && values['told-to'] === null) wrong('told-to', 'Choose whom they told first');
  if (values['at-risk'] === 'yes' && values.dangers.length === 0) wrong('dangers', 'Choose what the danger is');
  if (values['at-risk'] === 'no' && values.dangers.length > 0)
    wrong('at-risk', 'A danger is chosen: choose “Yes”, or take it away');
  if (values['need-details'] !== '' && values.needs.length === 0) wrong('needs', 'Choose what kind of need it is');
  return errors;
}

/** The contact that the answers make. */
export function contactFrom(values: ContactValues, today: LocalDate): NewContact {
  const now = values['first-told'] === 'now';
  const { name, email, phone, address, postcode } = values;
  return {
    toldOn: now ? today : (values.received ?? today),
    channel: values.channel,
    toldTo: now ? toldNow(values.channel) : (values['told-to'] ?? 'staff'),
    person: name === '' ? null : { name, email: email || null, phone: phone || null },
    relationship: values.relationship,
    home: address === '' ? null : { address, postcode: postcode || null },
    words: values.words,
    needs: values.needs.map(kind => ({ kind, detail: values['need-details'] || 'As chosen' })),
    dangers: values['at-risk'] === 'yes' ? values.dangers : null,
  };
}

/** The fields as they are shown. */
export function contactFields(form: FormView, visit: Visit): Html {
  return html`${textarea({
    ...form.text('words'),
    label: 'What they told you',
    hint: 'In their own words, as they said or wrote it. These words are never altered.',
    rows: 5,
  })}
${risk(form, visit)}${whoAndWhere(form, visit)}${how(form, visit)}
${details({
  summary: 'They need something done differently',
  open: allValues(form.raw, 'needs').length > 0 || oneValue(form.raw, 'need-details') !== '',
  content: html`${checkboxes({
    ...form.choices('needs'),
    classes: 'govuk-checkboxes--small rd-choice-row',
    fieldset: { legend: 'Adjustments and support' },
    items: needKinds.map(kind => ({ value: kind, text: sayNeed(kind) })),
  })}${textInput({ ...form.text('need-details'), label: 'What they need, in a few words' })}`,
})}`;
}

function risk(form: FormView, { landlord }: Visit): Html {
  return radios({
    ...form.choice('at-risk'),
    fieldset: { legend: 'Is anybody at risk, or is there a danger in or around the home?' },
    items: [
      { value: 'no', text: 'No' },
      {
        value: 'yes',
        text: 'Yes',
        hint: 'Whoever is on call has to make it safe, whatever becomes of the rest. If somebody is in danger now, call 999 first.',
        conditional: dangerBoxes(form, 'dangers', landlord),
      },
    ],
  });
}

/** The dangers of the pack to choose from. */
export function dangerBoxes(form: FormView, name: string, landlord: Visit['landlord']): Html {
  return checkboxes({
    ...form.choices(name),
    classes: 'govuk-checkboxes--small rd-choice-row',
    fieldset: { legend: 'What is the danger?' },
    items: intakeRules(landlord).hazards.map(({ id, label }) => ({ value: id, text: label })),
  });
}

function whoAndWhere(form: FormView, { landlord }: Visit): Html {
  const people = landlord.policy.complainants.map(({ id, label }) => ({ value: id, text: label }));
  return fieldset({
    legend: { text: 'Who told you, and where it is', classes: 'govuk-fieldset__legend--m' },
    content: html`<p class="govuk-hint">Leave out what you were not told. Somebody who gives no name is heard all the same.</p>
<div class="rd-fields">${textInput({ ...form.text('name'), label: 'Name', autocomplete: 'off' })}
${select({ ...form.choice('relationship'), label: 'Who they are to us', items: [{ value: '', text: 'Not known' }, ...people] })}</div>
<div class="rd-fields">${textInput({ ...form.text('phone'), label: 'Phone', type: 'tel', autocomplete: 'off' })}
${textInput({ ...form.text('email'), label: 'Email', type: 'email', autocomplete: 'off', spellcheck: false })}</div>
<div class="rd-fields">${textInput({ ...form.text('address'), label: 'Address, or the place it is about', autocomplete: 'off' })}
${textInput({ ...form.text('postcode'), label: 'Postcode', autocomplete: 'off' })}</div>`,
  });
}

function how(form: FormView, { landlord, today }: Visit): Html {
  const channels = landlord.policy.channels.map(({ id, label }) => ({ value: id, text: label }));
  const earlier = html`${dateInput({ ...form.date('received'), fieldset: { legend: 'The day they first told anybody' } })}
${select({ ...form.choice('told-to'), label: 'Whom they told first', items: toldToItems })}`;
  return fieldset({
    legend: { text: 'How and when', classes: 'govuk-fieldset__legend--m' },
    content: html`${select({ ...form.choice('channel'), label: 'How they told us', items: [{ value: '', text: 'Choose' }, ...channels] })}
${radios({
  ...form.choice('first-told'),
  fieldset: { legend: 'When did they first tell anybody here, or a contractor?' },
  items: [
    { value: 'now', text: `Today, ${sayDate(today)}` },
    { value: 'earlier', text: 'Earlier, perhaps to somebody else', conditional: earlier },
  ],
})}`,
  });
}
