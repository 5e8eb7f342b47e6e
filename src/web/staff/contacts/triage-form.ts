/** The form in which a person decides what a contact is, with reasons. Nothing is chosen beforehand: what was suggested decides nothing. */
import type { TriageAct } from '../../../application/contact-acts.ts';
import { FEEDBACK_KINDS, TRIAGE_OUTCOMES, type TriageOutcome } from '../../../domain/contact/events.ts';
import { bodiesOn } from '../../../domain/contact/reply.ts';
import { causesOf } from '../../../domain/policy/causes.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { optionalDateField } from '../../forms/date-field.ts';
import {
  choiceField,
  choicesField,
  emailField,
  type FormField,
  lineField,
  longTextField,
  optionalChoiceField,
} from '../../forms/fields.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import { oneValue } from '../../forms/raw-form.ts';
import type { FormValues } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import type { Visit } from '../../visit.ts';
import { feedbackWords, outcomeWords } from './words.ts';

const ids = (list: readonly { id: string }[]) => list.map(one => one.id);

/** What stands in a field of another decision than the one that was chosen is no answer. */
function onlyFor<T>(outcome: TriageOutcome, field: FormField<T>): FormField<T> {
  return { ...field, pick: (raw, name) => field.pick(oneValue(raw, 'outcome') === outcome ? raw : new Map(), name) };
}

/** The fields of the decision and of what follows from each. */
export function triageShape({ landlord, today }: Visit) {
  const { policy } = landlord;
  return {
    outcome: choiceField(TRIAGE_OUTCOMES, 'Choose what it is'),
    'request-area': optionalChoiceField(ids(policy.serviceAreas)),
    'request-safety': optionalChoiceField(['no', 'yes']),
    request: optionalChoiceField(['no', 'yes']),
    'feedback-kind': optionalChoiceField(FEEDBACK_KINDS),
    category: optionalChoiceField(ids(policy.categories)),
    'service-area': optionalChoiceField(ids(policy.serviceAreas)),
    theme: optionalChoiceField(ids(causesOf(landlord))),
    from: optionalChoiceField(['mp', 'councillor']),
    'elected-name': lineField({ label: 'Their name', max: 200 }),
    'elected-email': onlyFor('elected-enquiry', emailField({ label: 'Their email' })),
    'answer-by': onlyFor('elected-enquiry', optionalDateField({ label: 'The date they ask for', today })),
    bodies: choicesField(bodiesOn(policy, today).map(one => one.body)),
    other: lineField({ label: 'Somebody else', max: 300 }),
    reasons: longTextField({ label: 'Your reasons', required: 'Say in a sentence why', max: 2000 }),
  };
}

export type TriageValues = FormValues<ReturnType<typeof triageShape>>;

/** What each decision asks for besides. */
export function checkTriage(values: TriageValues): FormError[] {
  const { outcome } = values;
  const wrong = (field: string, text: string): FormError[] => [{ field, text }];
  if (outcome === 'service-request')
    return [
      ...(values['request-area'] === null ? wrong('request-area', 'Choose the service that it is for') : []),
      ...(values['request-safety'] === null ? wrong('request-safety', 'Say whether it is about health or safety') : []),
    ];
  if (outcome === 'dissatisfaction' && values.request === null)
    return wrong('request', 'Say whether it is about how a request was dealt with');
  if (outcome === 'feedback' && values['feedback-kind'] === null)
    return wrong('feedback-kind', 'Choose what kind of feedback it is');
  if (outcome === 'elected-enquiry')
    return [
      ...(values.from === null ? wrong('from', 'Choose who asks') : []),
      ...(values['elected-name'] === '' ? wrong('elected-name', 'Enter the name of the MP or councillor') : []),
    ];
  if (outcome === 'not-ours' && values.bodies.length === 0 && values.other === '')
    return wrong('other', 'Choose or enter who can help them instead');
  return [];
}

/** The decision that the answers make. */
export function triageFrom(values: TriageValues): TriageAct {
  const { outcome, reasons, request, from } = values;
  const kind = values['feedback-kind'];
  return {
    kind: 'triage',
    ...{ outcome, reasons },
    aboutServiceRequest: outcome === 'dissatisfaction' && request === 'yes',
    feedback:
      outcome !== 'feedback' || kind === null
        ? null
        : { kind, category: values.category, serviceArea: values['service-area'], theme: values.theme },
    enquiry:
      outcome !== 'elected-enquiry' || from === null
        ? null
        : {
            ...{ from, dueOn: values['answer-by'], phone: null },
            ...{ name: values['elected-name'], email: values['elected-email'] || null },
          },
    request: requestIn(values),
    elsewhere: outcome === 'not-ours' ? { bodies: values.bodies, other: values.other || null } : null,
  };
}

function requestIn(values: TriageValues): TriageAct['request'] {
  const serviceArea = values['request-area'];
  if (values.outcome !== 'service-request' || serviceArea === null) return null;
  return { serviceArea, healthAndSafety: values['request-safety'] === 'yes' };
}

