/** Answering a question: a page with the question on it and nothing else of the complaint (MAG-10, MAG-64). */
import { act } from '../../../application/act.ts';
import { type AskedQuestion, openQuestion } from '../../../application/asked.ts';
import { filesSent } from '../../../application/files/add-files.ts';
import { replying } from '../../../application/questions/answer.ts';
import { holds } from '../../../domain/access/permissions.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { chooseAgain, takenFiles } from '../../forms/file-field.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { commandIdOf, payloadOf } from '../../forms/sent-form.ts';
import { type Html, type HtmlContent, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { readReply, replyFields, startReply } from '../../public/question/answer-form.ts';
import { fileList, lines, questionWords } from '../../public/question/question-words.ts';
import type { Answer, Visit } from '../../visit.ts';
import { draftFor, draftHref, type ShownDraft } from '../drafts/drafts.ts';
import type { ActPage } from './act-page.ts';

export const giveInformationPage: ActPage = {
  act: 'give-information',
  command: 'GiveInformation',
  done: 'What was answered is recorded.',
  async get(visit, tx) {
    const asked = await openQuestion(visit.app, tx, visit.viewer, reference(visit), visit.query['request']);
    if (asked === null) return null;
    if (!asked.awaited) return answeredPage(visit, asked);
    const draft = await draftFor(visit, tx, draftName(asked), asked.caseId);
    return questionPage(visit, asked, newForm(draft?.fields ?? startReply), draft);
  },
  post: answer,
};

function reference(visit: Visit): string {
  return visit.params['reference'] ?? '';
}

function draftName({ requestId }: AskedQuestion): string {
  return `give-information-${requestId}`;
}

async function answer(visit: Visit): Promise<Answer> {
  const { app, viewer, body, files, fileLimits, today } = visit;
  const asked = await visit.read(tx => openQuestion(app, tx, viewer, reference(visit), visit.query['request']));
  if (asked === null) return null;
  const read = readReply({ body, files }, fileLimits, today);
  if (!read.ok) return { status: 422, html: questionPage(visit, asked, read.form, null) };
  const { requestId, caseId } = asked;
  const payload = { ...payloadOf(read.form.raw, draftName(asked)), ...filesSent(takenFiles(files)) };
  const draft = { form: draftName(asked), caseId };
  const ask = { caseId, versionSeen: null, commandId: commandIdOf(body), payload, draft };
  const outcome = await act(app, viewer, ask, ({ keep }) => replying(app, keep, requestId, read.reply));
  if (outcome.kind === 'done') {
    const here = paths.caseAct({ reference: asked.reference, act: 'give-information' });
    return { redirect: withQuery(here, { request: requestId, done: 'give-information' }) };
  }
  const { why, instead } =
    outcome.kind === 'refused'
      ? sayRefusal(outcome.refusal)
      : { why: 'You already sent this form, with something else in it.', instead: 'The first one was kept.' };
  const form = read.form.withErrors({ field: undefined, text: why }, ...chooseAgain(files));
  const above = refusalPanel({ sentence: why, allowed: instead });
  return { status: 422, html: questionPage(visit, asked, form, null, above) };
}

function questionPage(
  visit: Visit,
  asked: AskedQuestion,
  form: FormView,
  draft: ShownDraft | null,
  above?: HtmlContent,
): Html {
  const { today, landlord, fileLimits } = visit;
  const content = formPage({
    title: 'Answer a question for the investigation',
    hint: questionWords(asked, { today, calendar: landlord.calendar, fileHref: fileHrefOf(asked) }),
    action: visit.request.url,
    seal: visit.seal(),
    fields: replyFields(form, fileLimits, asked.ofViewer ? 'self' : 'handler'),
    submit: 'Send',
    cancelHref: paths.myWork(),
    draft: draft ?? { href: draftHref(draftName(asked), asked.caseId) },
    above,
    multipart: true,
  });
  return framed(visit, content, form);
}

function fileHrefOf({ reference, requestId }: AskedQuestion): (file: string) => string {
  return file => paths.askedFile({ reference, request: requestId, file });
}

function answeredPage(visit: Visit, asked: AskedQuestion): Html {
  const { landlord, viewer } = visit;
  const handles = holds(viewer.roles, 'investigate-stage-1', landlord.policy);
  const answered = asked.answeredOn !== null && [
    { key: 'Answer', value: html`${lines(asked.answer ?? '')}` },
    ...(asked.answerFiles.length === 0
      ? []
      : [{ key: 'Files', value: fileList(asked.answerFiles, fileHrefOf(asked)) }]),
    { key: 'Answered on', value: sayDate(asked.answeredOn) },
  ];
  const content = html`<h1 class="govuk-heading-l">A question for the investigation</h1>
${summaryList({
  rows: [
    { key: 'Question', value: html`${lines(asked.question)}` },
    { key: 'Asked by', value: `${asked.askedBy}, ${sayDate(asked.askedOn)}` },
    ...(answered || [{ key: 'Answer', value: 'It ended without one' }]),
  ],
})}
<p class="govuk-body">${
    handles
      ? html`<a class="govuk-link" href="${paths.case({ reference: asked.reference })}">To the complaint</a>`
      : html`<a class="govuk-link" href="${paths.myWork()}">Back to my work</a>`
  }</p>`;
  return framed(visit, content);
}

function framed(visit: Visit, content: Html, form?: FormView): Html {
  return visit.page({
    title: 'A question for the investigation',
    content,
    width: 'reading',
    errors: form?.summary(['until']),
    done: visit.query['done'] === 'give-information' ? 'Thank you. It has reached whoever asked.' : undefined,
    nav: { current: 'my-work' },
  });
}
