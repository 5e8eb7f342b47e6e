/** `/invitation/:token`: from a link to an account: a password, an app, a code from it, and in. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { choosePassword, type Invited, join, openInvitation } from '../../../application/accounts/invitations.ts';
import type { Application } from '../../../application/application.ts';
import { deviceWords } from '../../../domain/access/device-words.ts';
import { colourSchemeOf } from '../../appearance.ts';
import { lineField } from '../../forms/fields.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { passwordField } from '../../forms/password-field.ts';
import { readForm } from '../../forms/read-form.ts';
import type { ColourScheme } from '../../layouts/document.ts';
import { forbiddenPage } from '../../layouts/error-pages.ts';
import { paths } from '../../paths.ts';
import { sendPage } from '../../send-page.ts';
import { deviceToken, fromOurPages } from '../../session-cookie.ts';
import type { WebSettings } from '../../visit.ts';
import { signedIn } from '../sign-in/code.ts';
import { sendThere } from '../sign-in/provider.ts';
import { appView, choosingView, closedView, joinedView } from './view.ts';

const passwordShape = { password: passwordField('Enter a password') };
const codeShape = {
  code: lineField({ label: 'The code', required: 'Enter the six digits that the app shows', max: 60 }),
};

/** One request that came with a link that may be used. */
type Come = {
  app: Application;
  settings: WebSettings;
  token: string;
  invited: Invited;
  request: FastifyRequest;
  reply: FastifyReply;
};

/** Registers the pages. Whoever holds the link is who was invited: there is nothing else yet to prove it. */
export function invitationRoutes(web: FastifyInstance, app: Application, settings: WebSettings): void {
  const opened =
    (handler: (come: Come) => Promise<FastifyReply>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { token = '' } = request.params as { token?: string };
      if (request.method === 'POST' && !fromOurPages(request.headers))
        return sendPage(reply, forbiddenPage('This form was not made here.'), 403);
      const state = await openInvitation(app, token);
      if (state.kind !== 'open') return sendPage(reply, closedView(state.kind, coloursOf(request)), 410);
      return handler({ app, settings, token, invited: state.invited, request, reply });
    };
  web.get(
    paths.invitation.pattern,
    opened(async come => showPassword(come, newForm(), 200)),
  );
  web.post(paths.invitation.pattern, opened(sendPassword));
  web.get(
    paths.invitationProvider.pattern,
    opened(async ({ token, invited, request, reply }) => {
      const { landlordId } = invited;
      const purpose = { kind: 'join', token } as const;
      return sendThere(app, settings, { landlordId, purpose, back: paths.home() }, request, reply);
    }),
  );
  web.get(
    paths.invitationApp.pattern,
    opened(async come => showApp(come, newForm(), 200)),
  );
  web.post(paths.invitationApp.pattern, opened(sendCode));
}

function coloursOf(request: FastifyRequest): ColourScheme {
  return colourSchemeOf(request.headers.cookie);
}

function showPassword({ token, invited, request, reply }: Come, form: FormView, status: number): FastifyReply {
  return sendPage(reply, choosingView({ token, invited, form, colourScheme: coloursOf(request) }), status);
}

async function sendPassword(come: Come): Promise<FastifyReply> {
  const { app, token, invited, request, reply } = come;
  if (!invited.ways.own) return showPassword(come, newForm(), 403);
  const read = readForm(passwordShape, request.body);
  if (!read.ok) return showPassword(come, read.form, 422);
  const refusal = await choosePassword(app, token, invited, read.values.password);
  if (refusal === null) return reply.redirect(paths.invitationApp({ token }), 303);
  return showPassword(come, newForm().withErrors({ field: 'password', text: refusal }), 422);
}

function showApp({ token, invited, request, reply }: Come, form: FormView, status: number): FastifyReply {
  const { app, ways } = invited;
  if (app === null || !ways.own) return reply.redirect(paths.invitation({ token }), 303);
  return sendPage(reply, appView({ token, invited, app, form, colourScheme: coloursOf(request) }), status);
}

async function sendCode(come: Come): Promise<FastifyReply> {
  const { app, settings, token, invited, request, reply } = come;
  const read = readForm(codeShape, request.body);
  if (!read.ok) return showApp(come, read.form, 422);
  const { cookie, 'user-agent': agent } = request.headers;
  const came = { deviceToken: deviceToken(cookie), device: deviceWords(agent) };
  const answer = await join(app, token, read.values.code, came);
  if (answer.kind === 'gone') return sendPage(reply, closedView('over', coloursOf(request)), 410);
  if (answer.kind === 'in')
    return sendPage(signedIn(reply, settings, answer), joinedView(invited, answer.codes, coloursOf(request)));
  return showApp(come, newForm().withErrors({ field: 'code', text: answer.sentence }), 422);
}
