/** The second half of signing in: a code from the app, or a recovery code. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { proveCode } from '../../../application/accounts/come-in.ts';
import { type Application, timeNow } from '../../../application/application.ts';
import { sessionHours } from '../../../application/sign-in.ts';
import { deviceWords } from '../../../domain/access/device-words.ts';
import { colourSchemeOf } from '../../appearance.ts';
import { button } from '../../components/govuk/button.ts';
import { details } from '../../components/govuk/details.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { lineField } from '../../forms/fields.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import { forbiddenPage } from '../../layouts/error-pages.ts';
import { plainPage } from '../../layouts/plain-page.ts';
import { paths, withQuery } from '../../paths.ts';
import { sendPage } from '../../send-page.ts';
import { deviceCookie, deviceToken, fromOurPages, sessionCookie } from '../../session-cookie.ts';
import type { WebSettings } from '../../visit.ts';
import { halfIn, noHalfInCookie } from './half-in.ts';

const shape = {
  code: lineField({
    label: 'The code',
    required: 'Enter the six digits from your app, or one of your recovery codes',
    max: 60,
  }),
};

/** `/sign-in/code`. */
export function codeRoutes(web: FastifyInstance, app: Application, settings: WebSettings): void {
  const waiting = (request: FastifyRequest) => halfIn(settings.secret, request.headers.cookie, timeNow(app).now);

  web.get(paths.signInCode.pattern, async (request, reply) => {
    if (waiting(request) === null) return reply.redirect(paths.signIn(), 303);
    return sendPage(reply, codeView(newForm(), request));
  });

  web.post(paths.signInCode.pattern, async (request, reply) => {
    if (!fromOurPages(request.headers)) return sendPage(reply, forbiddenPage('This form was not made here.'), 403);
    const half = waiting(request);
    if (half === null) return beginAgain(reply);
    const read = readForm(shape, request.body);
    if (!read.ok) return sendPage(reply, codeView(read.form, request), 422);
    const { cookie, 'user-agent': agent } = request.headers;
    const came = { deviceToken: deviceToken(cookie), device: deviceWords(agent) };
    const answer = await proveCode(app, half, read.values.code, came);
    if (answer.kind === 'again') return beginAgain(reply);
    if (answer.kind !== 'in') {
      const form = newForm().withErrors({ field: 'code', text: answer.sentence });
      return sendPage(reply, codeView(form, request), answer.kind === 'wait' ? 429 : 422);
    }
    const to = answer.by === 'recovery' ? withQuery(paths.account(), { done: 'recovery' }) : half.back;
    return signedIn(reply, settings, answer).redirect(to, 303);
  });
}

/** Sets the cookies of somebody who has just come in; what led there is forgotten. */
export function signedIn(
  reply: FastifyReply,
  { https }: WebSettings,
  came: { token: string; deviceToken: string },
  forgotten = noHalfInCookie(),
): FastifyReply {
  return reply.header('set-cookie', [
    sessionCookie(came.token, sessionHours * 3600, https),
    deviceCookie(came.deviceToken, https),
    forgotten,
  ]);
}

function beginAgain(reply: FastifyReply): FastifyReply {
  return reply.header('set-cookie', noHalfInCookie()).redirect(withQuery(paths.signIn(), { again: '1' }), 303);
}

function codeView(form: FormView, request: FastifyRequest): Html {
  return plainPage({
    title: 'Enter a code',
    colourScheme: colourSchemeOf(request.headers.cookie),
    errors: form.summary(),
    content: html`<h1 class="govuk-heading-l">Enter a code</h1>
<form method="post" novalidate class="rd-form" action="${paths.signInCode()}">
${textInput({
  ...form.text('code'),
  label: 'Code from your app',
  hint: 'Open your authenticator app and enter the six digits it shows for Redress.',
  classes: 'govuk-input--width-10',
  inputmode: 'text',
  autocomplete: 'one-time-code',
  autocapitalize: 'none',
  spellcheck: false,
})}
<div class="rd-form__foot">${button({ text: 'Sign in', preventDoubleClick: true })}<a class="govuk-link" href="${paths.signIn()}">Start again</a></div>
</form>
${details({
  summary: 'I do not have my telephone',
  content: html`<p class="govuk-body">Enter one of your recovery codes in the same box, such as <code>7KQ2M-XW4TD</code>. Each works once.</p>
<p class="govuk-body">If you have none left, ask an administrator of your landlord for a new link.</p>`,
})}`,
  });
}
