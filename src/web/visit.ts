/**
 * One request of somebody signed in: who it is, whose landlord, what day it is, and the frame for the page. Every staff page is
 * registered through `staffRoutes`, so that no page can forget who may come in.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Present } from '../application/accounts/own-account.ts';
import { type Application, timeNow, type Viewer } from '../application/application.ts';
import { type FileLimits, fileLimits } from '../application/files/take-in.ts';
import type { Landlord } from '../application/landlord.ts';
import { type Reading, reading } from '../application/reading.ts';
import { readingAs, type SignedIn } from '../application/sign-in.ts';
import { holds } from '../domain/access/permissions.ts';
import { type Scope, scopeOf } from '../domain/access/scope.ts';
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import { fileRules } from '../domain/policy/file-rules.ts';
import { colourSchemeOf, localAddress } from './appearance.ts';
import { type FormSeal, hiddenFields } from './forms/form-page.ts';
import { letSentGo, type SentFile, type SentForm, sentForm } from './forms/multipart.ts';
import type { Html } from './html.ts';
import { forbiddenPage, notFoundPage } from './layouts/error-pages.ts';
import { type StaffPageProps, staffPage } from './layouts/staff-page.ts';
import { notForRole } from './not-for-role.ts';
import { paths, withQuery } from './paths.ts';
import type { KnownSessions, RequestLimits } from './request-limits.ts';
import { routePermissions } from './route-permissions.ts';
import { type FileAnswer, sendFile } from './send-file.ts';
import { sendPage } from './send-page.ts';
import { formToken, fromOurPages, isFormToken, sessionToken } from './session-cookie.ts';
import { openSigned, signed } from './signed.ts';
import { staffShell } from './staff-shell.ts';
import { readUpload, type UploadedFile } from './upload.ts';

export type WebSettings = {
  secret: string;
  demonstrationSignIn: boolean;
  https: boolean;
  /** How many requests are answered in a minute; the usual where it is left out. */
  limits?: RequestLimits | undefined;
  /** What people type to reach it; left out, the address that they have typed. */
  publicUrl?: string | undefined;
};

export type Visit = {
  app: Application;
  settings: WebSettings;
  request: FastifyRequest;
  reply: FastifyReply;
  viewer: Viewer;
  /** The same person with the session they are here in. */
  present: Present;
  /** The address that others type to reach this installation. */
  publicUrl: string;
  landlord: Landlord;
  scope: Scope;
  now: Instant;
  today: LocalDate;
  /** Parts of the address, like `reference`. */
  params: Readonly<Record<string, string>>;
  /** The query, one text a name; a repeated name gives its first. */
  query: Readonly<Record<string, string>>;
  /** The form that was sent; empty for a page that is only looked at. */
  body: unknown;
  /** The files that were sent with it; they are let go when it is answered. */
  files: readonly SentFile[];
  /** Which files are taken here, how large and how many. */
  fileLimits: FileLimits;
  /** The staff frame with this person's name, navigation and theme. */
  page(props: Pick<StaffPageProps, 'title' | 'content'> & Partial<StaffPageProps>): Html;
  /** Hidden fields for a form: the seal, a fresh command id, and the version shown. */
  seal(expectedVersion?: number): FormSeal;
  /** Signs a text that goes out in an address, such as where a list goes on; it opens for this landlord's people only. */
  sign(text: string): string;
  /** The text that was signed; null for anything else. */
  openSigned(given: string): string | null;
  /** A read-only transaction of this landlord, for pages that are shown again after a form. */
  read<T>(work: (tx: Reading) => Promise<T>): Promise<T>;
};

/** What a page answers with. `null` is "there is no such page, or it is not yours to see". */
export type Answer =
  | Html
  | null
  | { redirect: string }
  | { status: number; html: Html }
  | { file: FileAnswer }
  /** Answered already. */
  | { sent: FastifyReply };

type Get = (visit: Visit, tx: Reading) => Promise<Answer>;
type Post = (visit: Visit) => Promise<Answer>;

type Take = (visit: Visit, file: UploadedFile | null) => Promise<Answer>;

/** `upload`: a form with a file, which is read as it comes in and never kept whole. */
export type StaffRoutes = {
  get(pattern: string, handler: Get): void;
  post(pattern: string, handler: Post): void;
  upload(pattern: string, handler: Take): void;
};

