import type { CaseFile } from '../../../application/case-file.ts';
import { asComplaintEvent } from '../../../application/load-case.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import type { EventOf, TextRef } from '../../../domain/complaint/events.ts';
import { wentAstray } from '../../../domain/complaint/evolve/letters.ts';
import { formatsToCome, reachedOn } from '../../../domain/complaint/formats.ts';
import type { Letter } from '../../../domain/complaint/letter-state.ts';
import { button } from '../../components/govuk/button.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { needsNotice } from '../../components/redress/needs-notice.ts';
import { type FormSeal, sealFields } from '../../forms/form-page.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, type HtmlContent, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { caseNeedsShown } from '../case/needs-shown.ts';
import { caseParts, wordsOf } from '../case/parts.ts';
import { nameOf } from '../case/say-event.ts';
import { actHref } from '../case/step-link.ts';
import { sentCell } from './list.ts';
import { letterTitle, sayGone, sayReturn } from './say-letter.ts';
import { despiteQuestion, formatQuestion, saidFormats } from './sent-format.ts';

export type LetterProps = {
  file: CaseFile;
  letter: Letter;
  today: LocalDate;
  sentForm: FormView;
  returnForm: FormView;
  cancelForm: FormView;
  seal(): FormSeal;
  above: HtmlContent;
};

/** One issued letter: what it is, the file as it went, and what became of it. */
export function letterView(props: LetterProps): Html {
  const { file, letter, above } = props;
  const { reference } = file;
  const href = paths.caseLetterFile({ reference, letter: letter.letterId });
  return html`${caseParts(file, 'letters')}
<h1 class="govuk-heading-l">${letterTitle(letter.kind, letter.stage)}</h1>
${above}
<p class="govuk-body"><a class="govuk-link rd-strong" href="${href}">Open the letter as it was issued (PDF)</a></p>
${facts(file, letter)}
<div class="rd-measure">${sendSection(props)}</div>
${letter.kind === 'response' && letter.sent !== null && correctLink(file, letter)}`;
}

function facts(file: CaseFile, letter: Letter): Html {
  const { quotesDate, supersedes, sha256 } = letter;
  const corrected = supersedes === null ? null : paths.caseLetter({ reference: file.reference, letter: supersedes });
  const correction = file.state.letters.find(one => one.supersedes === letter.letterId);
  return summaryList({
    rows: [
      { key: 'To', value: nameOf(letter.to, file) },
      letter.copies.length > 0 && { key: 'Copies to', value: letter.copies.map(id => nameOf(id, file)).join(', ') },
      { key: 'Dated', value: sayDate(letter.dated) },
      { key: 'Issued by', value: nameOf(letter.signedBy, file) },
      {
        key: 'Sent',
        value: html`${sentCell(letter)}${letter.sent !== null && letter.returned !== null && html`<br>Sent before that: ${sayGone(letter.sent.on, letter.sent.how)}`}`,
      },
      ...letter.returns.map(one => ({ key: 'Came back', value: `${sayDate(one.on)}: ${sayReturn(one.why)}` })),
      ...saidFormats(letter),
      ...said(file, letter),
      quotesDate !== null && { key: 'Date it promises', value: sayDate(quotesDate) },
      corrected !== null && {
        key: 'Corrects',
        value: html`<a class="govuk-link" href="${corrected}">an earlier response</a>, which stays as it was sent`,
      },
      correction !== undefined && {
        key: 'Corrected by',
        value: html`<a class="govuk-link" href="${paths.caseLetter({ reference: file.reference, letter: correction.letterId })}">a later response</a>`,
      },
      { key: 'Fingerprint (SHA-256)', value: html`<code class="rd-fingerprint">${sha256}</code>` },
    ],
  });
}

/** What was written down when it was sent or came back. */
function said(file: CaseFile, { letterId }: Letter): { key: string; value: Html }[] {
  return file.events.map(asComplaintEvent).flatMap(event => {
    if (event.type !== 'LetterSent' && event.type !== 'LetterReturned' && event.type !== 'LetterCancelled') return [];
    if (event.body.letterId !== letterId) return [];
    const [key, text] = saidWith(event);
    return text === null ? [] : [{ key, value: wordsOf(file, text) }];
  });
}

