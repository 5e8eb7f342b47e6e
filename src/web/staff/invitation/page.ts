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
import { forbiddenPage } from '../../layouts/error-pages.ts';
import { paths } from '../../paths.ts';
import { sendPage } from '../../send-page.ts';
import { deviceToken, fromOurPages } from '../../session-cookie.ts';
import type { WebSettings } from '../../visit.ts';
import { signedIn } from '../sign-in/code.ts';
import { appView, choosingView, closedView, joinedView } from './view.ts';

const passwordShape = { password: passwordField('Enter a password') };
const codeShape = {
  code: lineField({ label: 'The code', required: 'Enter the six digits that the app shows', max: 60 }),
};

type Handler = (token: string, invited: Invited, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Registers the pages. Whoever holds the link is who was invited: there is nothing else yet to prove it. */
export function invitationRoutes(web: FastifyInstance, app: Application, settings: WebSettings): void {
  const look = { colours: (request: FastifyRequest) => colourSchemeOf(request.headers.cookie) };

  const opened =
    (handler: Handler) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { token = '' } = request.params as { token?: string };
      if (request.method === 'POST' && !fromOurPages(request.headers))
        return sendPage(reply, forbiddenPage('This form was not made here.'), 403);
      const state = await openInvitation(app, token);
      if (state.kind !== 'open') return sendPage(reply, closedView(state.kind, look.colours(request)), 410);
      return handler(token, state.invited, request, reply);
    };

  const showPassword = (token: string, invited: Invited, form: FormView, request: FastifyRequest) =>
    choosingView({ token, invited, form, colourScheme: look.colours(request) });

  web.get(
    paths.invitation.pattern,
    opened(async (token, invited, request, reply) => sendPage(reply, showPassword(token, invited, newForm(), request))),
  );

  web.post(
    paths.invitation.pattern,
    opened(async (token, invited, request, reply) => {
      const read = readForm(passwordShape, request.body);
      const refusal = read.ok ? await choosePassword(app, token, invited, read.values.password) : null;
      if (read.ok && refusal === null) return reply.redirect(paths.invitationApp({ token }), 303);
      const form = refusal === null ? read.form : newForm().withErrors({ field: 'password', text: refusal });
      return sendPage(reply, showPassword(token, invited, form, request), 422);
    }),
  );

  const showApp = (
    token: string,
    invited: Invited,
    form: FormView,
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
  ) =>
    invited.app === null
      ? reply.redirect(paths.invitation({ token }), 303)
      : sendPage(
          reply,
          appView({ token, invited, app: invited.app, form, colourScheme: look.colours(request) }),
          status,
        );

  web.get(
    paths.invitationApp.pattern,
    opened(async (token, invited, request, reply) => showApp(token, invited, newForm(), request, reply)),
  );

  web.post(
    paths.invitationApp.pattern,
    opened(async (token, invited, request, reply) => {
      const read = readForm(codeShape, request.body);
      if (!read.ok) return showApp(token, invited, read.form, request, reply, 422);
      const { cookie, 'user-agent': agent } = request.headers;
      const came = { deviceToken: deviceToken(cookie), device: deviceWords(agent) };
      const answer = await join(app, token, read.values.code, came);
      if (answer.kind === 'gone') return sendPage(reply, closedView('over', look.colours(request)), 410);
      if (answer.kind === 'wrong') {
        const form = newForm().withErrors({ field: 'code', text: answer.sentence });
        return showApp(token, invited, form, request, reply, 422);
      }
      return sendPage(signedIn(reply, settings, answer), joinedView(invited, answer.codes, look.colours(request)));
    }),
  );
}
