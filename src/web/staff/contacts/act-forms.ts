/** The forms of a contact beside the decision: a danger, a word in private, a reply, praise passed on, a resident's own matter. */
import { londonTimeOf } from '../../../domain/calendar/dates.ts';
import { hazardOpen } from '../../../domain/contact/contact.ts';
import { isPublic } from '../../../domain/contact/decide.ts';
import { intakeRules } from '../../../domain/policy/intake-rules.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateValues } from '../../forms/date-field.ts';
import { choiceField, choicesField, lineField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { checkTime, momentOf, statedTime, statedTimeBox } from '../acts/stated-moment.ts';
import { type ContactForm, pastDay, reading } from './contact-form.ts';
import { dangerBoxes } from './log-form.ts';
import { passOnForm, replyForm } from './reply-forms.ts';
import { checkTriage, triageFields, triageFrom, triageShape } from './triage-form.ts';

const triageForm: ContactForm = {
  act: 'triage',
  title: 'Decide what it is',
  submit: 'Record the decision',
  open: ({ contact: { complaint, dissatisfaction, serviceRequest, replies } }) =>
    complaint === null && dissatisfaction === null && serviceRequest === null && replies.length === 0,
  folded: ({ contact }) => contact.triage !== null,
  start: () => ({}),
  fields: (form, visit, { person }) => triageFields(form, visit, person !== null),
  read: visit => reading(visit, triageShape(visit), triageFrom, checkTriage),
};

const noteDanger: ContactForm = {
  act: 'note-danger',
  title: 'Somebody is at risk, or there is a danger',
  submit: 'Record the danger',
  open: ({ contact }) => contact.hazard === null && contact.complaint === null,
  folded: ({ suggestions }) => !suggestions.some(one => one.suggests === 'hazard'),
  start: () => ({}),
  fields: (form, { landlord }) =>
    html`<p class="govuk-body">Whoever is on call then has to make it safe, whatever becomes of the rest.</p>${dangerBoxes(form, 'dangers', landlord)}`,
  read: visit => {
    const known = intakeRules(visit.landlord).hazards.map(one => one.id);
    const shape = { dangers: choicesField(known, 'Choose what the danger is') };
    return reading(visit, shape, ({ dangers }) => ({ kind: 'note-danger', kinds: dangers }));
  },
};

const settleDanger: ContactForm = {
  act: 'settle-danger',
  title: 'Record that it is safe',
  submit: 'Record it',
  open: ({ contact }) => hazardOpen(contact),
  start: (_file, { today, now }) => ({ ...dateValues('settled', today), time: londonTimeOf(now) }),
  fields: form => html`${radios({
    ...form.choice('found'),
    fieldset: { legend: 'What was found?' },
    items: [
      { value: 'made-safe', text: 'It was made safe' },
      { value: 'no-danger', text: 'There is no danger' },
    ],
  })}
${textarea({ ...form.text('settled-note'), label: 'What was done, or why there is no danger', rows: 3 })}
${dateInput({ ...form.date('settled'), fieldset: { legend: 'On what day?' } })}
${statedTimeBox(form)}`,
  read: visit => {
    const shape = {
      found: choiceField(['made-safe', 'no-danger'], 'Choose what was found'),
      'settled-note': longTextField({
        label: 'What was done',
        required: 'Say what was done, or why there is no danger',
        max: 4000,
      }),
      settled: pastDay(visit),
      time: statedTime(),
    };
    return reading(
      visit,
      shape,
      values => ({
        kind: 'settle-danger',
        ...{ outcome: values.found, note: values['settled-note'], at: momentOf(values.settled, values.time) },
      }),
      values => checkTime(values.time),
    );
  },
};

const privately: ContactForm = {
  act: 'private',
  title: 'Reach them in private',
  submit: 'Record it',
  open: ({ contact }, { landlord }) =>
    isPublic(contact.channel, landlord.policy) &&
    contact.complaint === null &&
    !contact.privateContacts.some(one => one.reached),
  start: (_file, { today }) => dateValues('private', today),
  fields: (form, { landlord }) => {
    const ways = landlord.policy.channels.filter(one => one.public !== true);
    return html`<p class="govuk-body">They told us where anybody can read it. Nothing of it is answered there: no name, no address, nothing of the matter. Reach them where nobody else reads it.</p>
${radios({
  ...form.choice('reached'),
  classes: 'govuk-radios--inline',
  fieldset: { legend: 'Were they reached?' },
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'Not yet' },
  ],
})}
<div class="rd-fields">${select({ ...form.choice('way'), label: 'How', items: [{ value: '', text: 'Choose' }, ...ways.map(({ id, label }) => ({ value: id, text: label }))] })}</div>
${textInput({ ...form.text('private-note'), label: 'What was said, or tried' })}
${dateInput({ ...form.date('private'), fieldset: { legend: 'When?' } })}`;
  },
  read: visit => {
    const ways = visit.landlord.policy.channels.filter(one => one.public !== true).map(one => one.id);
    const shape = {
      reached: choiceField(['yes', 'no'], 'Say whether they were reached'),
      way: choiceField(ways, 'Choose how'),
      'private-note': lineField({ label: 'What was said', required: 'Say what was said, or tried', max: 1000 }),
      private: pastDay(visit),
    };
    return reading(visit, shape, values => ({
      kind: 'private',
      ...{ on: values.private, channel: values.way, reached: values.reached === 'yes', note: values['private-note'] },
    }));
  },
};

const resident: ContactForm = {
  act: 'resident',
  title: 'Ask the resident about their own matter',
  submit: 'Record what they want',
  open: ({ contact }) =>
    contact.triage?.outcome === 'elected-enquiry' &&
    contact.resident === null &&
    contact.complaint === null &&
    contact.dissatisfaction === null,
  start: () => ({}),
  fields: form => html`${radios({
    ...form.choice('matter'),
    fieldset: { legend: 'What is the resident’s own matter?' },
    items: [
      {
        value: 'complaint',
        text: 'A complaint',
        hint: 'The next page logs it; the MP or councillor is answered beside it.',
      },
      { value: 'dissatisfaction', text: 'They are dissatisfied, and are to be offered a complaint' },
      { value: 'nothing', text: 'They have been asked and want nothing else' },
    ],
  })}
${textInput({ ...form.text('matter-why'), label: 'What they said, or why' })}`,
  read: visit =>
    reading(
      visit,
      {
        matter: choiceField(['complaint', 'dissatisfaction', 'nothing'], 'Choose what the resident’s own matter is'),
        'matter-why': lineField({ label: 'What they said', required: 'Say what they said, or why', max: 1000 }),
      },
      values => ({ kind: 'resident', as: values.matter, reasons: values['matter-why'] }),
    ),
};

/** In the order in which they stand on the page: safety first, then what is owed, then what can be decided anew. */
export const contactForms: readonly ContactForm[] = [
  settleDanger,
  privately,
  resident,
  replyForm,
  passOnForm,
  triageForm,
  noteDanger,
];