function saidWith(event: EventOf<'LetterSent' | 'LetterReturned' | 'LetterCancelled'>): [string, TextRef | null] {
  if (event.type === 'LetterSent') return ['What shows the date', event.body.evidence];
  if (event.type === 'LetterReturned') return ['Note on the return', event.body.note];
  return ['Why it was cancelled', event.body.reason];
}

function sendSection(props: LetterProps): Html {
  const { letter } = props;
  const gone = letter.sent !== null && letter.returned === null;
  if (letter.cancelled !== null) return cancelled(props);
  if (gone) return html`${toFollow(props)}${returnSection(props)}`;
  if (letter.held !== null || wentAstray(letter.returned)) return anew(props);
  const again = letter.returned !== null;
  return html`<section aria-labelledby="send"><h2 class="govuk-heading-m" id="send">${again ? 'Send it again' : 'Mark as sent'}</h2>
<p class="govuk-body">This product does not send anything itself yet. Hand the letter over by email or post it, then say so here: the duty to write is met on that day.</p>
${sentFormView(props)}</section>${cancelSection(props)}`;
}

/** A response that went, whose agreed format follows; or that went in one its reader cannot use (R7). */
function toFollow(props: LetterProps): Html {
  const { letter, file } = props;
  if (formatsToCome(letter, file.state).length === 0) return html``;
  const why =
    reachedOn(letter) === null
      ? 'It went in a format that its reader cannot use, so the response is still owed.'
      : 'The agreed format is still owed to its reader.';
  return html`<section aria-labelledby="send"><h2 class="govuk-heading-m" id="send">Send it in the agreed format</h2>
<p class="govuk-body">${why}</p>
${sentFormView(props)}</section>`;
}

/** A letter that shall not go after all: one click further than sending it. */
function cancelSection({ file, letter, cancelForm, seal }: LetterProps): Html {
  return html`<details class="govuk-details govuk-!-margin-top-6"${cancelForm.errors.length > 0 && html` open`}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Cancel this letter</span></summary>
<div class="govuk-details__text"><p class="govuk-body">It leaves the outbox and stays here as it was issued, marked. What it was to do stays owed by its date, and another letter can be written.</p>
<form method="post" action="${hrefOf(file, letter)}" novalidate class="rd-form" data-keep>
${sealFields(seal())}
${textarea({ ...cancelForm.text('reason'), label: 'Why it is not to go', rows: 2, classes: 'rd-textarea--small' })}
<div class="rd-form__foot">${button({ text: 'Cancel the letter', name: 'do', value: 'cancel', classes: 'govuk-button--secondary', preventDoubleClick: true })}</div>
</form></div></details>`;
}

function cancelled({ file, letter }: LetterProps): Html {
  const { kind, stage, extensionId } = letter;
  const href = withQuery(paths.caseLetterDraft({ reference: file.reference, kind }), { stage, extension: extensionId });
  return html`<p class="govuk-body">It was cancelled before it was sent, and counts for nothing. <a class="govuk-link" href="${href}">Write another one</a>.</p>`;
}

function sentFormView({ file, letter, sentForm, seal, today }: LetterProps): Html {
  return html`${needsNotice({ ...caseNeedsShown(file, letter.to), name: file.residents.get(letter.to)?.name })}
<form method="post" action="${hrefOf(file, letter)}" novalidate class="rd-form" data-keep>
${sealFields(seal())}
${radios({
  ...sentForm.choice('how'),
  classes: 'govuk-radios--inline',
  fieldset: { legend: 'How it went' },
  items: [
    { value: 'email', text: 'Email handed over' },
    { value: 'post', text: 'Posted' },
    { value: 'by-hand', text: 'Given by hand' },
  ],
})}
${formatQuestion(sentForm, letter, file.state)}
${despiteQuestion(sentForm, letter, file.state)}
${dateInput({ ...sentForm.date('on'), fieldset: { legend: 'On' }, hint: `Today is ${sayDate(today)}. Another day needs something that shows it.` })}
${textarea({ ...sentForm.text('evidence'), label: 'What shows that day', hint: 'Only where it was not today: for example the number of the certificate of posting.', rows: 2, classes: 'rd-textarea--small' })}
<div class="rd-form__foot">${button({ text: 'Mark as sent', name: 'do', value: 'sent', preventDoubleClick: true })}</div>
</form>`;
}

