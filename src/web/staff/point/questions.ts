/** What colleagues and outsiders were asked, what came of it, and what can be done about what has not come (MAG-10). */
import type { CaseFile } from '../../../application/case-file.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { whyNot } from '../../../domain/complaint/decide.ts';
import { type InformationRequest, isAwaited } from '../../../domain/complaint/question-events.ts';
import { type Html, html } from '../../html.ts';
import { wordsOf } from '../case/parts.ts';
import { askedName } from '../case/say-event.ts';
import { type ActCommand, actHref } from '../case/step-link.ts';
import { fileLink } from '../files/file-words.ts';
import type { PointProps } from './view.ts';

/** The questions of this stage and before. */
export function questionsSection(props: PointProps): Html {
  const { file, stage, record } = props;
  const asked = file.state.information.filter(one => one.stage <= stage);
  const links = html`<p class="govuk-body"><a class="govuk-link" href="${actHref(file.reference, 'AskInformation', stage)}">Ask a colleague</a> · <a class="govuk-link" href="${actHref(file.reference, 'AskOutsider', stage)}">Ask somebody without an account</a></p>`;
  return html`<h2 class="govuk-heading-m" id="asked">What others were asked</h2>
${asked.length === 0 ? html`<p class="govuk-body">Nobody has been asked yet.</p>` : html`<ul class="rd-entries">${asked.map(one => questionLine(props, one))}</ul>`}
${record.closed === null && links}`;
}

function questionLine({ file, scans }: PointProps, request: InformationRequest): Html {
  const { requestId, question, longer, chases } = request;
  const mayAnswer = whyNot('GiveInformation', file.state, file.deciding, { requestId }) === null;
  const given = file.state.files.filter(one => one.requestId === requestId);
  return html`<li><strong>${askedName(requestId, file)}:</strong> ${wordsOf(file, question)}
${outcome(file, request, mayAnswer)}
${given.map(one => html`<span class="rd-block">${fileLink(file, one, scans.get(one.fileId))}</span>`)}
${longer !== null && isAwaited(request) && html`<span class="rd-quiet-text rd-block">They need until ${sayDate(longer.until)}: ${wordsOf(file, longer.reason)}</span>`}
${chases.length > 0 && html`<span class="rd-quiet-text rd-block">Asked again on ${chases.map((one, at) => html`${at > 0 && ', '}${sayDate(one.on)}`)}</span>`}</li>`;
}

function outcome(file: CaseFile, request: InformationRequest, mayAnswer: boolean): Html {
  const { requestId, answer, answeredOn, passedBack, ended, dueOn, outsider } = request;
  if (answeredOn !== null) {
    return html`<span class="rd-block">${wordsOf(file, answer)}</span><span class="rd-quiet-text rd-block">Answered on ${sayDate(answeredOn)}</span>`;
  }
  if (ended !== null) {
    const how = ended.how === 'withdrawn' ? 'Taken back' : 'Not to be had';
    return html`<span class="rd-quiet-text rd-block">${how} on ${sayDate(ended.on)}: ${wordsOf(file, ended.reason)}</span>`;
  }
  const link = (command: ActCommand, words: string, about: Record<string, string> = { request: requestId }): Html =>
    html`<a class="govuk-link" href="${actHref(file.reference, command, null, about)}">${words}<span class="govuk-visually-hidden">: ${askedName(requestId, file)}</span></a>`;
  if (passedBack !== null) {
    return html`<span class="rd-block">Not for them, they said on ${sayDate(passedBack.on)}: ${wordsOf(file, passedBack.reason)}</span><span class="rd-block">${link('AskInformation', 'Ask somebody else', { instead: requestId })} · ${link('EndQuestion', 'End it')}</span>`;
  }
  return html`<span class="rd-quiet-text rd-block">To be answered by ${sayDate(dueOn)}.</span><span class="rd-block">${mayAnswer && html`${link('GiveInformation', 'Enter what they answered')} · `}${link('ChaseQuestion', 'Asked again')}${outsider === null ? html` · ${link('HandOverInformation', 'Ask somebody else')}` : html` · ${link('MakeQuestionLink', 'New link')}`} · ${link('EndQuestion', 'End it')}</span>`;
}
