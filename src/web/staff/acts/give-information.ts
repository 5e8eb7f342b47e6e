/** Answering a question: a page with the question on it and nothing else of the complaint (MAG-10, MAG-64). */
import { act } from '../../../application/act.ts';
import { openQuestion, type Question } from '../../../application/asked.ts';
import { can } from '../../../domain/access/scope.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { longTextField } from '../../forms/fields.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { type Html, type HtmlContent, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { toneOf } from '../case/case-head.ts';
import { draftFor, draftHref, type ShownDraft } from '../drafts/drafts.ts';
import { type ActPage, commandIdOf, payloadOf } from './act-page.ts';

export const giveInformationPage: ActPage = {
  act: 'give-information',
  command: 'GiveInformation',
  done: 'The answer is recorded.',
  async get(visit, tx) {
    const asked = await openQuestion(visit.app, tx, visit.viewer, reference(visit), visit.query['request']);
    if (asked === null) return null;
    if (asked.answeredOn !== null) return answeredPage(visit, asked);
    const draft = await draftFor(visit, tx, draftName(asked), asked.caseId);
    return questionPage(visit, asked, newForm(draft?.fields ?? {}), draft);
  },
  post: answer,
};

function reference(visit: Visit): string {
  return visit.params['reference'] ?? '';
}

function draftName({ requestId }: Question): string {
  return `give-information-${requestId}`;
}

async function answer(visit: Visit): Promise<Answer> {
  const { app, viewer, body } = visit;
  const asked = await visit.read(tx => openQuestion(app, tx, viewer, reference(visit), visit.query['request']));
  if (asked === null) return null;
  const shape = { answer: longTextField({ label: 'The answer', required: 'Enter the answer' }) };
  const result = readForm(shape, body);
  if (!result.ok) return { status: 422, html: questionPage(visit, asked, result.form, null) };
  const { requestId, caseId } = asked;
  const payload = payloadOf(result.form.raw, draftName(asked));
  const draft = { form: draftName(asked), caseId };
  const ask = { caseId, versionSeen: null, commandId: commandIdOf(body), payload, draft };
  const outcome = await act(app, viewer, ask, ({ keep }) => ({
    type: 'GiveInformation',
    requestId,
    answer: keep(result.values.answer, 'information'),
  }));
  if (outcome.kind === 'done') {
    const here = paths.caseAct({ reference: asked.reference, act: 'give-information' });
    return { redirect: withQuery(here, { request: requestId, done: 'give-information' }) };
  }
  const { why, instead } =
    outcome.kind === 'refused'
      ? sayRefusal(outcome.refusal)
      : { why: 'You already sent this form, with something else in it.', instead: 'The first one was kept.' };
  const form = result.form.withErrors({ field: undefined, text: why });
  const above = refusalPanel({ sentence: why, allowed: instead });
  return { status: 422, html: questionPage(visit, asked, form, null, above) };
}

function questionPage(
  visit: Visit,
  asked: Question,
  form: FormView,
  draft: ShownDraft | null,
  above?: HtmlContent,
): Html {
  const content = formPage({
    title: 'Answer a question for the investigation',
    hint: html`${questionWords(visit, asked)}`,
    action: visit.request.url,
    seal: visit.seal(),
    fields: textarea({
      ...form.text('answer'),
      label: asked.ofViewer ? 'Your answer' : 'What they answered',
      hint: `${asked.ofViewer ? 'What you know and how you know it' : 'What they know and how they know it'}. Where something cannot be found, say what was looked for and why it is not there.`,
      rows: 8,
    }),
    submit: 'Give the answer',
    cancelHref: paths.myWork(),
    draft: draft ?? { href: draftHref(draftName(asked), asked.caseId) },
    above,
  });
  return framed(visit, content, form);
}

function questionWords({ today, landlord }: Visit, asked: Question): Html {
  const due = dueTag({
    words: sayDue(asked.dueOn, today, landlord.calendar),
    tone: toneOf(asked.dueOn, today),
    date: sayDate(asked.dueOn),
  });
  return html`<p class="govuk-body">${asked.askedBy} asks, for complaint <span class="rd-nowrap">${asked.reference}</span>.</p>
<p class="govuk-body">${due}</p>
${insetText({ text: html`${lines(asked.question)}` })}`;
}

function answeredPage(visit: Visit, asked: Question): Html {
  const { landlord, viewer } = visit;
  const handles = can(viewer.roles, 'investigate-stage-1', landlord.policy);
  const content = html`<h1 class="govuk-heading-l">A question for the investigation</h1>
${summaryList({
  rows: [
    { key: 'Question', value: html`${lines(asked.question)}` },
    { key: 'Asked by', value: `${asked.askedBy}, ${sayDate(asked.askedOn)}` },
    { key: 'Answer', value: html`${lines(asked.answer ?? '')}` },
    { key: 'Answered on', value: asked.answeredOn === null ? '' : sayDate(asked.answeredOn) },
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
    errors: form?.summary(),
    done: visit.query['done'] === 'give-information' ? 'Thank you. The answer has reached whoever asked.' : undefined,
    nav: { current: 'my-work' },
  });
}

function lines(text: string): Html {
  return html`${text.split('\n').map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`))}`;
}