function returnSection({ file, letter, returnForm, seal }: LetterProps): Html {
  return html`<details class="govuk-details"${returnForm.errors.length > 0 && html` open`}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">It did not arrive</span></summary>
<div class="govuk-details__text"><p class="govuk-body">What this letter was to do is then owed again, from its first date.</p>
<form method="post" action="${hrefOf(file, letter)}" novalidate class="rd-form" data-keep>
${sealFields(seal())}
${radios({
  ...returnForm.choice('why'),
  fieldset: { legend: 'What happened' },
  items: [
    { value: 'bounced', text: 'It bounced or was returned' },
    {
      value: 'wrong-address',
      text: 'It went to a wrong address',
      hint: 'It is not sent again: a new letter is issued, rightly addressed. Somebody else may have read it: a data incident is opened, which stays work until it is dealt with.',
    },
    { value: 'not-posted', text: 'It was not posted after all' },
  ],
})}
${dateInput({ ...returnForm.date('returned'), fieldset: { legend: 'When we knew' } })}
${textarea({ ...returnForm.text('note'), label: 'What is known about it', rows: 2, classes: 'rd-textarea--small' })}
<div class="rd-form__foot">${button({ text: 'Record that it did not arrive', name: 'do', value: 'returned', classes: 'govuk-button--secondary', preventDoubleClick: true })}</div>
</form></div></details>`;
}

const astrayWords =
  'It went to somebody it was not for, so it does not go again. See that it is rightly addressed and write it anew; this copy stays here.';
const heldWords = {
  died: 'It is held: we were told that the resident has died before it went. Write it anew, to whoever it now goes to; this copy stays here.',
  moved: 'It is held: the resident moved before it went. Write it anew, to where they now live; this copy stays here.',
};

function anew({ file, letter }: LetterProps): Html {
  const { kind, stage, extensionId } = letter;
  const href = withQuery(paths.caseLetterDraft({ reference: file.reference, kind }), { stage, extension: extensionId });
  return html`<p class="govuk-body">${letter.held === null ? astrayWords : heldWords[letter.held]}</p>
${letter.held === null && lostLinks(file, letter)}${button({ text: 'Write it anew', href })}`;
}

function correctLink({ reference }: CaseFile, { letterId, kind, stage }: Letter): Html {
  const href = withQuery(paths.caseLetterDraft({ reference, kind }), { stage, corrects: letterId });
  return html`<p class="govuk-body">Something in it is wrong or was left out? <a class="govuk-link" href="${href}">Write a corrected response</a>. This one stays as it is, and the time to ask for stage 2 begins again.</p>`;
}

/** What else a letter that reached somebody it was not for asks for (R66). */
function lostLinks({ reference }: CaseFile, { to, letterId, returned, incidentClosed }: Letter): Html {
  const correct = actHref(reference, 'CorrectContact', null, { person: to });
  const incident = actHref(reference, 'CloseDataIncident', null, { letter: letterId });
  return html`<ul class="govuk-list govuk-list--bullet">${returned?.why === 'wrong-address' && html`<li><a class="govuk-link" href="${correct}">Correct the contact details</a></li>`}
${incidentClosed === null ? html`<li><a class="govuk-link" href="${incident}">Close the data incident</a></li>` : html`<li>The data incident was closed on ${sayDate(incidentClosed.on)}.</li>`}</ul>`;
}

function hrefOf({ reference }: CaseFile, { letterId }: Letter): string {
  return paths.caseLetter({ reference, letter: letterId });
}