/** Registers pages for people who are signed in. A GET has one read-only transaction; a POST is sealed and opens its own. */
export function staffRoutes(
  web: FastifyInstance,
  app: Application,
  settings: WebSettings,
  known: KnownSessions,
): StaffRoutes {
  return {
    get: readingRoutes(web, app, settings, known),
    post(pattern, handler) {
      web.post(pattern, async (request, reply) => {
        const who = await sender(app, request);
        if (who === null) return toSignIn(request, reply);
        const limits = fileLimits(app, fileRules(who.landlord));
        const sent = await sentForm(app, request, limits, body => isSealed(settings, who, request, body));
        if (sent === null) return notSealed(reply);
        try {
          const visit = makeVisit(app, settings, who, request, reply, sent);
          return await send(visit, notAllowed(visit, `POST ${pattern}`) ?? (await handler(visit)));
        } finally {
          await letSentGo(app, sent.files);
        }
      });
    },
    upload(pattern, handler) {
      web.post(pattern, async (request, reply) => {
        const who = await sender(app, request);
        if (who === null) return toSignIn(request, reply);
        const { fields, file } = await readUpload(request);
        const visit = makeVisit(app, settings, who, request, reply, { body: fields, files: [] });
        try {
          return isSealed(settings, who, request, fields)
            ? await send(visit, notAllowed(visit, `POST ${pattern}`) ?? (await handler(visit, file)))
            : await notSealed(reply);
        } finally {
          file?.done();
        }
      });
    },
  };
}

function readingRoutes(
  web: FastifyInstance,
  app: Application,
  settings: WebSettings,
  known: KnownSessions,
): StaffRoutes['get'] {
  return (pattern, handler) => {
    web.get(pattern, async (request, reply) => {
      const token = sessionToken(request.headers.cookie);
      if (token === null) return toSignIn(request, reply);
      const asked = await readingAs(app, token, async (tx, who) => {
        const visit = makeVisit(app, settings, who, request, reply);
        return { visit, answer: notAllowed(visit, `GET ${pattern}`) ?? (await handler(visit, tx)) };
      });
      if (asked === null) return toSignIn(request, reply);
      known.add(token);
      return send(asked.visit, asked.answer);
    });
  };
}

/** Who sends a form; null where the session is over. */
async function sender(app: Application, request: FastifyRequest): Promise<SignedIn | null> {
  const token = sessionToken(request.headers.cookie);
  return token === null ? null : readingAs(app, token, async (_, signedIn) => signedIn);
}

function isSealed({ secret }: WebSettings, { token }: SignedIn, { headers }: FastifyRequest, body: unknown): boolean {
  return isFormToken(secret, token, formField(body, hiddenFields.csrf)) && fromOurPages(headers);
}

function notSealed(reply: FastifyReply): FastifyReply {
  const why = 'This form was not made by your session here. Open the page again and send it from there.';
  return sendPage(reply, forbiddenPage(why), 403);
}

/** What the roles of whoever asks keep them from, before the page is made; what belongs to a complaint is asked of the complaint. */
function notAllowed(visit: Visit, route: string): Answer {
  const needs = routePermissions.get(route);
  const { viewer, landlord } = visit;
  return needs === undefined || holds(viewer.roles, needs, landlord.policy) ? null : notForRole(visit, needs);
}

function makeVisit(
  app: Application,
  settings: WebSettings,
  { token, viewer, jobTitle, landlord, sessionId, provenAt, byProvider }: SignedIn,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: SentForm = { body: {}, files: [] },
): Visit {
  const { landlordId } = viewer;
  const csrf = formToken(settings.secret, token);
  const shell = staffShell({
    viewer,
    landlord,
    jobTitle,
    csrf,
    colourScheme: colourSchemeOf(request.headers.cookie),
    here: request.url,
  });
  return {
    app,
    settings,
    request,
    reply,
    viewer,
    present: { ...viewer, sessionId, provenAt, byProvider },
    publicUrl: publicUrlOf(settings, request),
    landlord,
    scope: scopeOf(viewer, landlord.policy),
    ...timeNow(app),
    params: texts(request.params),
    query: texts(request.query),
    body: sent.body,
    files: sent.files,
    fileLimits: fileLimits(app, fileRules(landlord)),
    page: props => staffPage({ ...shell, ...props, nav: { ...shell.nav, ...props.nav } }),
    seal: expectedVersion => ({ csrf, commandId: randomUUID(), expectedVersion }),
    sign: text => signed(settings.secret, landlordId, text),
    openSigned: given => openSigned(settings.secret, landlordId, given),
    read: work => reading(app, landlordId, work),
  };
}

/** The address that others type to reach this installation. */
export function publicUrlOf({ publicUrl, https }: WebSettings, { headers }: FastifyRequest): string {
  return publicUrl ?? `${https ? 'https' : 'http'}://${headers.host ?? ''}`;
}

function toSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const back = request.method === 'GET' ? localAddress(request.url) : paths.home();
  return reply.redirect(withQuery(paths.signIn(), { back }), 303);
}

function send(visit: Visit, answer: Answer): FastifyReply {
  const { reply } = visit;
  if (answer === null) return sendPage(reply, notFoundPage(), 404);
  if ('sent' in answer) return answer.sent;
  if ('redirect' in answer) return reply.redirect(answer.redirect, 303);
  if ('file' in answer) return sendFile(reply, answer.file);
  return 'status' in answer ? sendPage(reply, answer.html, answer.status) : sendPage(reply, answer);
}

/** One field of a form as it was sent. */
export function formField(body: unknown, name: string): string | undefined {
  const value =
    typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function texts(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' ? [[name, first]] : [];
    }),
  );
}
