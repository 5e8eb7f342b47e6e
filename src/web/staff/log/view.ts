/** The form for logging a complaint: what every complaint needs first, what some need behind a fold each. */
import type { StaffChoice } from '../../../application/staff-choices.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { sayNeed } from '../../../domain/complaint/say-need.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { details } from '../../components/govuk/details.ts';
import { fieldset } from '../../components/govuk/fieldset.ts';
import { radios } from '../../components/govuk/radios.ts';
import { type SelectItem, select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { enterPresses } from '../../components/redress/known-finder.ts';
import type { FormView } from '../../forms/form-view.ts';
import { oneValue } from '../../forms/raw-form.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { finderIn } from '../find/step.ts';
import { flagWords, needKinds } from './form.ts';
import { toldToItems } from './told-to.ts';

const big = 'govuk-fieldset__legend--m';

/** All fields of the form. `staff`: who works here, for complaints about one of them. */
export function logFields(form: FormView, visit: Visit, staff: readonly StaffChoice[], found: Html | null): Html {
  const record = oneValue(form.raw, 'dissatisfaction');
  const contact = oneValue(form.raw, 'contact');
  const request = oneValue(form.raw, 'service-request');
  const from = html`${record !== '' && html`<input type="hidden" name="dissatisfaction" value="${record}">`}${
    contact !== '' && html`<input type="hidden" name="contact" value="${contact}">`
  }${request !== '' && html`<input type="hidden" name="service-request" value="${request}">`}`;
  return html`${enterPresses()}${from}${words(form, contact !== '')}${whoComplains(form, visit, found)}${when(form, visit)}${about(form, visit)}${folds(form, staff)}`;
}

/** Their words; those of a contact are kept already, and stand as they were written down. */
function words(form: FormView, kept: boolean): Html {
  if (kept) {
    const said = oneValue(form.raw, 'words');
    return html`<input type="hidden" name="words" value="${said}"><h2 class="govuk-heading-m">What they told us</h2>
<blockquote class="rd-words">${said}</blockquote>`;
  }
  return textarea({
    ...form.text('words'),
    label: 'What they told us',
    hint: 'In their own words, as they said or wrote it. These words are never altered.',
    rows: 6,
  });
}

function whoComplains(form: FormView, { landlord }: Visit, found: Html | null): Html {
  const { complainants } = landlord.policy;
  return html`${fieldset({
    legend: { text: 'Who complains', classes: big },
    content: html`${finderIn(form, found)}
<div class="rd-fields">${textInput({ ...form.text('name'), label: 'Name', autocomplete: 'off' })}
${select({ ...form.choice('relationship'), label: 'Who they are to us', items: chooseFrom(complainants.filter(one => one.mayComplain)) })}</div>
<div class="rd-fields">${textInput({ ...form.text('phone'), label: 'Phone', type: 'tel', autocomplete: 'off' })}
${textInput({ ...form.text('email'), label: 'Email', type: 'email', autocomplete: 'off', spellcheck: false })}</div>
<div class="rd-fields">${textInput({ ...form.text('address'), label: 'Address of the home it is about', autocomplete: 'off' })}
${textInput({ ...form.text('postcode'), label: 'Postcode', autocomplete: 'off' })}</div>`,
  })}`;
}

function when(form: FormView, { landlord, today }: Visit): Html {
  const earlier = html`${dateInput({
    ...form.date('received'),
    fieldset: { legend: 'The day they first told anybody' },
    hint: 'The day counts on which dissatisfaction was first voiced to any member of staff or contractor, also if nobody called it a complaint.',
  })}
${select({
  ...form.choice('told-to'),
  label: 'Whom they told first',
  items: toldToItems,
})}`;
  return html`${fieldset({
    legend: { text: 'How and when they told us', classes: big },
    content: html`${select({ ...form.choice('channel'), label: 'How they told us', items: chooseFrom(landlord.policy.channels) })}
${radios({
  ...form.choice('first-told'),
  fieldset: { legend: 'When did they first tell anybody?' },
  items: [
    { value: 'now', text: `Today, ${sayDate(today)}` },
    { value: 'earlier', text: 'Earlier, perhaps to somebody else', conditional: earlier },
  ],
})}`,
  })}`;
}

function about(form: FormView, { landlord }: Visit): Html {
  const { categories, serviceAreas } = landlord.policy;
  return html`${fieldset({
    legend: { text: 'What it is about', classes: big },
    content: html`<div class="rd-fields">${select({ ...form.choice('category'), label: 'Category', items: chooseFrom(categories) })}
${select({ ...form.choice('service-area'), label: 'Service', items: chooseFrom(serviceAreas) })}
${textInput({ ...form.text('contractor'), label: 'Contractor, if any', autocomplete: 'off' })}</div>
${radios({
  ...form.choice('at-risk'),
  classes: 'govuk-radios--inline',
  fieldset: { legend: 'Is anybody at risk now?' },
  hint: 'A danger to somebody’s safety goes to the top of every list, with something to do at once.',
  items: [
    { value: 'no', text: 'No' },
    { value: 'yes', text: 'Yes' },
  ],
})}`,
  })}`;
}

function folds(form: FormView, staff: readonly StaffChoice[]): Html {
  return html`${details({
    summary: 'Somebody complains for them',
    open: isUsed(form, 'rep-name', 'rep-phone', 'rep-email', 'rep-authority', 'rep-evidence'),
    content: representative(form),
  })}
${details({
  summary: 'They need something done differently',
  open: isUsed(form, 'needs', 'need-details'),
  content: html`${checkboxes({
    ...form.choices('needs'),
    classes: 'govuk-checkboxes--small rd-choice-row',
    fieldset: { legend: 'Adjustments and support' },
    items: needKinds.map(kind => ({ value: kind, text: sayNeed(kind) })),
  })}${textInput({ ...form.text('need-details'), label: 'What they need, in a few words' })}`,
})}
${details({
  summary: 'It is sensitive, or about somebody who works here',
  open: isUsed(form, 'flags', 'about-1', 'about-2'),
  content: sensitive(form, staff),
})}`;
}

function representative(form: FormView): Html {
  return html`<p class="govuk-body-s">The complaint counts from now. Until their authority is seen, letters go to the resident and nothing is disclosed to anybody else.</p>
${textInput({ ...form.text('rep-name'), label: 'Their name', autocomplete: 'off' })}
<div class="rd-fields">${textInput({ ...form.text('rep-phone'), label: 'Their phone', type: 'tel', autocomplete: 'off' })}
${textInput({ ...form.text('rep-email'), label: 'Their email', type: 'email', autocomplete: 'off', spellcheck: false })}</div>
${checkboxes({
  ...form.choices('rep-authority'),
  classes: 'govuk-checkboxes--small',
  items: [
    {
      value: 'seen',
      text: 'We have seen that they may act for the resident',
      conditional: textInput({ ...form.text('rep-evidence'), label: 'What shows it' }),
    },
  ],
})}`;
}

function sensitive(form: FormView, staff: readonly StaffChoice[]): Html {
  const people = [
    { value: '', text: 'Nobody' },
    ...staff.map(({ personId, name, role }) => ({ value: personId, text: `${name}, ${role}` })),
  ];
  return html`${checkboxes({
    ...form.choices('flags'),
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: 'It involves' },
    hint: 'The policy may send such complaints to somebody senior.',
    items: Object.entries(flagWords).map(([value, text]) => ({ value, text })),
  })}
${select({ ...form.choice('about-1'), label: 'Who is complained of', hint: 'They take no part in it.', items: people })}
${select({ ...form.choice('about-2'), label: 'And', items: people })}`;
}

/** Whether something stands in one of the fields, or is wrong there: then its fold is open. */
function isUsed(form: FormView, ...names: readonly string[]): boolean {
  return names.some(name => oneValue(form.raw, name) !== '' || form.error(name) !== undefined);
}

function chooseFrom(list: readonly { id: string; label: string }[]): SelectItem[] {
  return [{ value: '', text: 'Choose' }, ...list.map(({ id, label }) => ({ value: id, text: label }))];
}

/** What a complaint is, beside the form: nobody has to have called it one (MAG-12, MGL-03). */
export function whatIsAComplaint({ landlord }: Visit): Html {
  const { definition } = landlord.policy;
  return html`<aside class="rd-split__side"><section class="rd-card" aria-labelledby="what-is">
<h2 class="rd-card__title" id="what-is">What is a complaint?</h2>
<p class="govuk-body-s">${definition.quotation ?? definition.says}</p>
<p class="govuk-body-s rd-quiet-text">${definition.clause}</p></section>
<section class="rd-card" aria-labelledby="not-yet"><h2 class="rd-card__title" id="not-yet">Not sure they want to complain?</h2>
<p class="govuk-body-s">Whoever is dissatisfied is offered the choice. <a class="govuk-link" href="${paths.dissatisfactionNew()}">Record dissatisfaction and the offer</a>, also from an answer to a survey.</p>
<p class="govuk-body-s"><a class="govuk-link" href="${paths.dissatisfaction()}">Dissatisfaction that is still open</a></p></section>
<section class="rd-card" aria-labelledby="first-report"><h2 class="rd-card__title" id="first-report">Something to be put right?</h2>
<p class="govuk-body-s">Asked for the first time, it is no complaint. <a class="govuk-link" href="${paths.serviceRequestNew()}">Record a service request</a></p></section></aside>`;
}
