import type { RecordFile } from '../../../application/queries/dissatisfaction.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import { sayObligation } from '../../../domain/complaint/in-words.ts';
import { isOpen, type Obligation } from '../../../domain/complaint/obligation.ts';
import { owedOn } from '../../../domain/dissatisfaction/owed.ts';
import { button } from '../../components/govuk/button.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { sealFields } from '../../forms/form-page.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { howItWentRadios } from '../acts/how-it-went.ts';
import { toneOf } from '../case/case-head.ts';
import { labelOf } from '../case/parts.ts';

export type RecordProps = {
  file: RecordFile;
  visit: Visit;
  /** The form that is open now; null where there is none. */
  asked: Html | null;
  above: Html | undefined;
};

/** The record: who said what and when, what is owed now, and the form for it. */
export function recordView({ file, visit, asked, above }: RecordProps): Html {
  const { record, person, words } = file;
  const open = owedOn(record, visit.landlord).filter(isOpen);
  return html`<span class="govuk-caption-l">Dissatisfaction</span>
<h1 class="govuk-heading-l">${person.name}</h1>
${above}
<blockquote class="rd-words">${words ?? 'Their words were disposed of.'}</blockquote>
${facts(file, visit)}
${open.length > 0 && html`<h2 class="govuk-heading-m">What is owed now</h2><ul class="govuk-list">${open.map(one => owedLine(one, visit))}</ul>`}
${record.became !== null && html`<p class="govuk-body">It became the complaint <a class="govuk-link" href="${paths.case({ reference: record.became.reference })}">${record.became.reference}</a> on ${sayDate(record.became.on)}.</p>`}
${asked}
${nextLinks(file)}`;
}

/** The ways on that are no form: to the log form, or to another answer after a no. */
function nextLinks({ record, recordId }: RecordFile): Html | null {
  if (record.became !== null || record.answer === null) return null;
  if (record.answer.is === 'yes' || record.review?.verdict === 'complaint') {
    const href = withQuery(paths.logComplaint(), { dissatisfaction: recordId });
    return button({ text: 'Log the complaint', href });
  }
  const href = withQuery(paths.dissatisfactionRecord({ record: recordId }), { change: '1' });
  return html`<p class="govuk-body govuk-!-margin-top-4"><a class="govuk-link" href="${href}">They have changed their mind</a></p>`;
}

function owedLine(one: Obligation, { today, landlord }: Visit): Html {
  const due = one.dueOn;
  return html`<li><strong>${sayObligation(one)}</strong> ${due !== null && dueTag({ words: sayDue(due, today, landlord.calendar), tone: toneOf(due, today), date: sayDate(due) })}
<span class="rd-quiet-text rd-block">${one.rule} (${one.clause})</span></li>`;
}

function facts({ record, person, recordedBy }: RecordFile, { landlord }: Visit): Html {
  const said = (on: LocalDate | undefined | null, otherwise: string) => (on ? sayDate(on) : otherwise);
  const answers = { yes: 'They want to complain', no: 'They do not want to complain now' };
  return summaryList({
    rows: [
      { key: 'Told us', value: sayDate(record.toldOn) },
      {
        key: 'How',
        value:
          record.source === 'survey' ? 'In an answer to a survey' : labelOf(landlord.policy.channels, record.channel),
      },
      { key: 'Reached by', value: [person.phone, person.email].filter(Boolean).join(', ') || 'Nothing known' },
      { key: 'Recorded by', value: recordedBy },
      { key: 'Offered a complaint', value: record.offeredOn.map(sayDate).join('; ') || 'Not yet' },
      {
        key: 'Their answer',
        value: record.answer === null ? 'None yet' : `${answers[record.answer.is]} (${sayDate(record.answer.on)})`,
      },
      record.sampledOn !== null && {
        key: 'Looked at again',
        value: record.review === null ? 'Not yet' : `${verdicts[record.review.verdict]} (${sayDate(record.review.on)})`,
      },
      record.answer?.is === 'no' && { key: 'Told in writing how to later', value: said(record.confirmedOn, 'Not yet') },
    ],
  });
}

