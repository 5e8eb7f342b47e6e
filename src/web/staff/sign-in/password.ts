/** The first half of signing in: an email address and a password. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { provePassword } from '../../../application/accounts/come-in.ts';
import { providersOnOffer } from '../../../application/accounts/provider/settled.ts';
import { type Application, timeNow } from '../../../application/application.ts';
import { colourSchemeOf, localAddress } from '../../appearance.ts';
import { lineField } from '../../forms/fields.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { passwordField } from '../../forms/password-field.ts';
import { readForm } from '../../forms/read-form.ts';
import { paths } from '../../paths.ts';
import { sendPage } from '../../send-page.ts';
import { deviceToken } from '../../session-cookie.ts';
import { formField, type WebSettings } from '../../visit.ts';
import { halfInCookie } from './half-in.ts';
import { passwordView } from './view.ts';

const shape = {
  email: lineField({ label: 'The email address', required: 'Enter your email address', max: 254 }),
  password: passwordField('Enter your password'),
};

/** Takes the form. Everything that is wrong is one answer, whether there is such an account or not. */
export async function sendPassword(
  app: Application,
  settings: WebSettings,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const read = readForm(shape, request.body);
  const again = async (form: FormView, status: number): Promise<FastifyReply> => {
    const colourScheme = colourSchemeOf(request.headers.cookie);
    const providers = await providersOnOffer(app);
    return sendPage(reply, passwordView({ form, back: backOf(request), colourScheme, providers }), status);
  };
  if (!read.ok) return again(read.form, 422);
  const answer = await provePassword(app, read.values, deviceToken(request.headers.cookie));
  if (answer.kind !== 'half') {
    const { email } = read.values;
    const field = answer.kind === 'wait' ? undefined : 'email';
    return again(newForm({ email }).withErrors({ field, text: answer.sentence }), answer.kind === 'wait' ? 429 : 422);
  }
  const waiting = { ...answer, back: backOf(request) };
  const cookie = halfInCookie(settings.secret, waiting, timeNow(app).now, settings.https);
  return reply.header('set-cookie', cookie).redirect(paths.signInCode(), 303);
}

function backOf(request: FastifyRequest): string {
  const back = localAddress(formField(request.body, 'back'));
  return back.length > 500 ? paths.home() : back;
}
