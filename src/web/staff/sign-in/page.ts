/** Coming in and going out: with an account of one's own, or in the demonstration by picking a person. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { providersOnOffer } from '../../../application/accounts/provider/settled.ts';
import type { Application } from '../../../application/application.ts';
import { demonstrationPeople } from '../../../application/people.ts';
import { sessionHours, signIn, signOut } from '../../../application/sign-in.ts';
import { colourSchemeOf, localAddress } from '../../appearance.ts';
import { forbiddenPage } from '../../layouts/error-pages.ts';
import { paths, withQuery } from '../../paths.ts';
import { sendPage } from '../../send-page.ts';
import { fromOurPages, noSessionCookie, sessionCookie, sessionToken } from '../../session-cookie.ts';
import { formField, type WebSettings } from '../../visit.ts';
import { codeRoutes } from './code.ts';
import { sendPassword } from './password.ts';
import { providerRoutes } from './provider.ts';
import { signInView } from './view.ts';

/** `/sign-in`, `/sign-out`. */
export function signInRoutes(web: FastifyInstance, app: Application, settings: WebSettings): void {
  web.get(paths.signIn.pattern, async (request, reply) => {
    const { back, again, out } = request.query as { back?: unknown; again?: unknown; out?: unknown };
    const landlords = settings.demonstrationSignIn && onThisComputer(request) ? await demonstrationPeople(app) : [];
    return sendPage(
      reply,
      signInView({
        landlords,
        policies: app.packs,
        back: localAddress(back),
        colourScheme: colourSchemeOf(request.headers.cookie),
        again: again === '1',
        providers: await providersOnOffer(app),
        signedOutOf: typeof out === 'string' ? out : null,
      }),
    );
  });

  web.post(paths.signIn.pattern, async (request, reply) => {
    if (!fromOurPages(request.headers)) return sendPage(reply, forbiddenPage('This form was not made here.'), 403);
    if (formField(request.body, 'person') === undefined) return sendPassword(app, settings, request, reply);
    if (!settings.demonstrationSignIn || !onThisComputer(request)) {
      return sendPage(
        reply,
        forbiddenPage('Coming in as somebody is for the demonstration only, and only on the computer it runs on.'),
        403,
      );
    }
    return comeInAs(app, settings, request, reply);
  });

  codeRoutes(web, app, settings);
  providerRoutes(web, app, settings);

  web.post(paths.signOut.pattern, async (request, reply) => {
    const token = sessionToken(request.headers.cookie);
    const ended = token !== null && fromOurPages(request.headers) ? await signOut(app, token) : null;
    const provider = ended === null ? undefined : (await providersOnOffer(app)).find(sameLandlord(ended));
    const to = withQuery(paths.signIn(), { out: provider?.slug });
    return reply.header('set-cookie', noSessionCookie()).redirect(to, 303);
  });

  web.get(paths.home.pattern, (_request, reply) => reply.redirect(paths.myWork(), 303));
}

function sameLandlord({ landlordId }: { landlordId: string }): (one: { landlordId: string }) => boolean {
  return one => one.landlordId === landlordId;
}

async function comeInAs(
  app: Application,
  settings: WebSettings,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const [landlordId, personId] = (formField(request.body, 'person') ?? '').split(':');
  const landlord = (await demonstrationPeople(app)).find(one => one.landlordId === landlordId);
  const person = landlord?.people.find(one => one.personId === personId);
  if (landlord === undefined || person === undefined) return reply.redirect(paths.signIn(), 303);
  const token = await signIn(app, { landlordId: landlord.landlordId, personId: person.personId });
  const back = localAddress(formField(request.body, 'back'));
  return reply.header('set-cookie', sessionCookie(token, sessionHours * 3600, settings.https)).redirect(back, 303);
}

/** The demonstration answers to this computer's own names only, so that no web page elsewhere can reach it by a trick of names. */
function onThisComputer(request: FastifyRequest): boolean {
  const host = request.headers.host?.replace(/:\d+$/, '') ?? '';
  return ['127.0.0.1', 'localhost', '[::1]'].includes(host);
}