const verdicts = { agreed: 'Rightly no complaint', complaint: 'It should have been a complaint' };

function act(visit: Visit, { recordId, record }: RecordFile, name: string, fields: Html, submit: string): Html {
  return html`<form method="post" novalidate class="rd-form" action="${paths.dissatisfactionRecord({ record: recordId })}">
${sealFields(visit.seal(record.version))}<input type="hidden" name="act" value="${name}">${fields}
<div class="rd-form__foot">${button({ text: submit, preventDoubleClick: true })}</div></form>`;
}

/** What they say to the offer. */
export function answerForm(form: FormView, visit: Visit, file: RecordFile): Html {
  const channels = visit.landlord.policy.channels.map(({ id, label }) => ({ value: id, text: label }));
  const fields = html`${radios({
    ...form.choice('answer'),
    fieldset: { legend: 'Do they want to complain?' },
    items: [
      { value: 'yes', text: 'Yes', hint: `It is logged next, as received on ${sayDate(file.record.toldOn)}.` },
      file.record.answer?.is === 'no'
        ? null
        : { value: 'no', text: 'No, not now', hint: 'How to complain later goes to them in writing.' },
      file.record.answer === null && { value: 'no-answer', text: 'They have been asked and have not answered yet' },
    ],
  })}
${textInput({ ...form.text('words'), label: 'What they said, if anything' })}
<div class="rd-fields">${select({ ...form.choice('channel'), label: 'How were they asked?', items: channels })}</div>
${dateInput({ ...form.date('on'), fieldset: { legend: 'When?' } })}`;
  const heading = html`<h2 class="govuk-heading-m">Offer the choice, and record what they say</h2>`;
  return html`${heading}${act(visit, file, 'answer', fields, 'Record it')}`;
}

/** How to complain later, handed over. */
export function confirmForm(form: FormView, visit: Visit, file: RecordFile): Html {
  const fields = html`${textarea({
    ...form.text('evidence'),
    label: 'What goes to them in writing',
    hint: 'Change what needs changing, send it, and record here that it went.',
    rows: 9,
  })}
${howItWentRadios(form)}
${dateInput({ ...form.date('on'), fieldset: { legend: 'When?' } })}`;
  const heading = html`<h2 class="govuk-heading-m">Confirm in writing how to complain later</h2>`;
  return html`${heading}${act(visit, file, 'confirm', fields, 'Record that it was handed over')}`;
}

/** A "no" of the sample, looked at again. */
export function reviewForm(form: FormView, visit: Visit, file: RecordFile): Html {
  const fields = html`<p class="govuk-body">Read their words, and what was offered. Were they really asked, and was “no” really their answer? Was it about how a request was dealt with, so that nothing had to be offered?</p>
${radios({
  ...form.choice('verdict'),
  fieldset: { legend: 'What did you find?' },
  items: [
    { value: 'agreed', text: 'It was rightly not a complaint' },
    {
      value: 'complaint',
      text: 'It should have been a complaint',
      hint: `It is logged next, as received on ${sayDate(file.record.toldOn)}.`,
    },
  ],
})}
${textarea({ ...form.text('review-note'), label: 'Why?', rows: 2 })}`;
  const heading = html`<h2 class="govuk-heading-m">Look at their “no” again</h2>`;
  return html`${heading}${act(visit, file, 'review', fields, 'Record what you found')}`;
}

/** A letter to start from, with the landlord's own addresses. */
export function routeText({ landlord }: Visit, { person, record }: RecordFile): string {
  const { name, phone, email, web, address } = landlord.policy.landlord;
  return [
    `Dear ${person.name},`,
    `On ${sayDate(record.toldOn)} you told us that you were not happy, and that you do not want to make a complaint now. You can do so later. You need not use the word complaint or give your reasons again: tell any of us, or write to us.`,
    `Phone: ${phone}. Email: ${email}. Online: ${web}. Post: ${address.join(', ')}.`,
    'We then count your complaint from the day you first told us.',
    name,
  ].join('\n\n');
}
