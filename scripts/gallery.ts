/**
 * Every component and layout on pages with believable content, served on this machine only, to be looked at and tested:
 * `node scripts/gallery.ts [port]`. Add what you change here, and look at it at every width, in light and in dark.
 */
import formBody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { appearanceRoutes, colourSchemeOf } from '../src/web/appearance.ts';
import { assetRoutes } from '../src/web/assets.ts';
import { newForm } from '../src/web/forms/form-view.ts';
import { readForm } from '../src/web/forms/read-form.ts';
import { type Html, html } from '../src/web/html.ts';
import { faultPage, forbiddenPage, notFoundPage } from '../src/web/layouts/error-pages.ts';
import { plainPage } from '../src/web/layouts/plain-page.ts';
import { printPage } from '../src/web/layouts/print-page.ts';
import { type StaffPageProps, staffPage } from '../src/web/layouts/staff-page.ts';
import { sendPage } from '../src/web/send-page.ts';
import { caseContent, caseTop } from './gallery/case.ts';
import { figuresContent } from './gallery/figures.ts';
import { formContent, galleryForm } from './gallery/form.ts';
import { partsContent } from './gallery/parts.ts';
import { galleryCounts, galleryShell } from './gallery/shell.ts';
import { workContent } from './gallery/work.ts';

type StaffContent = Omit<StaffPageProps, 'landlordName' | 'person'>;

/** The pages for staff, by address. */
const staffPages: { readonly [url: string]: () => StaffContent } = {
  '/': () => ({ title: 'My work', nav: { current: 'my-work', counts: galleryCounts }, content: workContent() }),
  '/case': () => ({ title: 'K7QF-2MXA', nav: { current: 'cases' }, sticky: caseTop(), content: caseContent() }),
  '/performance': () => ({ title: 'Performance', nav: { current: 'performance' }, content: figuresContent() }),
  '/parts': () => ({ title: 'Parts', content: partsContent(), done: 'The acknowledgement was sent to Mrs Okonkwo.' }),
  '/form': () => ({
    title: 'Log a complaint',
    nav: { current: 'log' },
    width: 'reading',
    content: formContent(newForm(), false),
  }),
  '/refused': () => ({
    title: 'Respond',
    width: 'reading',
    content: formContent(newForm({ name: 'Mrs Okonkwo' }), true),
  }),
};

const otherPages: { readonly [url: string]: () => Html } = {
  '/sign-in': () =>
    plainPage({
      title: 'Sign in',
      landlordName: 'Riverside Vale Homes',
      accent: '#1c4d5b',
      content: html`<h1 class="govuk-heading-l">Sign in</h1><p class="govuk-body">Use the address that you use at work.</p>`,
    }),
  '/print': () =>
    printPage({
      title: 'Brief for the reviewer',
      landlordName: 'Riverside Vale Homes',
      made: 'Made on Wednesday 18 March 2026 at 14:05',
      backHref: '/case',
      content: html`<h1 class="govuk-heading-l">Brief for the reviewer</h1><p class="govuk-body">One page.</p>`,
    }),
  '/404': () => notFoundPage(),
  '/403': () => forbiddenPage('Only a complaints lead may refuse an escalation. Ask Morwenna Hale or Idris Cole.'),
  '/500': () => faultPage('7F3K-22'),
};

/** The addresses of all pages of the gallery. */
export const galleryUrls: readonly string[] = [...Object.keys(staffPages), ...Object.keys(otherPages)];

/** The gallery as a server, not yet listening. */
export async function gallery(): Promise<FastifyInstance> {
  const app = Fastify();
  await app.register(formBody);
  await app.register(assetRoutes);
  await app.register(appearanceRoutes);
  for (const [url, content] of Object.entries(staffPages)) {
    app.get(url, (request, reply) => {
      const shell = galleryShell(colourSchemeOf(request.headers.cookie), url);
      return sendPage(reply, staffPage({ ...shell, ...content() }));
    });
  }
  for (const [url, page] of Object.entries(otherPages)) app.get(url, (_, reply) => sendPage(reply, page()));
  app.post('/form', (request, reply) => {
    const { ok, form } = readForm(galleryForm, request.body);
    if (ok) return reply.redirect('/parts', 303);
    const content = formContent(form, false);
    const shell = galleryShell(colourSchemeOf(request.headers.cookie), '/form');
    return sendPage(
      reply,
      staffPage({ ...shell, title: 'Log a complaint', width: 'reading', content, errors: form.summary() }),
      422,
    );
  });
  app.post('/drafts/:draft', async () => ({ savedAt: '14:05' }));
  return app;
}

if (import.meta.main) {
  const app = await gallery();
  console.log(await app.listen({ host: '127.0.0.1', port: Number(process.argv[2] ?? 4173) }));
}
