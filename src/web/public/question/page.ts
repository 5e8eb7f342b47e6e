/**
 * `/questions/:token`: one question, for somebody without an account who was given its link. The only page of its kind: it has no session,
 * tells nothing else of the complaint, and is kept, indexed and referred to by nobody.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Application, timeNow } from '../../../application/application.ts';
import { filesSent } from '../../../application/files/add-files.ts';
import { type FileLimits, fileLimits } from '../../../application/files/take-in.ts';
import { type AtLink, linkedFile, openLink, replyFromLink } from '../../../application/questions/links.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { fileRules } from '../../../domain/policy/file-rules.ts';
import { colourSchemeOf } from '../../appearance.ts';
import { chooseAgain, takenFiles } from '../../forms/file-field.ts';
import { hiddenFields } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { letSentGo, type SentForm, sentForm } from '../../forms/multipart.ts';
import { commandIdOf, payloadOf } from '../../forms/sent-form.ts';
import type { Html } from '../../html.ts';
import { forbiddenPage } from '../../layouts/error-pages.ts';
import { paths } from '../../paths.ts';
import { sendFile } from '../../send-file.ts';
import { sendPage } from '../../send-page.ts';
import { formToken, fromOurPages, isFormToken } from '../../session-cookie.ts';
import { formField, type WebSettings } from '../../visit.ts';
import { readReply, startReply } from './answer-form.ts';
import { closedView, questionView, thanksView } from './view.ts';

type Come = {
  app: Application;
  settings: WebSettings;
  token: string;
  at: AtLink;
  limits: FileLimits;
  request: FastifyRequest;
  reply: FastifyReply;
};

export function questionRoutes(web: FastifyInstance, app: Application, settings: WebSettings): void {
  const opened =
    (handler: (come: Come) => Promise<FastifyReply>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { token = '' } = request.params as { token?: string };
      if (request.method === 'POST' && !fromOurPages(request.headers)) return notFromHere(reply);
      const state = await openLink(app, token);
      if (state.kind !== 'open') {
        const page = closedView(state.kind, colourSchemeOf(request.headers.cookie));
        return show(reply, page, state.kind === 'over' ? 410 : 200);
      }
      const limits = fileLimits(app, fileRules(state.landlord));
      return handler({ app, settings, token, at: state, limits, request, reply });
    };
  web.get(
    paths.question.pattern,
    opened(async come => showQuestion(come, newForm(startReply), 200)),
  );
  web.get(paths.questionFile.pattern, opened(giveFile));
  web.post(paths.question.pattern, opened(sendReply));
}

function show(reply: FastifyReply, page: Html, status: number): FastifyReply {
  return sendPage(reply, page, status, true);
}

function notFromHere(reply: FastifyReply): FastifyReply {
  return show(reply, forbiddenPage('This form was not made here. Open the link again and send it from there.'), 403);
}

function showQuestion(come: Come, form: FormView, status: number, above: Html | null = null): FastifyReply {
  const { app, settings, token, at, limits, request, reply } = come;
  const page = questionView({
    ...{ token, at, limits, form, above, today: timeNow(app).today },
    seal: { csrf: formToken(settings.secret, token), commandId: crypto.randomUUID() },
    colourScheme: colourSchemeOf(request.headers.cookie),
  });
  return show(reply, page, status);
}

async function giveFile({ app, at, request, reply }: Come): Promise<FastifyReply> {
  const { file = '' } = request.params as { file?: string };
  const given = await linkedFile(app, at, file);
  if (given === null) return show(reply, closedView('over', colourSchemeOf(request.headers.cookie)), 404);
  const { bytes, name, type, shown } = given;
  void reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow, noarchive');
  return sendFile(reply, { bytes, name, type, inline: shown });
}

async function sendReply(come: Come): Promise<FastifyReply> {
  const { app, settings, token, limits, request, reply } = come;
  const sealed = (body: unknown) => isFormToken(settings.secret, token, formField(body, hiddenFields.csrf));
  const sent = await sentForm(app, request, limits, sealed);
  if (sent === null) return notFromHere(reply);
  try {
    return await replied(come, sent);
  } finally {
    await letSentGo(app, sent.files);
  }
}

async function replied(come: Come, sent: SentForm): Promise<FastifyReply> {
  const { app, at, limits, request, reply } = come;
  const read = readReply(sent, limits, timeNow(app).today);
  if (!read.ok) return showQuestion(come, read.form, 422);
  const payload = { ...payloadOf(read.form.raw, at.question.requestId), ...filesSent(takenFiles(sent.files)) };
  const outcome = await replyFromLink(app, at, { commandId: commandIdOf(sent.body), payload }, read.reply);
  if (outcome.kind === 'done') {
    return show(reply, thanksView(read.reply.kind, at, colourSchemeOf(request.headers.cookie)), 200);
  }
  const { why } =
    outcome.kind === 'refused'
      ? sayRefusal(outcome.refusal)
      : { why: 'This was sent already; the first is what was kept.' };
  return showQuestion(come, read.form.withErrors({ field: undefined, text: why }, ...chooseAgain(sent.files)), 422);
}
