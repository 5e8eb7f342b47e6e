/** What an MP or a councillor asks for the resident: with its own date, reply and copy, beside the complaint's letters (R22). */
import { newPerson } from '../../../application/new-person.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import type { Enquiry } from '../../../domain/complaint/duty-state.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { optionalDateField } from '../../forms/date-field.ts';
import { choiceField, emailField, lineField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { howItWent, howItWentRadios } from './how-it-went.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

export const recordEnquiryPage = actPage({
  act: 'record-enquiry',
  command: 'RecordEnquiry',
  title: () => 'Record an enquiry of an MP or councillor',
  hint: () =>
    'They need no signed form to ask. The answer has a date of its own, and discharges none of the letters owed to the resident.',
  submit: 'Record the enquiry',
  about: () => ({}),
  shape: context => ({
    from: choiceField(['mp', 'councillor'], 'Choose who asks'),
    name: lineField({ label: 'Name', required: 'Enter their name', max: 200 }),
    email: emailField({ label: 'Email' }),
    question: longTextField({ label: 'What they ask', required: 'Enter what they ask' }),
    due: optionalDateField({ label: 'The date they ask for', today: context.visit.today }),
    on: statedDay(context, 'The day of the enquiry'),
  }),
  start: todayIn,
  fields: form => html`${radios({
    ...form.choice('from'),
    classes: 'govuk-radios--inline',
    fieldset: { legend: 'Who asks?' },
    items: [
      { value: 'mp', text: 'A Member of Parliament' },
      { value: 'councillor', text: 'A councillor' },
    ],
  })}
<div class="rd-fields">${textInput({ ...form.text('name'), label: 'Their name', autocomplete: 'off' })}
${textInput({ ...form.text('email'), label: 'Their email', type: 'email', autocomplete: 'off', spellcheck: false })}</div>
${textarea({ ...form.text('question'), label: 'What do they ask?', rows: 4 })}
${statedDayBoxes(form, 'When did it reach us?')}
${dateInput({ ...form.date('due'), fieldset: { legend: 'By when do they ask for an answer, if they say so?' } })}`,
  make({ from, name, email, question, due, on }, { keep }) {
    const { personId, texts } = newPerson({ name, email: email || null, phone: null, address: null });
    const asked = {
      enquiryId: crypto.randomUUID(),
      on,
      from,
      personId,
      question: keep(question, 'enquiry'),
      dueOn: due,
    };
    return { commands: [{ type: 'RecordEnquiry', ...asked }], texts };
  },
  done: 'Enquiry recorded, with a date of its own.',
});

export const answerEnquiryPage = actPage({
  act: 'answer-enquiry',
  command: 'AnswerEnquiry',
  title: () => 'Record the answer to an enquiry',
  hint: context => {
    const enquiry = enquiryIn(context);
    if (enquiry === undefined) return 'There is no enquiry to answer.';
    const { file } = context;
    const question = file.texts[enquiry.question.textId] ?? '';
    return html`<p class="govuk-body">On ${sayDate(enquiry.on)} ${enquiry.from === 'mp' ? 'an MP' : 'a councillor'} asked: “${question}”</p>`;
  },
  submit: 'Record that it was handed over',
  about: context => ({ enquiryId: enquiryIn(context)?.enquiryId ?? '' }),
  subject: context => enquiryIn(context)?.enquiryId ?? null,
  shape: context => ({
    reply: longTextField({ label: 'The answer', required: 'Enter the answer as it was sent' }),
    copy: lineField({ label: 'Where the copy lies', max: 500 }),
    how: howItWent('Choose how it went'),
    on: statedDay(context, 'The day it went'),
  }),
  start: context => ({ ...todayIn(context), how: 'email' }),
  fields: form => html`${textarea({ ...form.text('reply'), label: 'The answer, as it was sent', rows: 6 })}
${textInput({ ...form.text('copy'), label: 'Where the letter itself lies, if it does not lie here', hint: 'For example a link into the document store.' })}
${howItWentRadios(form)}
${statedDayBoxes(form, 'When?')}`,
  make: ({ reply, copy, how, on }, { keep }, context) => ({
    type: 'AnswerEnquiry',
    enquiryId: enquiryIn(context)?.enquiryId ?? '',
    on,
    how,
    reply: keep(reply, 'enquiry'),
    copy: copy === '' ? null : keep(copy, 'enquiry'),
  }),
  done: 'Recorded. The letters owed to the resident stay owed.',
});

function enquiryIn({ visit, file }: ActContext): Enquiry | undefined {
  const open = file.state.enquiries.filter(one => one.answered === null);
  return open.find(one => one.enquiryId === visit.query['enquiry']) ?? open[0];
}
