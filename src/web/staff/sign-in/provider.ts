/**
 * To a landlord's sign-in provider and back. Setting out is a link and not a form: a browser would hold the provider's address
 * against the content policy, which lets forms go to ourselves only; and whoever sets out has changed nothing.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { arrive, type NotArrived } from '../../../application/accounts/provider/arrive.ts';
import { type SetOut, setOut, signOutAtProvider } from '../../../application/accounts/provider/set-out.ts';
import { providerOnOffer } from '../../../application/accounts/provider/settled.ts';
import type { Application } from '../../../application/application.ts';
import { readingAs } from '../../../application/sign-in.ts';
import { deviceWords } from '../../../domain/access/device-words.ts';
import { sayWhyNotIn } from '../../../domain/access/why-not-in.ts';
import { colourSchemeOf, localAddress } from '../../appearance.ts';
import { notFoundPage } from '../../layouts/error-pages.ts';
import { paths } from '../../paths.ts';
import { sendPage } from '../../send-page.ts';
import { deviceToken, sessionToken } from '../../session-cookie.ts';
import { publicUrlOf, type WebSettings } from '../../visit.ts';
import { signedIn } from './code.ts';
import { notInView } from './not-in-view.ts';
import { noTripCookie, tripCookie, tripOf } from './trip-cookie.ts';

/** Registers `/sign-in/with/…`, `/sign-in/return` and `/sign-out/with/…`. */
export function providerRoutes(web: FastifyInstance, app: Application, settings: WebSettings): void {
  web.get(paths.signInWith.pattern, async (request, reply) => {
    const { landlord = '' } = request.params as { landlord?: string };
    const offered = await providerOnOffer(app, landlord);
    if (offered === null) return sendPage(reply, notFoundPage(), 404);
    const back = localAddress((request.query as { back?: unknown }).back);
    const to = { landlordId: offered.landlordId, back: back.length > 500 ? paths.home() : back };
    return sendThere(app, settings, { ...to, purpose: { kind: 'come-in' } }, request, reply);
  });

  web.get(paths.signInReturn.pattern, async (request, reply) => comeBack(app, settings, request, reply));

  web.get(paths.signOutWith.pattern, async (request, reply) => {
    const { landlord = '' } = request.params as { landlord?: string };
    const offered = await providerOnOffer(app, landlord);
    if (offered === null) return sendPage(reply, notFoundPage(), 404);
    const back = `${publicUrlOf(settings, request)}${paths.signIn()}`;
    const address = await signOutAtProvider(app, offered.landlordId, back);
    return reply.redirect(address ?? paths.signIn(), 303);
  });
}

/** Sends a browser to the provider of a landlord, or says why not. */
export async function sendThere(
  app: Application,
  settings: WebSettings,
  out: Pick<SetOut, 'landlordId' | 'purpose' | 'back'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const returnTo = `${publicUrlOf(settings, request)}${paths.signInReturn()}`;
  const going = await setOut(app, out, returnTo);
  if (going === null) return sendPage(reply, notFoundPage(), 404);
  if (going.kind === 'fault') {
    const { landlordId } = out;
    return notIn(request, reply, { kind: 'not-in', why: going.fault, code: going.code, landlordId, provider: null });
  }
  return reply
    .header('set-cookie', tripCookie(going.cookie, settings.https))
    .header('cache-control', 'no-store')
    .redirect(going.address, 303);
}

async function comeBack(
  app: Application,
  settings: WebSettings,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { cookie, 'user-agent': agent } = request.headers;
  const token = sessionToken(cookie);
  const present =
    token === null
      ? null
      : await readingAs(app, token, async (_, { viewer, sessionId, provenAt, byProvider }) => ({
          ...viewer,
          ...{ sessionId, provenAt, byProvider },
        }));
  const arrived = await arrive(app, {
    cookie: tripOf(cookie),
    url: new URL(request.url, publicUrlOf(settings, request)),
    came: { deviceToken: deviceToken(cookie), device: deviceWords(agent) },
    present,
  });
  reply.header('cache-control', 'no-store');
  if (arrived.kind === 'not-in') return notIn(request, reply.header('set-cookie', noTripCookie()), arrived);
  if (arrived.kind === 'in')
    return signedIn(reply, settings, arrived, noTripCookie()).redirect(localAddress(arrived.back), 303);
  return reply.header('set-cookie', noTripCookie()).redirect(localAddress(arrived.back), 303);
}

/** What somebody has to mend is an error; what only the person has to do is not. */
function notIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { why, code, landlordId, provider }: NotArrived,
): FastifyReply {
  const said = sayWhyNotIn(why, provider ?? 'Your landlord’s sign-in');
  const entry = { why, code, landlordId };
  if (said.helps === 'operator') request.log.error(entry, 'a sign-in provider let nobody in');
  else request.log.info(entry, 'a sign-in provider let nobody in');
  const colourScheme = colourSchemeOf(request.headers.cookie);
  return sendPage(reply, notInView(said, colourScheme), why === 'down' ? 503 : 403);
}
