import { makeLink } from '../../../application/questions/links.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { linkUntil } from '../../../domain/complaint/decide/questions.ts';
import { whyNot } from '../../../domain/complaint/decide.ts';
import type { InformationRequest } from '../../../domain/complaint/question-events.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { formPage } from '../../forms/form-page.ts';
import { commandIdOf } from '../../forms/sent-form.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { caseHead } from '../case/case-head.ts';
import { openViewed } from '../case/open-viewed.ts';
import { wordsOf } from '../case/parts.ts';
import { askedName } from '../case/say-event.ts';
import { type ActContext, type ActPage, actContext, contextOf } from './act-page.ts';

/** A new link to a question that was asked of somebody without an account; the one before opens nothing any more. */
export const questionLinkPage: ActPage = {
  act: 'question-link',
  command: 'MakeQuestionLink',
  done: 'The link is made.',
  async get(visit, tx) {
    const file = await openViewed(visit, tx);
    return file === null ? null : ask(contextOf(visit, file));
  },
  async post(visit) {
    const context = await visit.read(tx => actContext(visit, tx));
    const request = context === null ? undefined : requestIn(context);
    if (context === null || request === undefined) return null;
    const { caseId, reference } = context.file;
    const { requestId } = request;
    const form = { caseId, versionSeen: null, commandId: commandIdOf(visit.body), payload: { requestId } };
    const made = await makeLink(visit.app, visit.viewer, form, requestId);
    if (made.kind === 'refused') return { status: 422, html: closedPage(context, sayRefusal(made.refusal)) };
    return linkPage(visit, reference, made.kind === 'done' && !made.again ? made.token : null);
  },
};

/** The question in the address. */
export function requestIn({ visit, file }: ActContext): InformationRequest | undefined {
  return file.state.information.find(one => one.requestId === visit.query['request']);
}

function ask(context: ActContext): Answer {
  const { visit, file } = context;
  const request = requestIn(context);
  if (request === undefined) return null;
  const { requestId, question, dueOn } = request;
  const refusal = whyNot('MakeQuestionLink', file.state, file.deciding, { requestId });
  if (refusal !== null) return closedPage(context, sayRefusal(refusal));
  const content = formPage({
    title: 'Make a link to a question',
    hint: html`<p class="govuk-body">For ${askedName(requestId, file)}: ${wordsOf(file, question)}</p>
<p class="govuk-body">It opens this question alone until ${sayDate(linkUntil(dueOn, file.deciding))}, or until it is answered. A link made before opens nothing any more.</p>`,
    action: visit.request.url,
    seal: visit.seal(),
    fields: html``,
    submit: 'Make the link',
    cancelHref: paths.case({ reference: file.reference }),
  });
  return framed(context, content);
}

function closedPage(context: ActContext, { why, instead }: { why: string; instead: string }): Html {
  const panel = refusalPanel({ sentence: why, allowed: instead });
  return framed(context, html`<h1 class="govuk-heading-l">Make a link to a question</h1>${panel}`);
}

function framed({ visit, file }: ActContext, content: Html): Html {
  return visit.page({
    title: `Make a link to a question – ${file.name}`,
    content,
    width: 'reading',
    sticky: caseHead(file, visit.today, { isPageHeading: false }),
    nav: { current: 'cases' },
  });
}

/** The link, shown this once: no mail is sent from here, so whoever asks passes it on. Null: a second press, whose link was shown before. */
export function linkPage(visit: Visit, reference: string, token: string | null): Html {
  const title = 'The link to the question';
  const link = token === null ? null : `${visit.publicUrl}${paths.question({ token })}`;
  const shown =
    link === null
      ? html`<p class="govuk-body">The link was shown once and is kept nowhere. If it is lost, make another from the point’s page.</p>`
      : html`<p class="govuk-body">Send this to them yourself, by email or message. Nothing is sent by Redress.</p>
<p class="govuk-body rd-link" data-link><code>${link}</code></p>
<ul class="govuk-list govuk-list--bullet">
<li>It is shown only now. If it is lost, make another; this one then opens nothing.</li>
<li>It opens this question and nothing else of the complaint, for whoever has it. Each opening is recorded.</li>
<li>With it they can answer with files, say that they need longer, or that it is not for them.</li>
</ul>`;
  const content = html`<h1 class="govuk-heading-l">${title}</h1>${shown}
<p class="govuk-body"><a class="govuk-link" href="${paths.case({ reference })}">Back to the complaint</a></p>`;
  return visit.page({ title, content, width: 'reading', nav: { current: 'cases' } });
}
