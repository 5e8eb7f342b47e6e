/** Every page there is, in the order in which a request meets them: files, health, coming in, then what staff may see. */
import { randomUUID } from 'node:crypto';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Application } from '../application/application.ts';
import { appearanceRoutes } from './appearance.ts';
import { assetRoutes } from './assets.ts';
import { everyAnswer } from './every-answer.ts';
import { healthPage } from './health.ts';
import { faultPage, notFoundPage, tooLargePage, tooManyPage } from './layouts/error-pages.ts';
import { questionRoutes } from './public/question/page.ts';
import { knownSessions, limitRequests, usualLimits } from './request-limits.ts';
import { sendPage } from './send-page.ts';
import { invitationRoutes } from './staff/invitation/page.ts';
import { staffPages } from './staff/pages.ts';
import { signInRoutes } from './staff/sign-in/page.ts';
import { uploadLimits } from './upload.ts';
import { staffRoutes, type WebSettings } from './visit.ts';

/** The most that a form may hold: long letters pasted whole, with room to spare. */
const formLimit = 2 * 1024 * 1024;

/** Registers all pages. */
export async function registerPages(web: FastifyInstance, app: Application, settings: WebSettings): Promise<void> {
  const known = knownSessions();
  everyAnswer(web, settings.https);
  await limitRequests(web, known, settings.limits ?? usualLimits);
  await web.register(formbody, { bodyLimit: formLimit });
  // Read by whoever is shown to be let in (forms/multipart.ts, upload.ts), never before.
  await web.register(multipart, { throwFileSizeLimit: false, limits: uploadLimits });
  web.setErrorHandler(onFault);
  web.setNotFoundHandler((_request, reply) => sendPage(reply, notFoundPage(), 404));
  await web.register(healthPage(app));
  await web.register(assetRoutes);
  await web.register(appearanceRoutes);
  signInRoutes(web, app, settings);
  invitationRoutes(web, app, settings);
  questionRoutes(web, app, settings);
  staffPages(staffRoutes(web, app, settings, known));
}

/** A fault is loud and singular: one line in the log with the whole error, one page with its number, nothing swallowed. */
function onFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status === 404) return sendPage(reply, notFoundPage(), 404);
  if (status === 413) return sendPage(reply, tooLargePage(), 413);
  if (status === 429) return sendPage(reply, tooManyPage(), 429);
  const incident = randomUUID().slice(0, 8);
  if (status >= 500) request.log.error({ err: error, incident, route: request.routeOptions.url }, 'a page failed');
  return sendPage(reply, faultPage(incident), status);
}