/** The fields as they are shown. `named`: they gave their name. */
export function triageFields(form: FormView, visit: Visit, named: boolean): Html {
  const { landlord } = visit;
  return html`${radios({
    ...form.choice('outcome'),
    fieldset: { legend: { text: 'What is it?', classes: 'govuk-fieldset__legend--m' } },
    items: [
      named && {
        value: 'service-request',
        text: outcomeWords['service-request'],
        hint: 'They ask for something to be put right, for the first time, and are not unhappy with what we did.',
        conditional: aboutService(form, visit),
      },
      {
        value: 'complaint',
        text: 'A complaint, also where it was put right at once: the next page logs it, with what is known filled in',
      },
      named && {
        value: 'dissatisfaction',
        text: outcomeWords.dissatisfaction,
        hint: 'They are not happy and have not said that they want to complain.',
        conditional: aboutRequest(form),
      },
      {
        value: 'feedback',
        text: 'Feedback: it keeps no clock, and is counted',
        conditional: feedback(form, visit),
      },
      named && { value: 'elected-enquiry', text: outcomeWords['elected-enquiry'], conditional: elected(form) },
      {
        value: 'data-protection',
        text: outcomeWords['data-protection'],
        hint: 'It has times of its own. If they are dissatisfied with a service too, that is a complaint: log it besides.',
      },
      {
        value: 'refused',
        text: outcomeWords.refused,
        hint: 'It is logged, and the page after that asks for the ground. They get a letter with the reasons and their rights.',
      },
      { value: 'not-ours', text: outcomeWords['not-ours'], conditional: elsewhere(form, landlord, visit) },
    ],
  })}
${textarea({ ...form.text('reasons'), label: 'Why?', hint: 'A sentence that somebody else understands a year from now.', rows: 2 })}`;
}

function aboutService(form: FormView, { landlord }: Visit): Html {
  const areas = landlord.policy.serviceAreas.map(({ id, label }) => ({ value: id, text: label }));
  return html`${select({ ...form.choice('request-area'), label: 'Which service?', items: [{ value: '', text: 'Choose' }, ...areas] })}
${radios({
  ...form.choice('request-safety'),
  classes: 'govuk-radios--small govuk-radios--inline',
  fieldset: { legend: 'Is it about health or safety?' },
  items: [
    { value: 'no', text: 'No' },
    { value: 'yes', text: 'Yes: it is looked at each working day, and nobody may stop it' },
  ],
})}`;
}

function aboutRequest(form: FormView): Html {
  return radios({
    ...form.choice('request'),
    classes: 'govuk-radios--small',
    fieldset: { legend: 'Is it about how we dealt with a request for a service, or our answer to one?' },
    items: [
      { value: 'no', text: 'No' },
      { value: 'yes', text: 'Yes: then it is a complaint, and nothing is offered' },
    ],
  });
}

function feedback(form: FormView, { landlord }: Visit): Html {
  const { categories, serviceAreas } = landlord.policy;
  const choose = (list: readonly { id: string; label: string }[]) => [
    { value: '', text: 'Not said' },
    ...list.map(({ id, label }) => ({ value: id, text: label })),
  ];
  return html`${radios({
    ...form.choice('feedback-kind'),
    classes: 'govuk-radios--small',
    fieldset: { legend: 'What kind?' },
    items: FEEDBACK_KINDS.map(kind => ({ value: kind, text: feedbackWords[kind] })),
  })}
<div class="rd-fields">${select({ ...form.choice('category'), label: 'About', items: choose(categories) })}
${select({ ...form.choice('service-area'), label: 'Service', items: choose(serviceAreas) })}
${select({ ...form.choice('theme'), label: 'What is behind it', items: choose(causesOf(landlord)) })}</div>`;
}

function elected(form: FormView): Html {
  return html`${radios({
    ...form.choice('from'),
    classes: 'govuk-radios--small govuk-radios--inline',
    fieldset: { legend: 'Who asks?' },
    items: [
      { value: 'mp', text: 'An MP' },
      { value: 'councillor', text: 'A councillor' },
    ],
  })}
<div class="rd-fields">${textInput({ ...form.text('elected-name'), label: 'Their name', autocomplete: 'off' })}
${textInput({ ...form.text('elected-email'), label: 'Their email', type: 'email', autocomplete: 'off', spellcheck: false })}</div>
${dateInput({ ...form.date('answer-by'), fieldset: { legend: 'By when do they ask for an answer?' }, hint: 'Leave empty if they name no date.' })}
<p class="govuk-body-s">The resident is asked about their own matter as well: an answer to somebody else takes none of their rights.</p>`;
}

function elsewhere(form: FormView, { policy }: Visit['landlord'], { today }: Visit): Html {
  return html`${checkboxes({
    ...form.choices('bodies'),
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: 'Who can help them?' },
    items: bodiesOn(policy, today).map(({ body, name, appliesTo }) => ({ value: body, text: name, hint: appliesTo })),
  })}
${textInput({ ...form.text('other'), label: 'Somebody else, and how they are reached' })}`;
}
